"""Which card is first: what was liked within the world, what fits better, the usual level."""

from dataclasses import replace

from quiz.domain.catalogue.matching.match import match_next_steps
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, offering, programme
from tests.domain.catalogue.test_match import NOWHERE, PUPIL, ids


def test_what_the_pupil_liked_within_a_world_decides_which_card_is_first(
    files: Files, build: Build
) -> None:
    files["programmes.csv"] += [
        {**programme("a-lab", "mbo-4", "bouw:1"), "tags": "lab"},
        {**programme("z-robots", "mbo-4", "bouw:1"), "tags": "robots"},
    ]
    catalogue = build(files)
    for liked, other in (("robots", "lab"), ("lab", "robots")):
        pupil = replace(NOWHERE, worlds=("bouw",), likes={liked: 0.7, other: 0.3})
        first, *others = ids(match_next_steps(catalogue, pupil).programmes_now)
        assert first.endswith(liked)
        assert not any(name.endswith(other) for name in others)
    assert "a-lab" in ids(match_next_steps(catalogue, NOWHERE).programmes_now)


def test_a_near_row_never_goes_before_one_that_fits_more_than_a_fifth_better(
    files: Files, build: Build
) -> None:
    files["programmes.csv"] += [programme("dichtbij", "mbo-4", "bouw:1;zorg:0.75")]
    files["programmes.csv"] += [programme("verder", "mbo-4", "bouw:1")]
    files["offerings.csv"] += [offering("dichtbij", "vak", "GM0228", "bol")]
    files["offerings.csv"] += [offering("verder", "zee", "GM0361", "bol")]
    files["municipalities.csv"][1].update({"lat": "52.4500", "lon": "5.6500"})
    for college in files["institutions.csv"]:  # none of which we know little
        college["only_worlds"] = "bouw"
    clear = replace(PUPIL, worlds=("bouw",))
    order = ids(match_next_steps(build(files), clear).programmes_now)
    assert order.index("verder") < order.index("dichtbij")


def test_where_levels_fit_alike_the_usual_one_goes_first(files: Files, build: Build) -> None:
    files["programmes.csv"] += [
        programme("a-hbo", "hbo", "bouw:1"),
        programme("z-wo", "wo", "bouw:1"),
    ]
    files["offerings.csv"] += [
        offering(each, "vak", "GM0228", "voltijd") for each in ("a-hbo", "z-wo")
    ]
    student = replace(NOWHERE, school_type="vwo", year=6)
    assert ids(match_next_steps(build(files), student).programmes_now) == ["z-wo", "a-hbo"]


def test_a_study_that_nobody_gives_by_day_is_no_step(files: Files, build: Build) -> None:
    """An Ad without a place in the register is for who works already; of mbo we know few places."""
    files["programmes.csv"] += [
        programme("avond", "ad", "bouw:1"),
        programme("dag", "ad", "bouw:1"),
    ]
    files["offerings.csv"] += [offering("dag", "zee", "GM0687", "voltijd")]
    catalogue = build(files)
    for pupil in (PUPIL, NOWHERE):
        steps = match_next_steps(catalogue, replace(pupil, school_type="havo", year=5))
        assert "dag" in ids(steps.programmes_now)
        assert "avond" not in ids(steps.programmes_now)
