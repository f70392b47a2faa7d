"""What may be said about a profile: one world in front, two too close to call, or broad."""

from collections.abc import Sequence
from typing import Literal

from quiz.domain.scoring.model import Rules

Outcome = Literal["clear", "close", "broad"]
_SHOWN = {"clear": 1, "close": 2, "broad": 3}


def judge(descending: Sequence[float], rules: Rules) -> Outcome:
    """Name the outcome of probabilities that are sorted from high to low (at least two).

    Broad when even the first is unlikely to be the right one; close when the first two differ
    by less than we can tell.
    """
    if descending[0] < rules.broad:
        return "broad"
    if descending[0] - descending[1] < rules.close:
        return "close"
    return "clear"


def equal_first(worlds: Sequence[str], outcome: Outcome) -> tuple[str, ...]:
    """The worlds to show as equal first, from worlds sorted by probability."""
    return tuple(worlds[: _SHOWN[outcome]])
