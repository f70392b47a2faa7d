"""Choose a few from many candidates: the best, but not five times the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.matching.fit import DECIMALS, Reason, Wishes, fits_of
from quiz.domain.catalogue.matching.match_index import MatchIndex
from quiz.domain.catalogue.matching.parameters import SAME_AGAIN

Queues = dict[tuple[int, str, frozenset[str]], list["Candidate"]]


class Candidate(NamedTuple):
    """A row that may be shown for one reason.

    `suits`: how well it suits the pupil, wherever it lies; `score`: also how near it is, how much
    the world draws, and how many of its subjects are liked. `tags`: what it is about; `wanted`: one
    of these is what the pupil likes best in its world.
    """

    row: Any
    name: str
    level: str
    reason: Reason
    suits: float
    score: float
    tags: frozenset[str] = frozenset()
    wanted: bool = False

    @property
    def order(self) -> tuple[float, int, str, str]:
        """Sort by score, highest first, then by rank of the reason, name and id."""
        return (-self.score, self.reason.rank, self.name, self.row.id)


def candidates_of(
    shelf: MatchIndex, wishes: Wishes, nearness: NDArray[np.float64], most: int
) -> Iterable[Candidate]:
    """The best `most` rows of a shelf for each top world; a nearness of 0 shuts a row out.

    A row that is about two top worlds stands in for both; `choose` takes it once. The rest of a
    large shelf costs nothing here.
    """
    fits = fits_of(shelf, wishes)
    scores = np.round(fits.liked * wishes.shares * nearness[:, None], DECIMALS)
    for place, (_, rank, world) in enumerate(wishes.top):
        rows = np.flatnonzero(scores[:, place] > 0)
        best = rows[np.argsort(-scores[rows, place], kind="stable")[:most]]
        columns = (table[best, place].tolist() for table in (fits.fit, fits.suits, scores))
        for row, fit, suits, score in zip(best.tolist(), *columns, strict=True):
            yield Candidate(
                row=shelf.rows[row],
                name=shelf.names[row],
                level=shelf.level,
                reason=Reason(world, rank, fit),
                suits=suits,
                score=score,
                tags=shelf.subjects[row],
                wanted=not wishes.favourites.isdisjoint(shelf.subjects[row]),
            )


def choose(
    candidates: Iterable[Candidate],
    most: int,
    least: float = 0.0,
    shut: Set[str] = frozenset(),
) -> list[Candidate]:
    """Choose at most `most` rows, best first, whatever the order in which they come.

    Every world among the candidates gets a row of its own where there is one, the pupil's first
    world the best; after that each further row of the same world, level, name or subject counts
    SAME_AGAIN times. Rows that suit less than `least` of the best of their world are no further
    ones: rather few. A row whose id is in `shut` is chosen only as the best of its world.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.order)
    best = _best_of_each(ordered, most)
    ordered = [
        one
        for one in ordered
        if one.row.id not in shut or one.suits >= best.get(one.reason.rank, 0.0)
    ]
    chosen = _one_each([[one for one in ordered if one.reason.rank == rank] for rank in best])
    queues: Queues = defaultdict(list)
    for one in reversed(ordered):
        if one.suits >= least * best.get(one.reason.rank, 0.0):
            queues[one.reason.rank, one.level, one.tags].append(one)  # best last
    queues = _without(queues, {candidate.row.id for candidate in chosen})
    while queues and len(chosen) < most:
        kind = min(queues, key=lambda kind: _turn(queues[kind][-1], chosen))
        chosen.append(queues[kind].pop())
        queues = _without(queues, {candidate.row.id for candidate in chosen})
    return sorted(chosen, key=lambda candidate: candidate.order)


def _best_of_each(candidates: Iterable[Candidate], most: int) -> Mapping[int, float]:
    """How well the best row of each world suits, the pupil's first world first; `most` of them."""
    best: dict[int, float] = {}
    for one in candidates:
        best[one.reason.rank] = max(one.suits, best.get(one.reason.rank, 0.0))
    return {rank: best[rank] for rank in sorted(best)[:most]}


def _one_each(
    worlds: Sequence[Sequence[Candidate]], taken: frozenset[str] = frozenset()
) -> list[Candidate]:
    """A row of its own for as many of these worlds as possible; an earlier world picks first."""
    if not worlds:
        return []
    best: list[Candidate] = []
    for candidate in worlds[0]:
        if candidate.row.id not in taken:
            found = [candidate, *_one_each(worlds[1:], taken | {candidate.row.id})]
            if len(found) > len(best):
                best = found
            if len(best) == len(worlds):
                break
    return best or _one_each(worlds[1:], taken)


def _turn(candidate: Candidate, chosen: list[Candidate]) -> tuple[float, int, str, str]:
    """Sort by whose turn it is: the best score, as far as it is something new."""
    rank = candidate.reason.rank
    same_world = sum(other.reason.rank == rank for other in chosen)
    same_level = sum(other.level == candidate.level for other in chosen)
    same_name = sum(other.name == candidate.name for other in chosen)
    again = same_world + same_level + same_name + _same_subject(candidate, chosen)
    discounted = round(candidate.score * SAME_AGAIN**again, DECIMALS)
    return (-discounted, rank, candidate.name, candidate.row.id)


def _same_subject(candidate: Candidate, chosen: list[Candidate]) -> int:
    """How many are about a subject of this one, unless it is what the pupil likes best.

    What no question asks about is never something new.
    """
    if candidate.wanted:
        return 0
    others = [other for other in chosen if other.reason.rank == candidate.reason.rank]
    if not candidate.tags:
        return len(others)
    return sum(not other.wanted and not candidate.tags.isdisjoint(other.tags) for other in others)


def _without(queues: Queues, taken: set[str]) -> Queues:
    """Take rows that were chosen for another world off the fronts; queues that are empty go."""
    for queue in queues.values():
        while queue and queue[-1].row.id in taken:
            queue.pop()
    return {kind: queue for kind, queue in queues.items() if queue}
