"""The smallest group of pupils that any weighted sum of pictures rests on: found, not assumed.

Pictures are rows and results of pupils are columns of 0 and 1. A weighted sum says nothing about
a pupil when it is zero on all their columns. The smallest group is left by a sum that is zero on
as many pupils as it can be without being zero everywhere: on pupils whose columns span less than
all columns do. So pupils are taken or left, those who are many first, until no group can be
smaller than the one that was found. Nothing here knows the rule.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

Unit = tuple[int, int]  # a pupil and the number of a result
Column = tuple[int, ...]
Kind = tuple[frozenset[Column], int]  # the columns of one pupil, and how many pupils have the same
PRIME = 2**127 - 1  # above every minor of 60 rows of 0 and 1 (Hadamard), so a rank is exact


def smallest_group(pictures: Sequence[frozenset[Unit]]) -> int | None:
    """How many pupils the sharpest combination of these pictures rests on; None without one."""
    return min(map(_smallest, _sharing(pictures)), default=None)


def _sharing(pictures: Sequence[frozenset[Unit]]) -> list[list[frozenset[Unit]]]:
    """Pictures that share pupils, together; what shares none adds nothing to the others."""
    groups: list[list[frozenset[Unit]]] = []
    for picture in pictures:
        pupils = {pupil for pupil, _ in picture}
        near = [g for g in groups if any(pupils & {pupil for pupil, _ in other} for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([picture, *(other for g in near for other in g)])
    return groups


def _smallest(pictures: Sequence[frozenset[Unit]]) -> int:
    columns: dict[int, set[Column]] = {}
    for pupil, result in sorted(set().union(*pictures)):
        column = tuple(int((pupil, result) in picture) for picture in pictures)
        columns.setdefault(pupil, set()).add(column)
    pupils = Counter(frozenset(each) for each in columns.values())
    kinds = sorted(pupils.items(), key=lambda kind: (-kind[1], sorted(kind[0])))
    everything = Span().with_columns(column for kind, _ in kinds for column in kind)
    return _search(kinds, Span(), everything.rank, 0, len(columns))


def _search(kinds: Sequence[Kind], zero: "Span", rank: int, left: int, best: int) -> int:
    """The fewest pupils left, when these kinds may still be taken into what is zero."""
    undecided = [kind for kind in kinds if not zero.holds(kind[0])]
    if not undecided or left >= best:
        return min(left, best)
    (columns, count), *others = undecided
    taken = zero.with_columns(columns)
    if taken.rank < rank:
        best = _search(others, taken, rank, left, best)
    return _search(others, zero, rank, left + count, best)


class Span:
    """What some columns span: one row a pivot, with what comes before it taken away."""

    def __init__(self, rows: dict[int, Column] | None = None) -> None:
        self.rows = rows or {}

    @property
    def rank(self) -> int:
        """How many of the columns are independent."""
        return len(self.rows)

    def with_columns(self, columns: Iterable[Column]) -> "Span":
        """The span of these columns as well."""
        larger = Span(dict(self.rows))
        for column in columns:
            rest = larger.remainder(column)
            pivot = next((place for place, value in enumerate(rest) if value), None)
            if pivot is not None:
                scale = pow(rest[pivot], -1, PRIME)
                larger.rows[pivot] = tuple(value * scale % PRIME for value in rest)
        return larger

    def holds(self, columns: Iterable[Column]) -> bool:
        """Whether all of these columns lie in it."""
        return not any(any(self.remainder(column)) for column in columns)

    def remainder(self, column: Column) -> Column:
        """What is left of a column."""
        for pivot, row in self.rows.items():
            if factor := column[pivot]:
                column = tuple((a - factor * b) % PRIME for a, b in zip(column, row, strict=True))
        return column
