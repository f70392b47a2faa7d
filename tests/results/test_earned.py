"""Which worlds a result speaks of: as many as earn it, none that would put somebody down."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quiz.domain.scoring.outcome import Outcome
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import earned_worlds
from quiz.usecases.attempts.finish import FrozenResult

A, B, C, D = "abcd"
PROFILE = Profile(
    worlds=(A, B, C, D),
    probabilities={A: 0.4, B: 0.3, C: 0.2, D: 0.1},
    interest={A: 1.0, B: 0.9, C: 0.2, D: -2.1},
    uncertainty=dict.fromkeys((A, B, C, D), 0.5),
    outcome="clear",
    top=(A,),
    answered=28,
    remarks=(),
    fallback=False,
)
FRONT: dict[Outcome, tuple[str, ...]] = {"clear": (A,), "close": (A, B), "broad": (A, B, C)}


def result(liked: str) -> FrozenResult:
    """A result in which something of each of these worlds is liked."""
    reasons = {world: ((f"question-{world}", 5),) if world in liked else () for world in (A, B, C)}
    return FrozenResult(1, 28, PROFILE, reasons, False, datetime(2026, 11, 27, tzinfo=UTC), (1, ""))


@pytest.mark.parametrize(
    ("outcome", "liked", "front", "also"),
    [
        pytest.param("clear", "abc", "a", "b", id="one in front, one that draws as well"),
        pytest.param("clear", "ac", "a", "", id="what draws but was never liked is left out"),
        pytest.param("clear", "", "a", "", id="nothing liked: only what comes first"),
        pytest.param("clear", "bc", "a", "b", id="the first one stays although never liked"),
        pytest.param("close", "abc", "ab", "", id="two nearly equal"),
        pytest.param("close", "b", "b", "", id="of two equal ones only the liked one"),
        pytest.param("close", "", "ab", "", id="two nearly equal and nothing liked"),
        pytest.param("broad", "abc", "abc", "", id="three nearly equal"),
        pytest.param("broad", "ac", "ac", "", id="of three equal ones the two that are liked"),
        pytest.param("broad", "", "abc", "", id="three nearly equal and nothing liked"),
    ],
)
def test_a_result_speaks_of_the_worlds_that_earn_it(
    outcome: Outcome, liked: str, front: str, also: str
) -> None:
    profile = replace(PROFILE, outcome=outcome, top=FRONT[outcome])
    earned = earned_worlds(profile, result(liked))
    assert (earned.front, earned.also) == (tuple(front), tuple(also))
    assert earned.all == tuple(front + also)
    assert earned.equal == (tuple(front) if len(front) > 1 else ())


def test_where_the_answers_tell_nothing_no_world_is_spoken_of() -> None:
    profile = replace(PROFILE, remarks=("all_equal",))
    assert earned_worlds(profile, result("abc")).all == ()
