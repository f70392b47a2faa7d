"""Signs that a pupil clicked rather than answered. They lead to a friendly question, no more."""

from collections.abc import Sequence
from itertools import groupby
from math import sqrt

from quiz.scoring.model import Rules


def remarks(values: Sequence[int], rules: Rules) -> tuple[str, ...]:
    """Return codes for what stands out in the real answers, which come in screen order.

    "all_equal": every answer the same (nothing else is added then); "long_run": a run of equal
    answers of at least `rules.run`, or of at least `rules.run_share` of all; "flat": a standard
    deviation below `rules.spread`. Fewer than `rules.least_answers` answers say nothing.
    """
    if len(values) < rules.least_answers:
        return ()
    if len(set(values)) == 1:
        return ("all_equal",)
    longest = max(len(list(run)) for _, run in groupby(values))
    found = []
    if longest >= min(rules.run, rules.run_share * len(values)):
        found.append("long_run")
    if _spread(values) < rules.spread:
        found.append("flat")
    return tuple(found)


def _spread(values: Sequence[int]) -> float:
    """Return the standard deviation; without `statistics`, which is slow to import and to use."""
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / len(values))
