"""What comes after what: a level that follows on another, and one name on two levels."""

from dataclasses import replace
from itertools import product

from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import Pupil
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, programme
from tests.real import real_catalogue

PUPIL = Pupil({"bouw": 0.7, "zorg": 0.3}, ("bouw", "zorg"), "vmbo-kb", 3, "GM0228")
NOWHERE = replace(PUPIL, municipality=None)


def test_one_name_on_two_levels_is_not_two_choices(files: Files, build: Build) -> None:
    """An Ad and a hbo of one name are nearly the same: another name that fits comes between."""
    files["programmes.csv"] += [programme(f"a-{n}", "mbo-3", "bouw:1") for n in range(3)]
    files["programmes.csv"] += [programme(f"b-{n}", "mbo-4", "bouw:1") for n in range(3)]
    for row in files["programmes.csv"]:
        if row["id"] in {"a-0", "b-0"}:
            row["name_nl"] = "Aannemen"
    now = match_next_steps(build(files), NOWHERE).programmes_now
    assert [card.name_nl for card in now].count("Aannemen") == 1


def test_a_level_that_follows_on_another_is_shown_after_it(files: Files, build: Build) -> None:
    """Praktijkonderwijs leads to mbo 1, and from there to 2, whatever fits best or is nearest."""
    files["programmes.csv"] += [programme("assisteren", "mbo-1", "bouw:1;zorg:0.9")]
    files["programmes.csv"] += [programme(f"b-{n}", "mbo-2", "bouw:1") for n in range(4)]
    young = replace(PUPIL, school_type="pro", year=2)
    levels = [card.level for card in match_next_steps(build(files), young).programmes_next]
    assert levels[0] == "mbo-1"
    assert levels == sorted(levels)
    assert len(set(levels)) == 2


def test_later_in_primary_school_is_each_road_once() -> None:
    """The page says that mbo, hbo and university work side by side, so it shows one of each."""
    catalogue = real_catalogue()
    for world, town in product(catalogue.worlds, ("GM0228", "GM0093", "GM0344", None)):
        pupil = Pupil({world: 1.0}, (world,), "po", 7, town)
        later = match_next_steps(catalogue, pupil).programmes_later
        assert [card.level for card in later] == ["mbo-4", "hbo", "wo"]
