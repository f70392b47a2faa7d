"""Choose a few from many candidates: the best, but not five times the same."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quiz.catalogue.fit import Reason
from quiz.catalogue.parameters import SAME_AGAIN


@dataclass(frozen=True)
class Candidate:
    """A row that may be shown: why, and its score (fit x nearness). `level` may be empty."""

    row: Any
    name: str
    level: str
    reason: Reason
    score: float

    @property
    def order(self) -> tuple[float, str, str]:
        """Sort by score, highest first, then name, then id; nine decimals, so that ties tie."""
        return (-round(self.score, 9), self.name, self.row.id)


def choose(candidates: Iterable[Candidate], most: int) -> list[Candidate]:
    """Choose at most `most`, best first, whatever the order in which they come.

    Every world among the candidates gets one before any world gets two (when there is room);
    after that each further one of the same world, or of the same level, counts SAME_AGAIN times.
    """
    queues: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda candidate: candidate.order, reverse=True):
        queues[candidate.reason.world, candidate.level].append(candidate)  # best last
    chosen: list[Candidate] = []
    while queues and len(chosen) < most:
        kind = min(queues, key=lambda kind: _turn(queues[kind][-1], chosen))
        chosen.append(queues[kind].pop())
        if not queues[kind]:
            del queues[kind]
    return sorted(chosen, key=lambda candidate: candidate.order)


def _turn(candidate: Candidate, chosen: list[Candidate]) -> tuple[bool, float, str, str]:
    """Sort by whose turn it is: a new world first, then the score as far as it is something new."""
    same_world = sum(other.reason.world == candidate.reason.world for other in chosen)
    same_level = sum(other.level == candidate.level for other in chosen)
    discounted = candidate.score * SAME_AGAIN ** (same_world + same_level)
    return (same_world > 0, -round(discounted, 9), candidate.name, candidate.row.id)
