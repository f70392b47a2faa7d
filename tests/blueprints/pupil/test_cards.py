"""What a card says and where it leads, and what is said once above the cards of a step."""

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.bookmarked import KeptRow
from quiz.results import steps_page
from quiz.results.card_links import row_link
from quiz.results.earned import EarnedWorlds
from tests.blueprints.pupil.test_next_steps import PROFILE, STATE, WORLDS, Build, all_cards

EDE, TEXEL = "GM0228", "GM0448"
GITHUB = "https://github.com/somebody/data/file.csv"


@pytest.fixture
def build(app: Flask) -> Build:
    """The next steps of a pupil in some class, at home somewhere."""

    def steps(school_type: str, year: int | None, home: str | None = EDE) -> steps_page.StepsView:
        state = replace(STATE, school_type=school_type, year=year, municipality=home)
        with app.test_request_context("/resultaat"):
            return steps_page.build(state, PROFILE, EarnedWorlds(WORLDS[:1], WORLDS[1:3]))

    return steps


def test_a_card_says_for_which_world_it_is_and_where_once(build: Build) -> None:
    cards = all_cards(build("vmbo-kb", 3))
    facts = [fact for card in cards for fact in card.facts]
    assert {card.reason for card in cards} <= {
        load_texts("nl").worlds[world].name for world in WORLDS
    }
    assert any(fact.endswith("Ede, bij jou in de gemeente") for fact in facts)
    assert any(re.fullmatch(r"[^,]+, [^,]+, \d+ km( \(.+\))?", fact) for fact in facts)
    assert not any("van Ede" in fact or "Past bij" in fact for fact in facts)


def test_without_a_home_no_distance_is_said_and_nothing_about_near_home(build: Build) -> None:
    steps = build("vmbo-kb", 3, home=None)
    assert all_cards(steps)
    assert not any(" km" in fact for card in all_cards(steps) for fact in card.facts)
    assert not any(group.near_note or group.near_colleges for group in steps.ladder)


def test_a_profile_is_asked_at_school_and_leads_nowhere_where_no_school_is_known(
    build: Build,
) -> None:
    profiles = build("vmbo-bb", 2).ladder[0]
    assert "Vraag het je mentor" in profiles.lead
    assert {card.facts for card in profiles.cards} == {("Vmbo-profiel",)}
    assert not any(card.links for card in profiles.cards)
    chooses_a_school = build("onbekend", None, home=TEXEL).ladder[0]
    assert "Vraag iemand op school" in chooses_a_school.near_note
    assert chooses_a_school.near_colleges == ()


def test_a_study_is_looked_up_by_its_name_and_several_of_one_site_in_the_whole_list(
    build: Build,
) -> None:
    cards = [card for group in build("vwo", 6).ladder for card in group.cards]
    assert cards
    for card in cards:
        link = card.links[-1]
        assert link.text == "Zoek op Studiekeuze123"
        assert f"?{urlencode({'q': card.name})}" in link.url
        assert link.url.startswith(link.for_all)
        assert "?" not in link.for_all


@pytest.mark.parametrize(
    ("level", "own", "source", "link"),
    [
        ("mbo-3", "https://talland.nl", GITHUB, "https://talland.nl"),
        ("mbo-3", "", GITHUB, "https://www.kiesmbo.nl/opleidingen"),
        ("hbo", "", GITHUB, "https://www.studiekeuze123.nl/opleidingen?q=Iets"),
        ("vmbo", "", "https://www.slo.nl/profielen", ""),
        ("", "", "https://krant.example/bericht", "https://krant.example/bericht"),
        ("", GITHUB, GITHUB, ""),
    ],
)
def test_what_is_kept_leads_where_its_card_leads(
    level: str, own: str, source: str, link: str
) -> None:
    assert row_link(KeptRow("Iets", "Something", level, "", own, source)) == link
