"""Which counts of a table may be shown: none that is small or nearly everybody, nor a way back.

A hidden count could be worked out from a total. So with every count that is hidden for itself
("unsafe"), others are hidden with it ("cover") until what is known leaves every unsafe count
its whole range: 0 to 4, or n - 4 to n. The cover is taken from the end of the shown ranking,
never by size, so that the choice itself says almost nothing (docs/adr/0009).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quiz.domain.bank.schema import MOST_TECH_TYPES, TOP_WORLDS

SMALLEST_COUNT = 5
LARGEST_HIDDEN = SMALLEST_COUNT - 1
Shown = tuple[int | None, ...]


@dataclass(frozen=True)
class CountTable:
    """Counts in the order of the shown ranking, each of at most `pupils`.

    `few`: how many pupils, one to four, finished but are in no count; 0 when that is no secret.
    """

    counts: tuple[int, ...]
    pupils: int
    few: int = 0

    def is_unsafe(self, place: int) -> bool:
        """Whether this count may not be shown for itself."""
        return not SMALLEST_COUNT <= self.counts[place] <= self.pupils - SMALLEST_COUNT

    @property
    def unsafe_ranges(self) -> list[tuple[int, int]]:
        """The range that an onlooker must think possible of each unsafe number, in counts."""
        low, high = (0, LARGEST_HIDDEN), (self.pupils - LARGEST_HIDDEN, self.pupils)
        ranges = [
            low if count < SMALLEST_COUNT else high
            for place, count in enumerate(self.counts)
            if self.is_unsafe(place)
        ]
        return [*ranges, (TOP_WORLDS, TOP_WORLDS * LARGEST_HIDDEN)] if self.few else ranges


# Tells whether the safe counts at some places, hidden too, protect the unsafe ones.
Covered = Callable[[CountTable, Sequence[int]], bool]


def top_three_counts(counts: Sequence[int], pupils: int, left_out: int = 0) -> Shown:
    """The counts of worlds in the top three, in the order of the shown ranking, None if hidden.

    They sum to three times `pupils`. `left_out`: how many finished with too few answers; when
    there are one to four, the number of pupils itself is not given away by the sum.
    """
    few = left_out if left_out < SMALLEST_COUNT else 0
    return _hide(CountTable(tuple(counts), pupils, few), _covered_below_a_total)


def tech_type_counts(counts: Sequence[int], pupils: int) -> Shown:
    """The counts of tech types, in the order of the shown ranking, None if hidden.

    A pupil has at most two, so the sum is not known but has a limit.
    """
    return _hide(CountTable(tuple(counts), pupils), _covered_below_a_limit)


def _hide(table: CountTable, is_covered: Covered) -> Shown:
    """Hide the unsafe counts, then others from the end, until they are covered."""
    unsafe = {place for place in range(len(table.counts)) if table.is_unsafe(place)}
    cover: list[int] = []
    for place in reversed(range(len(table.counts))):
        if is_covered(table, cover):
            break
        if place not in unsafe:
            cover.append(place)
    hidden = unsafe.union(cover)
    return tuple(None if place in hidden else count for place, count in enumerate(table.counts))


def _covered_below_a_total(table: CountTable, cover: Sequence[int]) -> bool:
    """The sum of all hidden counts is known: the cover must take up what the unsafe could be.

    A single hidden count is never enough: the total would give it back.
    """
    ranges = table.unsafe_ranges
    if len(ranges) - bool(table.few) + len(cover) == 1:
        return False
    hidden = TOP_WORLDS * (table.pupils + table.few) - _shown(table, cover)
    smallest = hidden - sum(most for _, most in ranges)
    largest = hidden - sum(least for least, _ in ranges)
    safe_most = table.pupils - SMALLEST_COUNT
    return SMALLEST_COUNT * len(cover) <= smallest and largest <= safe_most * len(cover)


def _covered_below_a_limit(table: CountTable, cover: Sequence[int]) -> bool:
    """The limit must leave room for the largest that the unsafe counts could be."""
    room = MOST_TECH_TYPES * table.pupils - _shown(table, cover)
    return room >= sum(most for _, most in table.unsafe_ranges)


def _shown(table: CountTable, cover: Sequence[int]) -> int:
    """The sum of what stays in sight."""
    return sum(
        count
        for place, count in enumerate(table.counts)
        if place not in cover and not table.is_unsafe(place)
    )
