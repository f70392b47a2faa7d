"""What the posterior of the factors says about the worlds: their interests, with the doubt left.

Two readings of "the interest in a world", see docs/engine.md:

* the factor behind the answers: then the worlds are simply the first W factors;
* the score of the complete form, t = sum_j s_j (x_j - mu_j), when `Measurement.shares` s (N, W) is
  given. Answers given count as they are, the others are predicted. With a the answered and u the
  other questions, G = sum_u s_j l_j', and e_j the part that only question j measures,

    t | answers = sum_a s_j (x_j - mu_j) + G f + sum_u s_j e_j, so
    E t = sum_a s_j (x_j - mu_j) + G m,   Var t = G V G' + sum_u s_j s_j' psi_j,

  because f and the e_j of questions not yet answered stay independent given the answers. It
  becomes exactly the score when every question is answered.
"""

from typing import NamedTuple

import numpy as np

from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array

LEAST_VARIANCE = 1e-4  # of a complete form: nobody fills one in twice in quite the same way


class Posterior(NamedTuple):
    """What we believe about the factors: mean (..., F) and covariance (..., F, F)."""

    mean: Array
    covariance: Array


class Belief(NamedTuple):
    """What we believe about the worlds: mean (..., W) and covariance (..., W, W).

    `links` (..., W, F) is the covariance of worlds with factors, `factors` (..., F, F) that of the
    factors; both are needed to choose questions and to give reasons.
    """

    mean: Array
    covariance: Array
    links: Array
    factors: Array


def of_factors(posterior: Posterior) -> Belief:
    """Take the worlds to be all factors but the last, the answering style."""
    links = posterior.covariance[..., :-1, :]
    return Belief(posterior.mean[..., :-1], links[..., :-1], links, posterior.covariance)


class CompleteForm:
    """Takes the worlds to be the scores of the complete form."""

    def __init__(self, measurement: Measurement, shares: Array) -> None:
        loadings, unique = measurement.loadings, measurement.unique
        self._worlds, self._factors = shares.shape[1], loadings.shape[1]
        self.shares = shares
        own = shares[:, :, None] * shares[:, None, :] * unique[:, None, None]
        predicted = shares[:, :, None] * loadings[:, None, :]
        self._per_item = np.hstack([part.reshape(len(shares), -1) for part in (predicted, own)])
        self._all = self._per_item.sum(axis=0)

    def belief(self, posterior: Posterior, present: Array, deviations: Array) -> Belief:
        """The belief, given where answers are (..., N; 1 or 0) and their deviations.

        `deviations` (..., N) are answers minus means, 0 where nothing was answered.
        """
        left = self._all - present @ self._per_item
        size = self._worlds * self._factors
        predicted = left[..., :size].reshape(*left.shape[:-1], self._worlds, self._factors)
        own = left[..., size:].reshape(*left.shape[:-1], self._worlds, self._worlds)
        links = predicted @ posterior.covariance
        mean = (predicted @ posterior.mean[..., None])[..., 0] + deviations @ self.shares
        spread = links @ np.swapaxes(predicted, -1, -2) + own
        covariance = spread + LEAST_VARIANCE * np.eye(self._worlds)
        return Belief(mean, covariance, links, posterior.covariance)
