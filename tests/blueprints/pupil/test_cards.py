"""What a card says and where it leads, and what is said once above the cards of a step."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.results import steps_page
from quiz.results.earned import EarnedWorlds
from tests.blueprints.pupil.test_next_steps import PROFILE, STATE, WORLDS, Build, all_cards

EDE = "GM0228"


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


@pytest.mark.parametrize(
    ("town", "colleges"),
    [
        ("GM0228", {"Aeres MBO", "Rijn IJssel Vakschool Wageningen"}),
        ("GM0361", {"Talland College", "Vonk"}),
        ("GM0392", {"Nova College"}),
        ("GM0687", {"Scalda"}),
        ("GM0014", {"Noorderpoort", "Alfa-college"}),
        ("GM0935", {"VISTA college Maastricht"}),
        ("GM0153", {"ROC van Twente"}),
        ("GM0034", {"ROC van Amsterdam - Flevoland, Almere"}),
    ],
)
def test_where_no_place_is_known_the_colleges_near_home_are_named_once(
    build: Build, town: str, colleges: set[str]
) -> None:
    steps = build("pro", 4, home=town).ladder
    named = next(group for group in steps if group.near_colleges)
    assert colleges <= {college.name for college in named.near_colleges}
    assert len(named.near_colleges) <= 3
    assert all(college.website.startswith("http") for college in named.near_colleges)
    assert "sommige opleidingen" in named.near_note
    cards = [card for group in steps for card in group.cards]
    assert not any("geen plek" in " ".join((card.text, *card.facts)) for card in cards)


def test_a_profile_without_a_school_near_home_is_asked_at_school(build: Build) -> None:
    profiles = build("vmbo-bb", 2, home="GM0448").ladder[0]
    assert "Vraag je mentor of decaan" in profiles.near_note
    assert profiles.near_colleges == ()
    assert not any(card.links for card in profiles.cards if card.site is None)
