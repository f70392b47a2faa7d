"""Companies and events: near home, one of a kind, and for whom they are meant."""

import re
from dataclasses import replace

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.kinds import kind_of
from quiz.domain.catalogue.matching.match import match_next_steps
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, company, event
from tests.domain.catalogue.test_match import PUPIL, ids

CLEAR = replace(PUPIL, worlds=("bouw",))


def test_companies_are_near_and_say_what_they_do(files: Files, build: Build) -> None:
    files["companies.csv"] += [company("zeeuws", "GM0687", "bouw:1")]
    files["companies.csv"] += [company("ander-werk", "GM0228", "zorg:1;bouw:0.8")]
    (card,) = match_next_steps(build(files), CLEAR).companies
    assert (card.id, card.kind) == ("bouwer", "company")
    assert card.name("nl") == card.name("en") == "Bouwer"
    assert (card.description("nl"), card.description("en")) == ("Bouwt iets.", "Builds something.")
    assert (card.place, card.distance_km) == ("Ede", 0)
    assert card.website == "https://bouwer.example.org"


def test_events_are_of_the_own_region_or_national(files: Files, build: Build) -> None:
    files["events.csv"] += [event("zeeuws", "GM0687", "fair", "regional")]
    near, national = match_next_steps(build(files), PUPIL).events
    assert (near.id, near.place, near.distance_km, near.months) == ("dichtbij", "Ede", 0, (3,))
    assert (near.kind, near.event_kind, near.scope) == ("event", "fair", "regional")
    assert (national.id, national.place, national.distance_km) == ("landelijk", "", None)


def test_an_event_of_another_region_counts_when_it_is_near(files: Files, build: Build) -> None:
    files["municipalities.csv"][1].update({"lat": "52.0500", "lon": "5.6000"})
    files["events.csv"] += [event("buren", "GM0361", "fair", "regional")]
    assert "buren" in ids(match_next_steps(build(files), PUPIL).events)


@pytest.mark.parametrize(
    ("audience", "who", "shown"),
    [
        ("", ("vwo", 6), True),
        ("po", ("po", 8), True),
        ("po", ("vmbo-kb", 2), False),
        ("po;havo:1-2", ("havo", 2), True),
        ("po;havo:1-2", ("havo", 3), False),
        ("po;havo:1-2", ("havo", None), True),
        ("po:7", ("po", 8), False),
    ],
)
def test_an_event_is_shown_to_those_it_is_for(
    files: Files, build: Build, audience: str, who: tuple[str, int | None], shown: bool
) -> None:
    files["events.csv"] += [{**event("lab", "GM0228", "fair", "regional"), "audience": audience}]
    pupil = replace(PUPIL, school_type=who[0], year=who[1])
    assert ("lab" in ids(match_next_steps(build(files), pupil).events)) is shown


def test_an_event_says_what_there_is_to_do(files: Files, build: Build) -> None:
    files["events.csv"][0] |= {"description_nl": "Je bouwt mee.", "description_en": "You build."}
    near = match_next_steps(build(files), PUPIL).events[0]
    assert (near.description("nl"), near.description("en")) == ("Je bouwt mee.", "You build.")


@pytest.mark.parametrize(
    ("first", "second"),
    [("overheid", "overheid"), ("ziekenhuis", "zorg"), ("onderwijs", "universiteit"), ("x", "X;y")],
)
def test_of_each_kind_of_company_the_best_one_is_shown(
    files: Files, build: Build, first: str, second: str
) -> None:
    files["companies.csv"] = [
        {**company("best", "GM0228", "bouw:1"), "sectors": first},
        {**company("ook-goed", "GM0228", "bouw:1;zorg:0.3"), "sectors": second},
        {**company("anders", "GM0228", "bouw:1;zorg:0.8"), "sectors": "iets-anders"},
        {**company("zonder", "GM0228", "bouw:1;zorg:0.8"), "sectors": ""},
    ]
    assert ids(match_next_steps(build(files), CLEAR).companies) == ["best", "anders", "zonder"]


def test_a_company_that_is_not_for_pupils_is_not_shown(files: Files, build: Build) -> None:
    files["companies.csv"][0]["for_pupils"] = "no"
    assert match_next_steps(build(files), PUPIL).companies == ()


def test_no_school_and_no_municipality_is_a_company_and_care_names_its_technology(
    seed: Catalogue,
) -> None:
    shown = [row for rows in seed.shown_companies.values() for row in rows]
    assert not {"school", "government"} & {kind_of(row) for row in shown}
    care = [row for row in shown if kind_of(row) == "care"]
    assert care
    technology = re.compile("techniek|apparatuur|hulpmiddelen")
    assert [row.id for row in care if not technology.search(row.what_they_do_nl)] == []


def test_every_event_that_is_shown_says_in_both_languages_what_there_is_to_do(
    seed: Catalogue,
) -> None:
    silent = [
        row.id for row in seed.shown_events if not (row.description_nl and row.description_en)
    ]
    assert silent == []
    primary = [row.id for row in seed.shown_events if row.kind == "pet_event"]
    assert all(list(seed.events[row_id].audience) == ["po"] for row_id in primary)
