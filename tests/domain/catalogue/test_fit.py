"""A row is shown for a reason that the pupil can follow, and not for a far-fetched one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.catalogue.files.schema import LEVELS
from quiz.domain.catalogue.matching.diversity import Candidate, candidates_of, choose
from quiz.domain.catalogue.matching.fit import is_about, wishes_of
from quiz.domain.catalogue.matching.match_index import Columns, Listed, fill_shelf
from quiz.domain.catalogue.matching.parameters import (
    FAR_LESS,
    FARTHER,
    LIKING,
    REACH_OF_COMPANY,
    REACH_OF_EVENT,
    REACH_OF_LEVEL,
)
from quiz.domain.catalogue.matching.suggestion import Pupil

WORLDS = ("lab", "zorg", "zee", "bouw")
TAGS = ("brug", "dijk", "verf")
PUPIL = Pupil({"bouw": 0.5, "zorg": 0.3, "lab": 0.05, "zee": 0.15}, ("bouw", "zorg", "lab"), "havo")
CLEAR = replace(PUPIL, worlds=("bouw",))


@dataclass(frozen=True)
class Row:
    """A row with nothing but worlds and tags."""

    id: str
    worlds: Mapping[str, float]
    tags: tuple[str, ...] = field(default=())


def row(number: int, worlds: Mapping[str, float], *tags: str) -> Row:
    return Row(f"row-{number}", worlds, tags)


def candidates(pupil: Pupil, *rows: Row, nearness: float = 1.0) -> list[Candidate]:
    """All reasons to show these rows, which lie equally near."""
    shelf = fill_shelf("", [Listed(one, "row", ()) for one in rows], Columns(WORLDS, TAGS), {})
    wishes = wishes_of(pupil, WORLDS, TAGS)
    return list(candidates_of(shelf, wishes, np.full(len(rows), nearness), 99))


def shown(pupil: Pupil, *weights: Mapping[str, float], most: int = 9) -> list[tuple[str, str]]:
    """Choose among rows with these weights, all next door: row and reason of each one shown."""
    found = candidates(pupil, *(row(number, each) for number, each in enumerate(weights)))
    return [(one.row.id, one.reason.world) for one in choose(found, most)]


def scores(pupil: Pupil, *rows: Row) -> dict[str, float]:
    """How much speaks for each of these rows because of building."""
    return {one.row.id: one.score for one in candidates(pupil, *rows) if one.reason.world == "bouw"}


def test_a_row_that_is_all_about_a_world_goes_before_one_that_is_about_three() -> None:
    pure, mixed = {"bouw": 0.6}, {"bouw": 1.0, "lab": 0.7, "zee": 0.3}
    assert shown(CLEAR, mixed, pure) == [("row-1", "bouw"), ("row-0", "bouw")]


def test_a_row_about_two_worlds_of_the_pupil_suits_both_better_than_one_about_one() -> None:
    first, *_ = shown(PUPIL, {"bouw": 1}, {"bouw": 1, "zorg": 0.8})
    assert first == ("row-1", "bouw")


@pytest.mark.parametrize(
    ("weights", "about"),
    [
        ({"bouw": 1.0, "zorg": 0.9}, {"bouw", "zorg"}),
        ({"bouw": 1.0, "zorg": 0.85}, {"bouw"}),
        ({"bouw": 0.3, "zorg": 0.29}, {"bouw", "zorg"}),
        ({"bouw": 0.3}, {"bouw"}),
        ({"zee": 1.0, "bouw": 0.8}, set()),
        ({"bouw": 0.0, "zorg": 0.0}, set()),
    ],
)
def test_only_what_a_row_is_most_about_is_a_reason(
    weights: dict[str, float], about: set[str]
) -> None:
    assert {one.reason.world for one in candidates(PUPIL, row(0, weights))} == about
    assert {world for world in PUPIL.worlds if is_about(weights, world)} == about


def test_every_world_shown_gets_a_row_of_its_own_however_little_it_draws() -> None:
    pupil = replace(PUPIL, probabilities={"bouw": 0.98, "zorg": 0.02, "lab": 0.0})
    many = [{"bouw": 1.0}] * 9
    assert {world for _, world in shown(pupil, *many, {"zorg": 1}, {"lab": 1}, most=3)} == {
        *("bouw", "zorg", "lab")
    }


def test_a_world_gives_way_where_another_has_nothing_else() -> None:
    """The best row for building is the only one for care, so building takes its second best."""
    both = {"bouw": 1.0, "zorg": 1.0}
    found = shown(PUPIL, both, {"bouw": 1.0, "zee": 0.5}, most=2)
    assert sorted(found) == [("row-0", "zorg"), ("row-1", "bouw")]
    assert shown(PUPIL, both, most=2) == [("row-0", "bouw")]


def test_a_pupil_may_have_one_world_or_two_and_others_are_no_reason() -> None:
    assert shown(CLEAR, {"bouw": 1}, {"zorg": 1}) == [("row-0", "bouw")]
    assert shown(replace(PUPIL, worlds=()), {"bouw": 1}) == []
    assert shown(replace(PUPIL, worlds=("elders",)), {"bouw": 1}) == []


def test_a_pupil_without_numbers_gets_nothing() -> None:
    assert shown(Pupil({}, ("bouw",), "havo"), {"bouw": 1.0}) == []


def test_a_row_that_suits_far_less_than_the_best_is_left_out() -> None:
    liked = replace(CLEAR, likes={"brug": 0.8, "verf": 0.3})
    found = candidates(liked, row(0, {"bouw": 1}, "brug"), row(1, {"bouw": 1}, "verf"))
    assert [one.row.id for one in choose(found, 9, FAR_LESS)] == ["row-0"]
    assert [one.row.id for one in choose(found, 9)] == ["row-0", "row-1"]
    (only,) = candidates(liked, row(1, {"bouw": 1}, "verf"))
    assert choose([only], 9, FAR_LESS) == [only]


def test_a_world_keeps_its_step_also_where_only_a_row_that_suits_far_less_is_left() -> None:
    pupil = replace(PUPIL, worlds=("bouw", "zorg"), likes={"brug": 0.9, "verf": 0.2})
    both, rest = row(0, {"bouw": 1, "zorg": 1}, "brug"), row(1, {"zorg": 1}, "verf")
    found = choose(candidates(pupil, both, rest), 9, FAR_LESS)
    assert [(one.row.id, one.reason.world) for one in found] == [
        ("row-0", "bouw"),
        ("row-1", "zorg"),
    ]


def test_what_is_liked_within_a_world_goes_first() -> None:
    rows = (row(0, {"bouw": 1}, "brug"), row(1, {"bouw": 1}, "verf"), row(2, {"bouw": 1}))
    without = scores(CLEAR, *rows)
    assert len(set(without.values())) == 1
    found = scores(replace(CLEAR, likes={"brug": 0.7, "verf": 0.4}), *rows)
    assert found["row-0"] > found["row-2"] > found["row-1"]
    assert found["row-2"] == without["row-2"]


WEIGHTS = st.dictionaries(st.sampled_from(WORLDS), st.floats(0.05, 1), min_size=1)
LIKES = st.dictionaries(st.sampled_from(TAGS), st.floats(0, 1))


@given(WEIGHTS, st.floats(0.01, 1))
def test_only_the_proportions_of_weights_count(weights: dict[str, float], scale: float) -> None:
    smaller = {world: weight * scale for world, weight in weights.items()}
    before, after = candidates(PUPIL, row(0, weights)), candidates(PUPIL, row(0, smaller))
    kept = {one.reason.world: one.score for one in after}
    for one in before:
        clear = abs(weights[one.reason.world] / max(weights.values()) - 0.9) > 1e-6
        assert not clear or kept[one.reason.world] == pytest.approx(one.score, abs=1e-6)


@given(LIKES, st.sets(st.sampled_from(TAGS)), st.sampled_from(TAGS), st.floats(0, 1))
def test_a_tag_that_is_liked_more_never_lowers_a_row_with_it(
    likes: dict[str, float], tags: set[str], tag: str, more: float
) -> None:
    one = row(0, {"bouw": 1}, *sorted(tags | {tag}))
    other = row(1, {"bouw": 1}, *sorted(tags - {tag}))
    raised = {**likes, tag: max(likes.get(tag, 0.5), more)}
    before, after = (scores(replace(CLEAR, likes=known), one, other) for known in (likes, raised))
    assert after["row-0"] >= before["row-0"]
    assert after["row-1"] == before["row-1"]


def test_liking_is_bounded_for_one_tag() -> None:
    rows = (row(0, {"bouw": 1}, "brug"), row(1, {"bouw": 1}))
    for liked, power in ((1.0, LIKING / 2), (0.0, -LIKING / 2)):
        found = scores(replace(CLEAR, likes={"brug": liked}), *rows)
        assert found["row-0"] / found["row-1"] == pytest.approx(np.exp(power), rel=1e-6)


REACHES = [REACH_OF_COMPANY, REACH_OF_EVENT, *(REACH_OF_LEVEL[level] for level in LEVELS)]


@pytest.mark.parametrize("reach", REACHES)
def test_farther_is_never_nearer_and_within_reach_costs_a_sixth_at_most(reach: object) -> None:
    assert isinstance(reach, type(REACH_OF_COMPANY))
    kilometres = np.array([0, 1, reach.km / 2, reach.km, reach.km + 1, 400, np.inf])
    nearness = reach.nearness(kilometres).tolist()
    assert nearness == sorted(nearness, reverse=True)
    assert nearness[0] == 1
    assert nearness[3] >= 0.8
    assert nearness[4] < nearness[3]


@given(st.floats(0.05, 1), st.floats(1.0001, 9), st.floats(0, 50), st.floats(0, 50))
def test_within_reach_a_row_that_suits_more_than_a_fifth_better_wins_wherever_it_lies(
    suits: float, better: float, near: float, far: float
) -> None:
    reach = REACH_OF_LEVEL["mbo-4"]
    nearer, farther = reach.nearness(np.array([near, far])).tolist()
    assert suits * (1 + FARTHER) * better * farther > suits * nearer
