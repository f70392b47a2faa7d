"""The minimum-group rule over time: no sum or difference of pictures rests on fewer than ten.

A picture is a sum over pupils, so whoever keeps several pictures can add and subtract them. A
pupil's *history* is a text with one sign for each picture of the class: "-" when the pupil is
not in it, else a letter, the next letter when the pupil's result was made anew in between. Two
pictures with the histories "aa", "a-" and "-a" tell those who stayed, left and came.

Give each picture a weight: what a pupil adds to the weighted sum is the sum of the weights over
each run of one letter. Runs have no gaps, since nobody who left comes back with the same result.
With C the running totals of the weights (C at 0 is 0), a run from picture i to j adds
C[j] - C[i-1]: nothing, exactly when both totals are equal. So for any weights, the pupils left
in the sum include all those left when C is replaced by "equal to C[0] or not". It is therefore
enough to look at totals of 0 and 1, of which there are few (docs/adr/0009 has the proof and the
attacks that this stops).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, product

from quiz.storage.tables.picture import LONGEST_HISTORY

MINIMUM_PUPILS = 10
FULL_FROM = 15
CHANGED_PUPILS = 10
MOST_PICTURES = LONGEST_HISTORY
ABSENT = "-"


def may_show(histories: Mapping[str, int]) -> bool:
    """Whether a newest picture may be shown beside the earlier ones.

    `histories`: for each history, the newest picture included, how many pupils have it. There
    must be at least ten in the picture, ten who changed since the one before it, and ten or
    nobody in every other combination.
    """
    pictures = max(map(len, histories), default=0)
    if not 0 < pictures <= MOST_PICTURES:
        return False
    if _left(histories, _newest_alone(pictures)) < MINIMUM_PUPILS:
        return False
    if pictures > 1 and _left(histories, _newest_change(pictures)) < CHANGED_PUPILS:
        return False
    return not any(0 < size < MINIMUM_PUPILS for size in group_sizes(histories, pictures))


def group_sizes(histories: Mapping[str, int], pictures: int) -> Iterator[int]:
    """How many pupils are left in every smallest combination of the pictures."""
    for totals in product((0, 1), repeat=pictures):
        if any(totals):
            yield _left(histories, (0, *totals))


def _newest_alone(pictures: int) -> tuple[int, ...]:
    return (*(0,) * pictures, 1)


def _newest_change(pictures: int) -> tuple[int, ...]:
    """The newest picture minus the one before it."""
    return (*(0,) * (pictures - 1), 1, 0)


def _left(histories: Mapping[str, int], totals: Sequence[int]) -> int:
    return sum(count for history, count in histories.items() if _is_left(history, totals))


def _is_left(history: str, totals: Sequence[int]) -> bool:
    """Whether pupils with this history still count in the combination."""
    start = 0
    for sign, run in groupby(history):
        end = start + len(list(run))
        if sign != ABSENT and totals[start] != totals[end]:
            return True
        start = end
    return False
