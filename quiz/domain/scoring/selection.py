"""Which questions to ask next: those that most shrink the doubt about the contest of the worlds.

With q the current probabilities, p = q^a / sum (a = `Rules.contest`; 0.5 keeps an eye on all
worlds, 1 looks for the first one only), V the posterior covariance, and for a question c its
covariance with the worlds (l' V, or where the worlds are scores of the complete form
l' V G' + psi s', see `quiz.domain.scoring.belief`), we take the largest

    [sum_w p_w c_w^2 - (sum_w p_w c_w)^2] / (l' V l + psi)

the expected drop of the p-weighted variance between the worlds. After each pick k every covariance
with another question j is updated as in any normal distribution, c_j - c_k cov(j, k) / var(k), with
cov(j, k) = l_j' V l_k; it does not depend on the answer, so that a whole block can be chosen at
once.
"""

from collections.abc import Sequence

import numpy as np

from quiz.domain.scoring.belief import Belief
from quiz.domain.scoring.model import Form, Measurement
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.turns import Turns

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
        shares = measurement.shares
        self._own = 0.0 if shares is None else self._unique[:, None] * shares[offered]
        world_index = {world: index for index, world in enumerate(form.worlds)}
        self._world_of = [world_index[world] for world in form.items.values()]
        self._offered = offered
        self._offered_worlds = np.array([self._world_of[position] for position in offered], int)
        self._ties = -_PREFERENCE * np.arange(len(offered))
        self._worlds = len(form.worlds)

    def choose(self, belief: Belief, contest: Array, asked: Sequence[int], count: int) -> list[str]:
        """Up to `count` question ids, best first.

        `contest` (W,) holds the weights p; `asked` the positions of the questions asked before, in
        that order; with the same arguments the result is always the same.
        """
        barrier = self._ties.copy()
        gone = [self._rank[position] for position in asked if position in self._rank]
        barrier[gone] = -np.inf
        used = set(asked)
        turns = Turns(self._world_of, asked, [p for p in self._offered if p not in used])
        doubt = _Doubt(self, belief, contest)
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


def contest_weights(probabilities: Array, power: float) -> Array:
    """Return p = q^power / sum: how much each world (W,) takes part in the contest."""
    weights = probabilities**power
    result: Array = weights / weights.sum()
    return result


class _Doubt:
    """The doubt that is left while a block is chosen: covariances of questions with all else."""

    def __init__(self, selector: Selector, belief: Belief, contest: Array) -> None:
        self._weights = contest
        self._loadings = selector._loadings
        self._factors = len(belief.factors)
        self._shared = self._loadings @ np.concatenate([belief.factors, belief.links.T], axis=1)
        self._shared[:, self._factors :] += selector._own
        with_factors = self._shared[:, : self._factors]
        self._variance = np.einsum("nf,nf->n", with_factors, self._loadings) + selector._unique

    def gains(self) -> Array:
        """Return for each question the expected drop of the variance of the contest."""
        shared = self._shared[:, self._factors :]
        centre = shared @ self._weights
        result: Array = ((shared * shared) @ self._weights - centre * centre) / self._variance
        return result

    def update(self, question: int) -> None:
        """Take into account that this question will be answered."""
        link = self._shared[:, : self._factors] @ self._loadings[question]
        scaled = link / self._variance[question]
        self._shared = self._shared - scaled[:, None] * self._shared[question]
        self._variance = self._variance - scaled * link
