"""Which questions to ask next: those that most shrink the doubt about the contest of the worlds.

With q the current probabilities, p = sqrt(q) / sum, V the posterior covariance, and for a question
c = l' V (its covariance with the worlds), we take the largest

    [sum_w p_w c_w^2 - (sum_w p_w c_w)^2] / (l' V l + psi)

the expected drop of the p-weighted variance between the worlds. After each pick V is updated by
the rank-one formula V - (V l)(V l)' / (l' V l + psi); it does not depend on the answer, so that a
whole block can be chosen at once.
"""

from collections.abc import Sequence

import numpy as np

from quiz.scoring.model import Form, Measurement
from quiz.scoring.normal import Array
from quiz.scoring.turns import Turns

_PREFERENCE = 1e-9  # per place in the order: settles ties the same way on every machine


class Selector:
    """Chooses questions among those that the form offers."""

    def __init__(self, measurement: Measurement, form: Form) -> None:
        positions = {item: position for position, item in enumerate(form.items)}
        self._names = form.order
        self._rank = {positions[item]: rank for rank, item in enumerate(form.order)}
        offered = list(self._rank)
        self._loadings = measurement.loadings[offered]
        self._unique = measurement.unique[offered]
        world_index = {world: index for index, world in enumerate(form.worlds)}
        self._world_of = [world_index[world] for world in form.items.values()]
        self._offered = offered
        self._offered_worlds = np.array([self._world_of[position] for position in offered], int)
        self._ties = -_PREFERENCE * np.arange(len(offered))
        self._worlds = len(form.worlds)

    def choose(
        self, covariance: Array, probabilities: Array, asked: Sequence[int], count: int
    ) -> list[str]:
        """Return up to `count` question ids, best first.

        `asked` holds positions of the questions asked before, in that order; with the same
        arguments the result is always the same.
        """
        barrier = self._ties.copy()
        gone = [self._rank[position] for position in asked if position in self._rank]
        barrier[gone] = -np.inf
        used = set(asked)
        turns = Turns(self._world_of, asked, [p for p in self._offered if p not in used])
        doubt = _Doubt(self, covariance, probabilities)
        chosen: list[str] = []
        while len(chosen) < count and turns.everything:
            best = self._best(doubt.gains() + barrier, turns)
            chosen.append(self._names[best])
            barrier[best] = -np.inf
            turns.take(int(self._offered_worlds[best]))
            if len(chosen) < count:
                doubt.update(best)
        return chosen

    def _best(self, gains: Array, turns: Turns) -> int:
        allowed = turns.allowed()
        if len(allowed) < turns.everything:
            flags = np.zeros(self._worlds, bool)
            flags[list(allowed)] = True
            gains = np.where(flags[self._offered_worlds], gains, -np.inf)
        return int(gains.argmax())


class _Doubt:
    """The doubt that is left while a block is chosen: covariances of questions with factors."""

    def __init__(self, selector: Selector, covariance: Array, probabilities: Array) -> None:
        weights = np.sqrt(probabilities)
        self._weights = weights / weights.sum()
        self._loadings = selector._loadings
        self._shared = self._loadings @ covariance
        self._variance = np.einsum("nf,nf->n", self._shared, self._loadings) + selector._unique
        self._worlds = len(weights)

    def gains(self) -> Array:
        """Return for each question the expected drop of the variance of the contest."""
        shared = self._shared[:, : self._worlds]
        centre = shared @ self._weights
        result: Array = ((shared * shared) @ self._weights - centre * centre) / self._variance
        return result

    def update(self, question: int) -> None:
        """Take into account that this question will be answered."""
        link = self._shared @ self._loadings[question]
        scaled = link / self._variance[question]
        self._shared = self._shared - scaled[:, None] * self._shared[question]
        self._variance = self._variance - scaled * link
