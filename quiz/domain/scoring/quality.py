"""Signs that a pupil clicked rather than answered. They lead to a friendly question, no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from quiz.domain.scoring.model import Rules

# With one of these remarks the answers tell the worlds not apart.
SAYS_NOTHING = frozenset({"all_equal", "flat"})

# Of so many of the answers the time must be known: pupils go faster towards the end, and their last
# seven alone would call one in six quick readers fast (quiz/lab/training/paces.py).
MEASURED = 0.5

Bounds = tuple[tuple[float, float, float], ...]


@dataclass(frozen=True)
class Signs:
    """What is looked at: real answers in screen order, times in milliseconds, and the misfit.

    `milliseconds` holds what was measured, perhaps nothing; `misfit` is the mean squared surprise
    of the answers (`Evidence.misfit`; about 1 for pupils like those of the model), and `bounds`
    between which it lies for honest pupils; both may be missing.
    """

    values: Sequence[int]
    milliseconds: Sequence[int] = ()
    misfit: float = 1.0
    bounds: Bounds = ()


def remarks(signs: Signs, rules: Rules) -> tuple[str, ...]:
    """Codes for what stands out.

    "all_equal": every answer the same (then nothing else is said about the answers); "long_run": a
    run of equal answers of at least `rules.run`, or of at least `rules.run_share` of all; "flat":
    a standard deviation below `rules.spread`; "misfit": answers that hang together less, or more,
    than those of nearly all honest pupils with as many answers; "fast": half of the answers came
    within `rules.fast` milliseconds, if at least half of the times were measured. Fewer than
    `rules.least_answers` answers say nothing.
    """
    found = []
    if len(signs.values) >= rules.least_answers:
        found += _about_answers(signs, rules)
    enough = max(rules.least_answers, MEASURED * len(signs.values))
    if len(signs.milliseconds) >= enough and _median(signs.milliseconds) < rules.fast:
        found.append("fast")
    return tuple(found)


def _about_answers(signs: Signs, rules: Rules) -> list[str]:
    values = signs.values
    if len(set(values)) == 1:
        return ["all_equal"]
    found = []
    if _longest_run(values) >= min(rules.run, rules.run_share * len(values)):
        found.append("long_run")
    if _spread(values) < rules.spread:
        found.append("flat")
    if _is_beyond(signs):
        found.append("misfit")
    return found


def _longest_run(values: Sequence[int]) -> int:
    longest = run = 0
    before = None
    for value in values:
        run = run + 1 if value == before else 1
        before = value
        longest = max(longest, run)
    return longest


def _is_beyond(signs: Signs) -> bool:
    """Say whether the misfit lies outside the bounds, which are interpolated between lengths."""
    if not signs.bounds:
        return False
    count = len(signs.values)
    before = after = signs.bounds[0]
    for row in signs.bounds:
        before, after = after, row
        if row[0] >= count:
            break
    part = (count - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    part = min(max(part, 0.0), 1.0)
    low, high = (before[k] + part * (after[k] - before[k]) for k in (1, 2))
    return not low <= signs.misfit <= high


def _spread(values: Sequence[int]) -> float:
    """The standard deviation; without `statistics`, which is slow to import and to use."""
    squares = sum([value * value for value in values])
    return sqrt(max(squares / len(values) - (sum(values) / len(values)) ** 2, 0.0))


def _median(times: Sequence[int]) -> float:
    """The middle time; of an even number the lower of the middle two."""
    return sorted(times)[(len(times) - 1) // 2]
