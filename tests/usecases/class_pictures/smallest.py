"""The smallest group of pupils that any weighted sum of pictures rests on: found, not assumed.

Pictures are rows and results of pupils are columns of 0 and 1. A weighted sum says nothing about
a pupil when it is zero on all their columns. The smallest group is left by a sum that is zero on
as much as it can be without being zero everywhere: on a hyperplane of columns. So it is enough to
try every hyperplane that columns span, with exact ranks. Nothing here knows the rule.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

Unit = tuple[int, int]  # a pupil and the number of a result
Column = tuple[int, ...]


def smallest_group(pictures: Sequence[frozenset[Unit]]) -> int | None:
    """How many pupils the sharpest combination of these pictures rests on; None without one."""
    sizes = [size for group in _sharing(pictures) for size in _group_sizes(group)]
    return min(sizes, default=None)


def _sharing(pictures: Sequence[frozenset[Unit]]) -> list[list[frozenset[Unit]]]:
    """Pictures that share pupils, together; what shares none adds nothing to the others."""
    groups: list[list[frozenset[Unit]]] = []
    for picture in pictures:
        pupils = {pupil for pupil, _ in picture}
        near = [g for g in groups if any(pupils & {pupil for pupil, _ in other} for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([picture, *(other for g in near for other in g)])
    return groups


def _group_sizes(pictures: Sequence[frozenset[Unit]]) -> Iterator[int]:
    columns: dict[int, set[Column]] = {}
    for pupil, result in sorted(set().union(*pictures)):
        column = tuple(int((pupil, result) in picture) for picture in pictures)
        columns.setdefault(pupil, set()).add(column)
    pupils = Counter(frozenset(each) for each in columns.values())
    kinds = sorted(set().union(*pupils))
    rank = _rank(kinds)
    for chosen in combinations(kinds, rank - 1):
        if _rank(chosen) == rank - 1:
            zero = {kind for kind in kinds if _rank([*chosen, kind]) == rank - 1}
            yield sum(count for kinds_of, count in pupils.items() if not kinds_of <= zero)


def _rank(columns: Iterable[Column]) -> int:
    rows = list(columns)
    return int(np.linalg.matrix_rank(np.array(rows))) if rows else 0
