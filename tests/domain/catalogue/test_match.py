"""Next steps on a small catalogue: each rule by itself."""

from dataclasses import replace

import pytest

from quiz.domain.catalogue.credits import CREDITS
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.parameters import MOST_NOW, MOST_VENUES
from quiz.domain.catalogue.matching.suggestion import Pupil, Suggestion
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, company, institution, offering, programme

PUPIL = Pupil({"bouw": 0.7, "zorg": 0.3}, ("bouw", "zorg"), "vmbo-kb", 3, "GM0228")
NOWHERE = replace(PUPIL, municipality=None)


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.id for suggestion in suggestions]


def test_a_card_says_what_where_and_why(files: Files, build: Build) -> None:
    card = match_next_steps(build(files), PUPIL).programmes_now[0]
    assert (card.id, card.kind, card.level) == ("timmeren", "mbo", "mbo-3")
    assert (card.name("nl"), card.name("en")) == ("Timmeren", "timmeren in English")
    assert card.description("nl") == "Je leert iets."
    assert card.description("en") == "You learn something."
    assert (card.world, card.rank) == ("bouw", 1)
    assert card.fit == pytest.approx(0.9785, abs=0.001)
    assert (card.register, card.code) == ("crebo", "25001")
    assert (card.institution, card.place, card.distance_km) == ("Vak", "Ede", 0)
    assert card.modes == ("bbl", "bol")
    assert card.source_url == "https://example.org/bron"
    assert card.checked_on is not None


def test_the_same_programme_at_several_places_is_one_card_nearest_first(
    files: Files, build: Build
) -> None:
    files["offerings.csv"].append(offering("timmeren", "zee", "GM0228", "bol"))
    now = match_next_steps(build(files), PUPIL).programmes_now
    card = next(card for card in now if card.id == "timmeren")
    assert ids(now).count("timmeren") == 1
    assert [(venue.institution, venue.place) for venue in card.venues] == [
        ("Vak", "Ede"),
        ("Zee", "Ede"),
    ]


def test_a_place_out_of_reach_is_not_named(files: Files, build: Build) -> None:
    far = match_next_steps(build(files), replace(PUPIL, municipality="GM0361"))
    card = far.programmes_now[0]
    assert (card.venues, card.institution, card.place, card.modes) == ((), "", "", ())
    assert card.distance_km is None
    assert far.few_near


def test_a_profile_that_no_school_near_home_has_comes_only_as_the_best_of_its_world(
    files: Files, build: Build
) -> None:
    files["programmes.csv"].append(programme("varen", "vmbo", "bouw:0.9;zorg:0.3"))
    pupil = replace(PUPIL, worlds=("bouw",), year=2)
    files["offerings.csv"].append(offering("varen", "zee", "GM0687", "voltijd"))
    nowhere_near = match_next_steps(build(files), pupil).programmes_now
    assert ids(nowhere_near) == ["bouwen", "varen"]
    files["offerings.csv"].append(offering("bouwen", "vak", "GM0228", "voltijd"))
    assert ids(match_next_steps(build(files), pupil).programmes_now) == ["bouwen"]
    files["programmes.csv"][-1]["worlds"], files["programmes.csv"][0]["worlds"] = (
        files["programmes.csv"][0]["worlds"],
        files["programmes.csv"][-1]["worlds"],
    )
    best_is_far = match_next_steps(build(files), pupil).programmes_now
    assert set(ids(best_is_far)) == {"bouwen", "varen"}
    assert {card.id for card in best_is_far if card.venues} == {"bouwen"}


def test_of_schools_equally_near_one_with_a_site_is_named_first(files: Files, build: Build) -> None:
    files["institutions.csv"][0]["website"] = ""
    files["offerings.csv"].append(offering("timmeren", "zee", "GM0228", "bol"))
    card = match_next_steps(build(files), PUPIL).programmes_now[0]
    assert [venue.institution for venue in card.venues] == ["Zee", "Vak"]


def test_without_a_home_place_plays_no_part(files: Files, build: Build) -> None:
    steps = match_next_steps(build(files), NOWHERE)
    assert ids(steps.programmes_now) == ["timmeren", "zorgen"]
    assert not any(card.venues for card in steps.programmes_now)
    assert steps.companies == ()
    assert ids(steps.events) == ["landelijk"]
    assert not steps.few_near


def test_a_home_that_no_longer_exists_counts_as_none(files: Files, build: Build) -> None:
    catalogue = build(files)
    assert match_next_steps(catalogue, replace(PUPIL, municipality="GM0001")) == (
        match_next_steps(catalogue, NOWHERE)
    )


