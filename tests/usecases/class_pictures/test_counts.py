"""Which counts are in sight, and what somebody who knows the rule can work out from them."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.class_pictures.counts import tech_type_counts, top_three_counts

Shown = tuple[int | None, ...]


@st.composite
def lessons(draw: st.DrawFn) -> tuple[list[int], int, int]:
    """Counts over seven worlds of 15 to 40 pupils with three worlds each, and those left out."""
    pupils = draw(st.integers(15, 40))
    likes = draw(st.lists(st.integers(0, 20), min_size=7, max_size=7))
    counts = [0] * 7
    for pupil in range(pupils):
        ranked = sorted(range(7), key=lambda world: -(likes[world] + (pupil * (world + 3)) % 17))
        for world in ranked[:3]:
            counts[world] += 1
    return counts, pupils, draw(st.integers(0, 6))


@given(lessons())
def test_no_small_count_and_no_nearly_everybody_is_in_sight(
    lesson: tuple[list[int], int, int],
) -> None:
    counts, pupils, left_out = lesson
    shown = top_three_counts(counts, pupils, left_out)
    for count, true in zip(shown, counts, strict=True):
        assert count is None or (count == true and 5 <= count <= pupils - 5)


@given(lessons())
def test_a_hidden_count_is_never_alone(lesson: tuple[list[int], int, int]) -> None:
    counts, pupils, left_out = lesson
    assert top_three_counts(counts, pupils, left_out).count(None) != 1


def test_everything_is_in_sight_when_nothing_is_small() -> None:
    assert top_three_counts([16, 14, 12, 11, 8, 8, 6], 25) == (16, 14, 12, 11, 8, 8, 6)


def test_the_least_popular_world_is_hidden_with_a_small_count() -> None:
    assert top_three_counts([3, 18, 16, 12, 10, 9, 7], 25) == (None, 18, 16, 12, 10, 9, None)


def test_when_a_few_gave_too_few_answers_their_number_cannot_be_worked_out() -> None:
    open_counts = [16, 14, 12, 11, 8, 8, 6]
    assert None in top_three_counts(open_counts, 25, left_out=2)
    assert None not in top_three_counts(open_counts, 25, left_out=5)


@given(st.lists(st.integers(0, 12), min_size=5, max_size=5), st.integers(15, 40))
def test_tech_types_follow_the_same_limits(counts: list[int], pupils: int) -> None:
    shown = tech_type_counts(counts, pupils)
    assert all(count is None or 5 <= count <= pupils - 5 for count in shown)


def test_a_tech_type_is_hidden_alone_since_no_total_is_known() -> None:
    assert tech_type_counts([12, 9, 8, 7, 2], 25) == (12, 9, 8, 7, None)


def test_unless_nearly_everybody_has_two_others() -> None:
    assert tech_type_counts([10, 10, 9, 0, 0], 15) == (10, 10, None, None, None)


def every_table(worlds: int, total: int, most: int) -> Iterator[tuple[int, ...]]:
    """Every way in which counts of at most `most` sum to a total."""
    if worlds == 1:
        if total <= most:
            yield (total,)
        return
    for first in range(min(total, most) + 1):
        for rest in every_table(worlds - 1, total - first, most):
            yield (first, *rest)


@pytest.mark.parametrize(("worlds", "pupils"), [(4, 15), (5, 15), (5, 17)])
def test_who_knows_the_rule_still_has_at_least_four_values_for_every_hidden_small_count(
    worlds: int, pupils: int
) -> None:
    """For all tables at once: those that look the same keep each hidden count apart."""
    look_alike: dict[Shown, list[tuple[int, ...]]] = defaultdict(list)
    for table in every_table(worlds, 3 * pupils, pupils):
        look_alike[top_three_counts(table, pupils)].append(table)
    for shown, tables in look_alike.items():
        for place in (place for place, count in enumerate(shown) if count is None):
            possible = {table[place] for table in tables}
            is_never_small_or_nearly_all = possible <= set(range(5, pupils - 4))
            assert is_never_small_or_nearly_all or len(possible) >= 4
