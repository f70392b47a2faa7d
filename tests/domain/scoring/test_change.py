"""Then and now: a difference counts as "perhaps" only beyond what chance does, never as more."""

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.change import PERHAPS, WorldChange, change_between
from quiz.domain.scoring.profile import Profile
from tests.domain.scoring.test_profile import SCORER

ANSWERS = st.dictionaries(st.sampled_from(list(SCORER.items)), st.integers(0, 5))
NUMBERS = st.floats(-3, 3)


def profile(scorer: Scorer, high: str, low: str) -> Profile:
    """Somebody who likes one world most of all and another not at all."""
    liked = {high: scorer.values[-1], low: scorer.values[0]}
    return scorer.profile(
        {name: liked.get(world, scorer.values[1]) for name, world in scorer.items.items()}
    )


def test_a_pupil_who_turned_around_is_told_so_and_only_there(small: Scorer) -> None:
    first, second, third = small.worlds
    changes = change_between(profile(small, first, second), profile(small, second, first))
    assert {world: change.direction for world, change in changes.items()} == {
        first: "less",
        second: "more",
        third: "same",
    }


def test_the_worlds_stand_in_the_order_of_now(small: Scorer) -> None:
    first, second, _third = small.worlds
    now = profile(small, second, first)
    assert tuple(change_between(profile(small, first, second), now)) == now.worlds


@given(ANSWERS)
def test_whoever_answers_the_same_is_told_that_nothing_changed(answers: dict[str, int]) -> None:
    one = SCORER.profile(answers)
    for change in change_between(one, one).values():
        assert (change.difference, change.direction) == (0, "same")


@given(ANSWERS, ANSWERS)
def test_then_and_now_swapped_turns_every_difference_around(
    first: dict[str, int], second: dict[str, int]
) -> None:
    one, other = SCORER.profile(first), SCORER.profile(second)
    there, back = change_between(one, other), change_between(other, one)
    turned = {"more": "less", "less": "more", "same": "same"}
    for world, change in there.items():
        assert back[world].difference == -change.difference
        assert back[world].chance == change.chance > 0
        assert back[world].direction == turned[change.direction]
    assert sum(change.difference for change in there.values()) == pytest.approx(0, abs=1e-9)


@given(NUMBERS, NUMBERS, st.floats(0.1, 1), st.floats(0.1, 1))
def test_the_doubts_of_both_attempts_add_up_as_variances(
    then: float, now: float, doubt_then: float, doubt_now: float
) -> None:
    before = SCORER.profile({})
    world = before.worlds[0]
    after = replace(before, interest={**before.interest, world: now})
    after = replace(after, uncertainty={**before.uncertainty, world: doubt_now})
    before = replace(before, interest={**before.interest, world: then})
    before = replace(before, uncertainty={**before.uncertainty, world: doubt_then})
    change = change_between(before, after)[world]
    assert (change.before, change.after) == (then, now)
    assert change.chance == PERHAPS * hypot(doubt_then, doubt_now)
    shown = before.standing[world], after.standing[world]
    assert (change.shown_before, change.shown_after) == shown


@pytest.mark.parametrize(
    ("after", "said"), [(1.0, "same"), (1.01, "more"), (-1.0, "same"), (-1.01, "less")]
)
def test_exactly_what_chance_does_is_still_chance(after: float, said: str) -> None:
    assert WorldChange(0, after, 1.0, shown_before=0, shown_after=after).direction == said


def test_attempts_with_other_worlds_are_not_compared(small: Scorer) -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        change_between(profile(small, *small.worlds[:2]), SCORER.profile({}))
