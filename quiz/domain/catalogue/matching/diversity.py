"""Choose a few from many candidates: the best, but not five times the same."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.matching.fit import DECIMALS, Reason, Wishes, fits_of
from quiz.domain.catalogue.matching.match_index import MatchIndex
from quiz.domain.catalogue.matching.parameters import SAME_AGAIN

# Worlds that have a card already come after all worlds that have none (ranks 1..3).
_SERVED = 99
Queues = dict[tuple[int, str], list["Candidate"]]


@dataclass(frozen=True)
class Candidate:
    """A row that may be shown for one reason; score = fit x nearness x strength of the reason."""

    row: Any
    name: str
    level: str
    reason: Reason
    score: float

    @property
    def order(self) -> tuple[float, int, str, str]:
        """Sort by score, highest first, then by rank of the reason, name and id."""
        return (-self.score, self.reason.rank, self.name, self.row.id)


def candidates_of(
    shelf: MatchIndex, wishes: Wishes, nearness: NDArray[np.float64], most: int
) -> Iterable[Candidate]:
    """The best `most` rows of a shelf for each top world; a nearness of 0 shuts a row out.

    A row that is about two top worlds stands in for both; `choose` takes it once. More than
    `most` for one world can never be chosen, so the rest of a large shelf costs nothing here.
    """
    fits = fits_of(shelf, wishes)
    scores = np.round((fits.fit * nearness)[:, None] * fits.strengths, DECIMALS)
    for place, (_, rank, world) in enumerate(wishes.top):
        rows = np.flatnonzero(scores[:, place] > 0)
        best = rows[np.argsort(-scores[rows, place], kind="stable")[:most]]
        for row in best.tolist():
            reason = Reason(world, rank, float(fits.fit[row]))
            score = float(scores[row, place])
            yield Candidate(shelf.rows[row], shelf.names[row], shelf.level, reason, score)


def choose(candidates: Iterable[Candidate], most: int) -> list[Candidate]:
    """Choose at most `most` rows, best first, whatever the order in which they come.

    Every world among the candidates gets one, the pupil's first world first, before any world
    gets two (when there is room); after that each further one of the same world, or of the same
    level, counts SAME_AGAIN times.
    """
    queues: Queues = defaultdict(list)
    for candidate in sorted(candidates, key=lambda candidate: candidate.order, reverse=True):
        queues[candidate.reason.rank, candidate.level].append(candidate)  # best last
    chosen: list[Candidate] = []
    while queues and len(chosen) < most:
        kind = min(queues, key=lambda kind: _turn(queues[kind][-1], chosen))
        chosen.append(queues[kind].pop())
        queues = _without(queues, {candidate.row.id for candidate in chosen})
    return sorted(chosen, key=lambda candidate: candidate.order)


def _turn(candidate: Candidate, chosen: list[Candidate]) -> tuple[int, float, int, str, str]:
    """Sort by whose turn it is: a new world first, then the score as far as it is something new."""
    rank = candidate.reason.rank
    same_world = sum(other.reason.rank == rank for other in chosen)
    same_level = sum(other.level == candidate.level for other in chosen)
    discounted = round(candidate.score * SAME_AGAIN ** (same_world + same_level), DECIMALS)
    return (_SERVED if same_world else rank, -discounted, rank, candidate.name, candidate.row.id)


def _without(queues: Queues, taken: set[str]) -> Queues:
    """Take rows that were chosen for another world off the fronts; queues that are empty go."""
    for queue in queues.values():
        while queue and queue[-1].row.id in taken:
            queue.pop()
    return {kind: queue for kind, queue in queues.items() if queue}
