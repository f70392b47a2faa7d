"""The choice of this year gets help: own profiles, the own school, and days that are due."""

import re
from dataclasses import replace
from itertools import permutations

import pytest
from flask import Flask

from quiz.domain.catalogue.matching.ladder import is_late
from quiz.results import steps_page
from quiz.results.earned import EarnedWorlds
from quiz.results.profile_choice import judged_profiles
from quiz.results.step_models import StepGroup
from tests.blueprints.pupil.test_next_steps import EVERY_CLASS, PROFILE, STATE, WORLDS

PROFILES = {
    "havo": ("Natuur & Techniek", "Natuur & Gezondheid", "Economie &", "Cultuur &"),
    "vmbo-gl-tl": ("Techniek", "Groen", "Zorg en welzijn", "Economie"),
}
SHOWN = [worlds for count in (1, 2, 3) for worlds in permutations(WORLDS, count)]
DAYS = re.compile(r"\b(15 januari|1 april|1 mei|15 January|1 April|1 May)\b")
LAST_YEARS = {("havo", 5), ("vwo", 6), *((f"vmbo-{kind}", 4) for kind in ("bb", "kb", "gl-tl"))}
PROFILE_YEARS = {("havo", 3), ("vwo", 3), *((f"vmbo-{kind}", 2) for kind in ("bb", "kb", "gl-tl"))}


def ladder(app: Flask, kind: str, year: int | None, language: str = "nl") -> tuple[StepGroup, ...]:
    state = replace(STATE, school_type=kind, year=year)
    with app.test_request_context(f"/resultaat?taal={language}"):
        return steps_page.build(state, PROFILE, EarnedWorlds(WORLDS[:1], WORLDS[1:3])).ladder


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["havo", "vmbo-gl-tl"])
def test_each_profile_is_judged_once_for_these_worlds_in_four_short_lines(
    app: Flask, kind: str, language: str
) -> None:
    often = {"nl": "Past het vaakst bij", "en": "Goes most often with"}[language]
    with app.test_request_context(f"/resultaat?taal={language}"):
        for worlds in SHOWN:
            judged = judged_profiles(kind, worlds)
            lines = [profile.line for profile in judged]
            assert len(lines) <= 4
            assert all(len(line) < 240 and "{" not in line for line in lines)
            names = " ".join(profile.name for profile in judged)
            assert all(names.count(name) >= 1 for name in PROFILES[kind]), names
            assert often in judged[0].sentences[0], lines


@pytest.mark.parametrize(
    ("kind", "worlds", "first"),
    [
        ("havo", ("mens-gezondheid", "voeding-natuur"), "Natuur & Gezondheid"),
        ("vwo", ("hitech-science", "mens-gezondheid"), "Natuur & Techniek"),
        ("vwo", ("digitaal-media-entertainment",), "Natuur & Techniek"),
        ("vmbo-gl-tl", ("mens-gezondheid",), "Zorg en welzijn"),
        ("vmbo-gl-tl", ("voeding-natuur", "mens-gezondheid"), "Groen"),
        ("vmbo-gl-tl", ("energie-water-veiligheid", "wonen-werken-verkeer"), "Techniek"),
    ],
)
def test_the_likeliest_profile_comes_first(
    app: Flask, kind: str, worlds: tuple[str, ...], first: str
) -> None:
    with app.test_request_context("/resultaat"):
        assert judged_profiles(kind, worlds)[0].name == first


def test_care_and_food_read_what_technology_would_ask_of_them(app: Flask) -> None:
    with app.test_request_context("/resultaat"):
        judged = judged_profiles("havo", ("mens-gezondheid", "voeding-natuur"))
        lines = [profile.line for profile in judged]
    assert "“Mens & Gezondheid” en “Voeding & Natuur”" in lines[0]
    assert lines[1].startswith("Natuur & Techniek. Kan ook voor ")
    assert lines[1].endswith("Vraag dan naar biologie.")


@pytest.mark.parametrize("year", [None, 1, 2])
def test_mavo_has_four_profiles_and_gl_a_sentence(app: Flask, year: int | None) -> None:
    now = ladder(app, "vmbo-gl-tl", year)[0]
    assert now.cards == ()
    assert 2 <= len(now.points) <= 4
    assert "Zit je op gl? Dan zijn er tien." in now.lead
    assert "D&P" not in " ".join((now.text, now.lead, *now.points))


@pytest.mark.parametrize("kind", ["vmbo-bb", "vmbo-kb", "brugklas", "havo", "vwo"])
def test_who_is_at_a_school_reads_no_other_school_as_a_choice(app: Flask, kind: str) -> None:
    now = ladder(app, kind, 2)[0]
    for card in now.cards:
        assert not re.search(r"\d km|Ede|, ", f"{card.reason.partition(';')[2]} {card.facts[1:]}")
    if kind.startswith("vmbo"):
        assert now.cards
        assert "Heeft jouw school dit profiel? Vraag het je mentor." in now.lead


@pytest.mark.parametrize(("kind", "year"), [("vmbo-kb", 1), ("po", 8)])
def test_who_may_still_choose_a_school_reads_where_a_profile_is(
    app: Flask, kind: str, year: int
) -> None:
    cards = [card for group in ladder(app, kind, year)[:2] for card in group.cards]
    assert any("Het Streek" in fact for card in cards for fact in card.facts)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("kind", "year"), EVERY_CLASS)
def test_a_day_of_enrolment_is_for_the_last_year_and_a_profile_for_its_own(
    app: Flask, kind: str, year: int | None, language: str
) -> None:
    now, *others = ladder(app, kind, year, language)
    last = (kind, year) in LAST_YEARS or (kind == "mbo" and is_late(kind, year))
    assert bool(DAYS.search(now.text)) == last
    assert not any(DAYS.search(group.text) for group in others)
    to_choose = re.search("een profiel kiezen|choose a profile", now.title)
    assert bool(to_choose) == ((kind, year) in PROFILE_YEARS)
