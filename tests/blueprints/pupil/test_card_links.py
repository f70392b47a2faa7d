"""Every card leads somewhere that a pupil can use, in eight towns and for every kind of pupil."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from flask import Flask

from quiz.domain.catalogue.matching.kinds import kind_of
from quiz.domain.catalogue.matching.near_home import meant_for
from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.domain.catalogue.named_sources import load_source_names
from quiz.results import steps_page
from quiz.results.earned import EarnedWorlds
from quiz.results.step_models import StepCard, StepGroup
from quiz.results.steps_page import StepsView
from tests.blueprints.pupil.test_every_step import liking
from tests.blueprints.pupil.test_next_steps import STATE, WORLDS
from tests.pdf_reading import Pdf
from tests.real import real_catalogue
from tests.visitor import Visitor

REAL = real_catalogue()
NAMES = load_source_names()
# Ede, Alkmaar, Haarlem, Middelburg, Groningen, Maastricht, Enschede, Almere.
TOWNS = (
    *("GM0228", "GM0361", "GM0392", "GM0687"),
    *("GM0014", "GM0935", "GM0153", "GM0034"),
)
PUPILS = (
    *(("po", 8), ("pro", 4), ("vmbo-bb", 2), ("vmbo-kb", 3), ("vmbo-gl-tl", 4)),
    *(("havo", 3), ("havo", 5), ("vwo", 6), ("mbo", 3), ("isk", 1)),
)
# A profile is chosen at one's own school, which we do not know: there is nowhere to send a pupil.
HIGHER = ("Associate degree", "Hbo", "Universiteit")
PROFILES = ("Vmbo-profiel", "Havo-profiel", "Vwo-profiel", "Havo en vwo")


@pytest.fixture(scope="module")
def walks() -> list[tuple[str, int, StepsView]]:
    """The steps of a pupil of every kind, in every town, for every world."""
    return []


@pytest.fixture
def seen(app: Flask, walks: list[tuple[str, int, StepsView]]) -> list[tuple[str, int, StepsView]]:
    """The same, built once."""
    if not walks:
        with app.test_request_context("/resultaat"):
            walks.extend(_walk())
    return walks


def _walk() -> Iterator[tuple[str, int, StepsView]]:
    for (school_type, year), town, world in product(PUPILS, TOWNS, WORLDS):
        state = replace(STATE, school_type=school_type, year=year, municipality=town)
        profile = liking(world, 0.05)
        earned = EarnedWorlds(profile.worlds[:1], profile.worlds[1:2])
        yield school_type, year, steps_page.build(state, profile, earned)


def groups_of(steps: StepsView) -> tuple[StepGroup, ...]:
    return (*steps.ladder, *steps.near)


def cards_of(steps: StepsView) -> list[StepCard]:
    return [card for group in groups_of(steps) for card in group.cards]


def test_every_card_leads_to_a_page_but_a_profile_of_a_school_without_a_known_site(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    cards = [card for _, _, steps in seen for card in cards_of(steps)]
    silent = [card for card in cards if not card.links]
    assert {card.facts[0] for card in silent} <= set(PROFILES)
    assert len(silent) / len(cards) < 0.1


def test_no_link_of_a_card_goes_to_a_site_for_programmers(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    links: set[str] = set()
    for _, _, steps in seen:
        for card in cards_of(steps):
            links |= {link.url for link in card.links} | {card.source.url, card.source.label}
        for group in groups_of(steps):
            links |= {college.website for college in group.near_colleges}
    assert all(NAMES.readable(link) == link for link in links)
    assert not any("github" in link for link in links)


def test_several_programmes_of_one_institution_stand_on_one_card_where_its_best_one_is(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    shared = 0
    for _, _, steps in seen:
        for group in groups_of(steps):
            keys = [cards[0].site.key for cards in group.by_site if cards[0].site]
            assert len(keys) == len(set(keys))
            firsts = [group.cards.index(cards[0]) for cards in group.by_site]
            assert firsts == sorted(firsts)
            assert sorted(card.key for cards in group.by_site for card in cards) == sorted(
                card.key for card in group.cards
            )
            shared += sum(len(cards) > 1 for cards in group.by_site)
    assert shared > 100


def test_where_no_place_of_an_mbo_programme_is_known_the_colleges_near_home_are_named_once(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    for _, _, steps in seen:
        cards = [card for group in steps.ladder for card in group.cards]
        mbo = [card for card in cards if card.facts[0].startswith("Mbo ")]
        unknown = [card for card in mbo if card.site is None]
        asking = [group for group in steps.ladder if group.near_colleges]
        assert len(asking) == bool(unknown)
        assert all(len(group.near_colleges) <= 3 for group in asking)
        notes = [group.near_note for group in steps.ladder if group.near_note]
        assert len(set(notes)) == len(notes)
        for group in steps.ladder:
            told = [" ".join((card.text, *card.facts)) for card in group.cards]
            assert not any("geen plek" in words or "niet zeker" in words for words in told)


def test_a_study_farther_away_is_no_question_for_a_college_near_home(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    groups = [group for _, _, steps in seen for group in steps.ladder]
    higher = [
        group
        for group in groups
        if any(card.site is None for card in group.cards)
        and all(card.key and card.facts[0] in HIGHER for card in group.cards)
    ]
    assert higher
    assert any("verder weg" in group.near_note for group in higher)
    assert all("verder weg" in group.near_note or not group.near_note for group in higher)
    assert not any(group.near_colleges for group in higher)
    beside_mbo = [group for group in groups if group.near_colleges and group.far_note]
    assert beside_mbo
    for group in beside_mbo:
        assert "mbo-opleidingen" in group.near_note
        assert any(card.site is None and card.facts[0] in HIGHER for card in group.cards)


def test_at_most_one_company_of_a_kind_and_never_a_school_or_a_municipality(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    for _, _, steps in seen:
        ids = [card.key.partition("/")[2] for card in cards_of(steps) if "company/" in card.key]
        kinds = [kind_of(REAL.companies[row_id]) for row_id in ids]
        assert len(kinds) == len(set(kinds))
        assert not {"school", "government"} & set(kinds)


def test_every_event_says_what_there_is_to_do_and_is_for_this_pupil(
    seen: list[tuple[str, int, StepsView]],
) -> None:
    shown = set()
    for school_type, year, steps in seen:
        for card in (card for card in cards_of(steps) if card.key.startswith("event/")):
            assert card.text
            event = REAL.events[card.key.partition("/")[2]]
            assert meant_for(Pupil({}, (), school_type, year), event)
            shown.add(event.id)
    assert {"girls-day-landelijk", "dag-van-de-techniek-weekend-van-de-wetenschap"} <= shown


@pytest.mark.parametrize("place", ["Ede", "Groningen"])
@pytest.mark.parametrize(("school_type", "year"), [("vmbo-kb", "3"), ("vwo", "5")])
def test_no_page_and_no_paper_names_a_site_for_programmers(
    visitor: Visitor, place: str, school_type: str, year: str
) -> None:
    visitor.begin(school_type=school_type, year=year, place=place)
    while (page := visitor.get("/vragen")).path != "/resultaat":
        page = visitor.submit_randomly(page)
    sheet = Pdf(visitor.client.get("/resultaat.pdf").data)
    for host in NAMES.for_programmers:
        assert host not in page.html
        assert host not in sheet.text
    assert "Waar komt dit vandaan?" in page.text