@pytest.mark.parametrize(
    ("file", "gone"),
    [
        ("programmes.csv", "timmeren"),
        ("companies.csv", "bouwer"),
        ("events.csv", "dichtbij"),
    ],
)
def test_a_row_without_a_source_is_never_shown(
    files: Files, build: Build, file: str, gone: str
) -> None:
    for row in files[file]:
        if row["id"] == gone:
            row["source_url"] = ""
    steps = match_next_steps(build(files), PUPIL)
    shown = (*steps.programmes_now, *steps.companies, *steps.events)
    assert gone not in ids(shown)


def test_a_place_without_a_source_is_never_shown(files: Files, build: Build) -> None:
    for row in files["offerings.csv"]:
        row["source_url"] = ""
    steps = match_next_steps(build(files), PUPIL)
    assert ids(steps.programmes_now) == ["timmeren", "zorgen"]
    assert not any(card.venues for card in steps.programmes_now)


def test_nearer_goes_first_when_all_else_is_equal(files: Files, build: Build) -> None:
    files["programmes.csv"] += [programme("aa-ver", "mbo-4", "bouw:1")]
    files["programmes.csv"] += [programme("zz-dichtbij", "mbo-4", "bouw:1")]
    files["offerings.csv"] += [offering("zz-dichtbij", "vak", "GM0228", "bol")]
    files["offerings.csv"] += [offering("aa-ver", "zee", "GM0687", "bol")]
    catalogue = build(files)
    near = ids(match_next_steps(catalogue, PUPIL).programmes_now)
    nowhere = ids(match_next_steps(catalogue, NOWHERE).programmes_now)
    assert near.index("zz-dichtbij") < near.index("aa-ver")
    assert nowhere.index("aa-ver") < nowhere.index("zz-dichtbij")


def test_every_top_world_gets_a_card_before_any_gets_two(files: Files, build: Build) -> None:
    files["programmes.csv"] += [programme(f"bouw-{n}", "mbo-3", "bouw:1") for n in range(20)]
    now = match_next_steps(build(files), PUPIL).programmes_now
    assert len(now) == MOST_NOW
    assert [card.id for card in now if card.world == "zorg"] == ["zorgen"]


def test_levels_take_turns_when_they_fit_alike(files: Files, build: Build) -> None:
    files["programmes.csv"] += [programme(f"a-{n}", "mbo-3", "bouw:1") for n in range(20)]
    files["programmes.csv"] += [programme(f"b-{n}", "mbo-4", "bouw:1") for n in range(20)]
    now = match_next_steps(build(files), NOWHERE).programmes_now
    assert {card.level for card in now} == {"mbo-3", "mbo-4"}


def test_the_order_of_the_rows_in_the_files_does_not_matter(files: Files, build: Build) -> None:
    files["programmes.csv"] += [programme(f"bouw-{n}", "mbo-4", "bouw:1") for n in range(9)]
    files["companies.csv"] += [company(f"bedrijf-{n}", "GM0228", "bouw:1") for n in range(9)]
    forward = match_next_steps(build(files), PUPIL)
    for rows in files.values():
        rows.reverse()
    assert match_next_steps(build(files), PUPIL) == forward


def test_a_short_list_is_said_to_be_short(files: Files, build: Build) -> None:
    short = match_next_steps(build(files), PUPIL)
    assert short.thin
    assert short.few_near
    files["programmes.csv"] += [programme("stukadoren", "mbo-4", "bouw:1")]
    files["companies.csv"] += [
        {**company(f"bedrijf-{sector}", "GM0228", "bouw:1"), "sectors": sector}
        for sector in ("beton", "infra")
    ]
    longer = match_next_steps(build(files), PUPIL)
    assert not longer.thin
    assert not longer.few_near


def test_a_world_shown_without_programmes_is_named(files: Files, build: Build) -> None:
    files["programmes.csv"].pop()
    assert match_next_steps(build(files), PUPIL).missing_worlds == ("zorg",)
    clear = replace(PUPIL, worlds=("bouw",))
    assert match_next_steps(build(files), clear).missing_worlds == ()


def test_no_more_places_stand_on_a_card_than_a_pupil_compares(files: Files, build: Build) -> None:
    for n in range(5):
        files["institutions.csv"].append(institution(f"school-{n}", "GM0228"))
        files["offerings.csv"].append(offering("timmeren", f"school-{n}", "GM0228", "bol"))
    assert len(match_next_steps(build(files), PUPIL).programmes_now[0].venues) == MOST_VENUES


def test_the_sources_are_credited() -> None:
    names = {credit.name: credit for credit in CREDITS}
    assert names["GeoNames"].licence == "CC BY 4.0"
    assert {"CBS", "DUO / RIO", "SBB"} <= set(names)
