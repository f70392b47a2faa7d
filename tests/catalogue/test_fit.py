"""A row is shown for a reason that the pupil can follow, and not for a far-fetched one."""

import pytest

from quiz.catalogue import Pupil
from quiz.catalogue.fit import Reason, least_fit, reason_for
from quiz.catalogue.parameters import REACH_OF_LEVEL, Reach
from quiz.catalogue.schema import LEVELS

PUPIL = Pupil({"bouw": 0.5, "zorg": 0.3, "lab": 0.05, "zee": 0.15}, ("bouw", "zorg", "lab"), "havo")


def test_fit_is_the_sum_of_probability_times_weight() -> None:
    assert reason_for(PUPIL, {"bouw": 1, "zorg": 0.5}) == Reason("bouw", 1, 0.65)


def test_the_reason_is_the_top_world_that_adds_most() -> None:
    reason = reason_for(PUPIL, {"bouw": 0.4, "zorg": 0.9})
    assert reason is not None
    assert (reason.world, reason.rank) == ("zorg", 2)


def test_a_world_far_behind_is_no_reason_even_when_the_row_fits_a_little() -> None:
    pupil = Pupil({"bouw": 0.8, "zorg": 0.1}, ("bouw", "zorg"), "havo")
    assert reason_for(pupil, {"bouw": 0.3, "zorg": 1.0}) is None


def test_equal_reasons_go_to_the_higher_rank() -> None:
    pupil = Pupil({"a": 0.4, "b": 0.4}, ("b", "a"), "havo")
    assert reason_for(pupil, {"a": 0.5, "b": 0.5}) == Reason("b", 1, 0.4)


@pytest.mark.parametrize(
    "weights",
    [
        pytest.param({"bouw": 0.3}, id="only a little about a top world"),
        pytest.param({"zee": 1.0}, id="about another world"),
        pytest.param({"lab": 1.0}, id="about a world far behind the first"),
        pytest.param({"elders": 1.0}, id="about a world the pupil has no number for"),
    ],
)
def test_far_fetched_rows_have_no_reason(weights: dict[str, float]) -> None:
    assert reason_for(PUPIL, weights) is None


def test_a_pupil_without_numbers_gets_nothing() -> None:
    empty = Pupil({}, ("bouw",), "havo")
    assert least_fit(empty) == 0
    assert reason_for(empty, {"bouw": 1.0}) is None


@pytest.mark.parametrize("level", LEVELS)
def test_farther_is_never_nearer(level: str) -> None:
    reach = REACH_OF_LEVEL[level]
    nearness = [reach.nearness(km) for km in (0, 1, 10, 50, 100, 400)] + [reach.nearness(None)]
    assert nearness == sorted(nearness, reverse=True)
    assert nearness[0] == 1


def test_at_the_edge_of_reach_half_is_left() -> None:
    assert Reach(km=40, elsewhere=0.4).nearness(40) == 0.5
    assert Reach(km=40, elsewhere=0.4).nearness(41) == 0.4
