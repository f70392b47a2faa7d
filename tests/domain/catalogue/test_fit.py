"""A row is shown for a reason that the pupil can follow, and not for a far-fetched one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pytest

from quiz.domain.catalogue.files.schema import LEVELS
from quiz.domain.catalogue.matching.diversity import candidates_of, choose
from quiz.domain.catalogue.matching.fit import Reason, least_fit, wishes_of
from quiz.domain.catalogue.matching.match_index import Listed, fill_shelf
from quiz.domain.catalogue.matching.parameters import REACH_OF_LEVEL, Reach
from quiz.domain.catalogue.matching.suggestion import Pupil

WORLDS = ("lab", "zorg", "zee", "bouw")
PUPIL = Pupil({"bouw": 0.5, "zorg": 0.3, "lab": 0.05, "zee": 0.15}, ("bouw", "zorg", "lab"), "havo")


@dataclass(frozen=True)
class Row:
    """A row with nothing but worlds."""

    id: str
    worlds: Mapping[str, float]


def reasons(pupil: Pupil, *rows: Mapping[str, float]) -> list[Reason]:
    """Choose among rows with these weights, all next door: the reason of each one shown."""
    listed = [Listed(Row(f"row-{place}", row), "row", ()) for place, row in enumerate(rows)]
    shelf = fill_shelf("", listed, WORLDS, {})
    found = candidates_of(shelf, wishes_of(pupil, WORLDS), np.ones(len(rows)), 9)
    return [candidate.reason for candidate in choose(found, 9)]


def test_fit_is_the_sum_of_probability_times_weight() -> None:
    assert reasons(PUPIL, {"bouw": 1, "zorg": 0.5}) == [Reason("bouw", 1, 0.65)]


def test_the_reason_is_the_top_world_that_adds_most_when_every_world_has_a_row() -> None:
    first, second = reasons(PUPIL, {"bouw": 1}, {"bouw": 0.4, "zorg": 0.9})
    assert (first.world, first.rank) == ("bouw", 1)
    assert (second.world, second.rank) == ("zorg", 2)


def test_the_first_world_is_never_left_out_while_a_row_is_about_it() -> None:
    only, other = reasons(PUPIL, {"bouw": 0.4, "zorg": 0.9}, {"zorg": 1})
    assert {only.world, other.world} == {"bouw", "zorg"}


def test_a_world_far_behind_is_no_reason_even_when_the_row_fits_a_little() -> None:
    pupil = Pupil({"bouw": 0.8, "zorg": 0.1}, ("bouw", "zorg"), "havo")
    assert reasons(pupil, {"bouw": 0.3, "zorg": 1.0}) == []


def test_equal_reasons_go_to_the_higher_rank() -> None:
    pupil = Pupil({"zee": 0.4, "lab": 0.4}, ("zee", "lab"), "havo")
    assert reasons(pupil, {"zee": 0.5, "lab": 0.5}) == [Reason("zee", 1, 0.4)]


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
    assert reasons(PUPIL, weights) == []


def test_a_pupil_without_numbers_gets_nothing() -> None:
    empty = Pupil({}, ("bouw",), "havo")
    assert least_fit(empty) == 0
    assert reasons(empty, {"bouw": 1.0}) == []


@pytest.mark.parametrize("level", LEVELS)
def test_farther_is_never_nearer(level: str) -> None:
    kilometres = np.array([0, 1, 10, 50, 100, 400, np.inf])
    nearness = REACH_OF_LEVEL[level].nearness(kilometres).tolist()
    assert nearness == sorted(nearness, reverse=True)
    assert nearness[0] == 1


def test_at_the_edge_of_reach_half_is_left() -> None:
    nearness = Reach(km=40, elsewhere=0.4).nearness(np.array([40.0, 41.0, np.inf]))
    assert nearness.tolist() == [0.5, 0.4, 0.4]
