"""When a link counts as broken: at once where it is gone, else from the second day."""

from datetime import date, timedelta

import pytest

from quiz.domain.catalogue.upkeep.links import FAILURES, LinkState, Outcome, Tried, after

MONDAY = date(2026, 11, 23)


def states(*tries: tuple[Outcome, int]) -> LinkState:
    """How a link stands after these tries, each so many days after Monday."""
    state: LinkState | None = None
    for outcome, days in tries:
        state = after(state, Tried(outcome), MONDAY + timedelta(days=days))
    assert state is not None
    return state


@pytest.mark.parametrize("outcome", sorted(FAILURES - {Outcome.GONE}))
def test_a_failure_counts_on_the_second_day(outcome: Outcome) -> None:
    assert not states((outcome, 0)).is_broken
    assert not states((outcome, 0), (outcome, 0), (outcome, 0)).is_broken
    state = states((outcome, 0), (outcome, 7))
    assert state.is_broken
    assert state.failed_since == MONDAY


def test_what_is_gone_is_gone_at_once() -> None:
    assert states((Outcome.GONE, 0)).is_broken


@pytest.mark.parametrize("outcome", [Outcome.GOOD, Outcome.CLOSED])
def test_what_answers_again_begins_anew(outcome: Outcome) -> None:
    silent = Outcome.SILENT
    assert not states((silent, 0), (silent, 1), (outcome, 2)).is_broken
    assert not states((silent, 0), (outcome, 1), (silent, 2)).is_broken


def test_different_failures_are_one_row_of_failures() -> None:
    state = states((Outcome.SILENT, 0), (Outcome.ERROR, 1))
    assert state.is_broken
    assert (state.failed_since, state.tried.outcome) == (MONDAY, Outcome.ERROR)
