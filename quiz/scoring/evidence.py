"""From answers to evidence: the exact posterior of the interests, and what it says per world.

For answered questions j with answer x_j, mean mu_j, loading vector l_j, unique variance psi_j and
prior covariance S (a linear factor model; any text on factor scores, "regression method"):

    H = S^-1 + sum_j l_j l_j' / psi_j,   m = H^-1 sum_j l_j (x_j - mu_j) / psi_j,   V = H^-1

It is exact for any subset of the questions in any order, so a skipped question needs no guess.
All functions accept leading axes (many pupils at once): means (..., F), covariances (..., F, F).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quiz.scoring.model import Measurement
from quiz.scoring.normal import Array, log_normal_cdf


class Posterior(NamedTuple):
    """What we believe about the interests: mean (..., F) and covariance (..., F, F)."""

    mean: Array
    covariance: Array


class Evidence:
    """The sums above, prepared once, so that one pupil costs one look-up and one inverse."""

    def __init__(self, measurement: Measurement, values: Sequence[int]) -> None:
        loadings, unique = measurement.loadings, measurement.unique[:, None]
        items, self._factors = loadings.shape
        self._means = measurement.means
        self._scaled = loadings / unique
        self._precision = (loadings[:, :, None] * self._scaled[:, None, :]).reshape(items, -1)
        self._prior_precision = np.linalg.inv(measurement.prior)
        self.steps = self._answer_steps(np.asarray(values, dtype=float))
        self._table = np.hstack([np.repeat(self._precision, len(values), axis=0), self.steps])
        worlds = self._factors - 1
        self._same_world = np.eye(worlds)
        self._prior_spread = float(contrast_variances(measurement.prior, worlds).sum())

    def _answer_steps(self, values: Array) -> Array:
        """Return l_j (x - mu_j) / psi_j per code (question and value); shape (codes, F)."""
        deviations = values[None, :] - self._means[:, None]
        steps: Array = self._scaled[:, None, :] * deviations[:, :, None]
        return steps.reshape(-1, self._factors)

    def posterior(self, codes: list[int]) -> Posterior:
        """Return the posterior of one pupil, from the codes of `AnswerReader`."""
        size = self._factors
        total = np.add.reduce(self._table.take(codes, 0), axis=0) if codes else self._nothing
        precision = total[: size * size].reshape(size, size) + self._prior_precision
        covariance = np.linalg.inv(precision)
        return Posterior(covariance @ total[size * size :], covariance)

    @property
    def _nothing(self) -> Array:
        return np.zeros(self._table.shape[1])

    def posteriors(self, answers: Array, present: Array) -> Posterior:
        """Return the posteriors of many pupils.

        `answers` and `present` are (pupils, N); present is 1 where a question was answered and 0
        elsewhere, where the answer may be any finite number.
        """
        size = self._factors
        precision = (present @ self._precision).reshape(-1, size, size)
        covariance = np.linalg.inv(precision + self._prior_precision)
        gathered = ((answers - self._means) * present) @ self._scaled
        return Posterior((covariance @ gathered[:, :, None])[:, :, 0], covariance)

    def features(self, posterior: Posterior) -> Array:
        """Return the 2W numbers that the head works on; shape (..., 2W).

        f_w = sum over v of log Phi((m_w - m_v) / sd(w - v)), centred over the worlds; then f_w
        times the share of the prior variance between worlds that the answers have explained.
        """
        worlds = self._factors - 1
        mean = posterior.mean[..., :worlds]
        variances = contrast_variances(posterior.covariance, worlds)
        gaps = mean[..., :, None] - mean[..., None, :]
        pairs = log_normal_cdf(gaps / np.sqrt(variances + self._same_world))
        evidence = np.add.reduce(pairs, axis=-1)
        evidence -= np.add.reduce(evidence, axis=-1, keepdims=True) / worlds
        share = 1 - np.add.reduce(variances, axis=(-2, -1)) / self._prior_spread
        return np.concatenate([evidence, evidence * share[..., None]], axis=-1)


def contrast_variances(covariance: Array, worlds: int) -> Array:
    """Return the variance of each difference between two worlds; shape (..., W, W), diagonal 0."""
    between = covariance[..., :worlds, :worlds]
    own = np.diagonal(between, axis1=-2, axis2=-1)
    result: Array = own[..., :, None] + own[..., None, :] - 2 * between
    return result
