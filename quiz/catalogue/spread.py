"""Choose a few from many candidates: the best, but not five times the same."""

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
    waiting = sorted(candidates, key=lambda candidate: candidate.order)
    chosen: list[Candidate] = []
    while waiting and len(chosen) < most:
        best = min(waiting, key=lambda candidate: _turn(candidate, chosen))
        waiting.remove(best)
        chosen.append(best)
    return sorted(chosen, key=lambda candidate: candidate.order)


def _turn(candidate: Candidate, chosen: list[Candidate]) -> tuple[bool, float]:
    same_world = sum(other.reason.world == candidate.reason.world for other in chosen)
    same_level = sum(other.level == candidate.level for other in chosen)
    discounted = candidate.score * SAME_AGAIN ** (same_world + same_level)
    return (same_world > 0, -round(discounted, 9))
