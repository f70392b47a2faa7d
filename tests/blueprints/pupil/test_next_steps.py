"""The next steps on the result: the own ladder in words, and one sentence of reason each."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.ladder import rung_for
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil
from quiz.domain.scoring.profile import Profile
from quiz.results import steps_page
from quiz.results.earned import EarnedWorlds
from quiz.results.step_models import StepCard
from quiz.results.steps_page import StepsView
from quiz.usecases.attempts.schooling import YEARS
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.sources import checked
from tests.blueprints.pupil import result_reading as reading
from tests.visitor import Visitor

Build = Callable[..., StepsView]
WORLDS = (
    *("energie-water-veiligheid", "hitech-science", "wonen-werken-verkeer", "voeding-natuur"),
    *("mens-gezondheid", "digitaal-media-entertainment", "ontwerp-productie-wereldhandel"),
)
EVERY_CLASS = [(kind, year) for kind, years in YEARS.items() for year in (None, *years)]
STATE = AttemptState(
    *(1, None, "Blauwe Otter", "vmbo-kb", 2, "GM0228", (), 4, None, True), answers={}, sequences={}
)
# How the words of a step speak of a level; "naar het mbo" stands for all of its levels.
SAID_AS = {
    "vmbo": "vmbo|profiel",
    **dict.fromkeys(("havo", "vwo", "havo-vwo"), "havo|vwo|profiel"),
    **{
        f"mbo-{level}": rf"niveau (\d (of|en) )?{level}|naar het mbo|vwo of mbo|mbo, hbo"
        for level in (1, 2, 3, 4)
    },
    "ad": "associate degree|hbo",
    "hbo": "hbo",
    "wo": "universiteit",
}
PROFILE = Profile(
    worlds=WORLDS,
    probabilities=dict(zip(WORLDS, (0.3, 0.25, 0.2, 0.1, 0.05, 0.05, 0.05), strict=True)),
    interest=dict.fromkeys(WORLDS, 0.0),
    uncertainty=dict.fromkeys(WORLDS, 0.5),
    outcome="clear",
    top=WORLDS[:1],
    answered=28,
    remarks=(),
    fallback=False,
)


@pytest.fixture
def build(app: Flask) -> Build:
    """The next steps of a pupil in some class, with some worlds equal on top, some at home."""

    def steps(
        school_type: str, year: int | None, top: int = 1, home: str | None = "GM0228"
    ) -> StepsView:
        state = replace(STATE, school_type=school_type, year=year, municipality=home)
        with app.test_request_context("/resultaat"):
            earned = EarnedWorlds(WORLDS[:top], WORLDS[top:3])
            return steps_page.build(state, PROFILE, earned)

    return steps


def all_cards(steps: StepsView) -> list[StepCard]:
    return [card for group in (*steps.ladder, *steps.near) for card in group.cards]


@pytest.mark.parametrize(("school_type", "year"), EVERY_CLASS)
def test_every_class_reads_about_now_next_and_later_in_its_own_words(
    build: Build, school_type: str, year: int | None
) -> None:
    now, after, later = build(school_type, year).ladder
    assert now.title.startswith("Nu: ")
    assert after.title.startswith("Straks: ")
    assert later.title.startswith("Later: ")
    assert all(group.text for group in (now, after, later))


@pytest.mark.parametrize(("school_type", "year"), EVERY_CLASS)
def test_what_the_words_promise_is_what_the_cards_of_that_step_are(
    build: Build, school_type: str, year: int | None
) -> None:
    rung = rung_for(school_type, year)
    steps = build(school_type, year).ladder
    for group, levels in zip(steps, (rung.now, rung.next, rung.later), strict=True):
        said = " ".join((group.title, group.text, *group.points)).lower()
        for level in levels:
            assert re.search(SAID_AS[level], said), (level, said)


def test_primary_school_reads_what_each_school_type_holds(build: Build) -> None:
    points = build("po", 8).ladder[1].points
    assert [point.split(":")[0] for point in points] == ["Praktijkonderwijs", "Vmbo", "Havo", "Vwo"]


def test_a_world_without_steps_is_named_and_so_is_where_it_does_come(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(catalogue: Catalogue, pupil: Pupil) -> NextSteps:
        found = match_next_steps(catalogue, pupil)
        (later, *_) = found.programmes_later
        return replace(
            found,
            missing_worlds=("hitech-science",),
            programmes_later=(replace(later, world="hitech-science"),),
        )

    monkeypatch.setattr(steps_page, "match_next_steps", without)
    note = build("vmbo-bb", 1, home="GM0687").note
    assert "Voor “Hi-tech & Science”" in note
    assert "Kijk voor “Hi-tech & Science” bij Later" in note


def test_pupils_in_the_middle_of_a_region_need_no_excuse(build: Build) -> None:
    assert build("mbo", 2).note == ""


def test_where_schools_are_known_and_companies_are_not_only_companies_are_lacking(
    build: Build,
) -> None:
    groningen = build("brugklas", 1, home="GM0014")
    assert any(card.site for card in groningen.ladder[0].cards)
    assert "Bedrijven bij jou in de buurt kennen we nog weinig" in groningen.note
    assert "maar weinig" not in groningen.note


def test_who_gets_nothing_reads_at_each_step_what_to_do_instead(app: Flask) -> None:
    nobody = replace(PROFILE, probabilities=dict.fromkeys(WORLDS, 0.0))
    with app.test_request_context("/resultaat"):
        steps = steps_page.build(STATE, nobody, EarnedWorlds(WORLDS[:1], ()))
    leads = [group.lead for group in steps.ladder]
    assert all("Dat ligt aan onze lijst, niet aan jou" in lead for lead in leads)
    for lead, place in zip(leads, ("mentor of decaan", "KiesMBO", "Studiekeuze123"), strict=True):
        assert place in lead


def test_a_source_that_is_old_or_never_looked_at_says_so(app: Flask) -> None:
    with app.test_request_context("/resultaat"):
        assert checked(date(2026, 1, 2), date(2027, 1, 1)) == "bekeken op 2 januari 2026"
        assert checked(date(2026, 1, 2), date(2027, 1, 3)).endswith(", dat is lang geleden")
        assert checked(None, date(2027, 1, 3)) == "nog niet nagekeken"


def test_the_hint_of_today_stands_above_the_ladder(visitor: Visitor) -> None:
    visitor.begin(school_type="po", year="7")
    while (page := visitor.get("/vragen")).path != "/resultaat":
        page = visitor.submit_randomly(page)
    assert load_texts("nl").results["moment.groep7"] in page.text
    assert reading.steps(page)


@pytest.mark.parametrize("home", ["GM0228", "GM0687", "GM0303", "GM0361", "GM0363", None])
@pytest.mark.parametrize(("school_type", "year"), [("vmbo-kb", 2), ("havo", 5), ("mbo", 4)])
def test_whoever_reads_kilometres_reads_that_they_are_as_the_crow_flies(
    build: Build, school_type: str, year: int, home: str | None
) -> None:
    steps = build(school_type, year, home=home)
    told = [" ".join((card.text, *card.facts)) for card in all_cards(steps)]
    names_kilometres = any(re.search(r"\d km", words) for words in told)
    assert ("hemelsbreed" in steps.distances) == names_kilometres
