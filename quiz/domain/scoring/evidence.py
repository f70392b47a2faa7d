"""From answers to evidence: the exact posterior of the interests, and what it says per world.

For answered questions j with answer x_j, mean mu_j, loading vector l_j, unique variance psi_j and
prior covariance S (a linear factor model; any text on factor scores, "regression method"):

    H = S^-1 + sum_j l_j l_j' / psi_j,   m = H^-1 sum_j l_j (x_j - mu_j) / psi_j,   V = H^-1

It is exact for any subset of the questions in any order, so a skipped question needs no guess.
All functions accept leading axes (many pupils at once): means (..., F), covariances (..., F, F).
"""

from collections.abc import Sequence

import numpy as np

from quiz.domain.scoring.belief import Belief, CompleteForm, Posterior, of_factors
from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array, log_normal_cdf


class Evidence:
    """The sums above, prepared once, so that one pupil costs one look-up and one inverse."""

    def __init__(self, measurement: Measurement, values: Sequence[int]) -> None:
        loadings, unique = measurement.loadings, measurement.unique[:, None]
        items, self._factors = loadings.shape
        self._means = measurement.means
        self._unique = measurement.unique
        self._scaled = loadings / unique
        self._precision = (loadings[:, :, None] * self._scaled[:, None, :]).reshape(items, -1)
        self._prior_precision = np.linalg.inv(measurement.prior)
        self.steps = self._answer_steps(np.asarray(values, dtype=float))
        deviations = np.asarray(values, dtype=float)[None, :] - self._means[:, None]
        self._surprise = (deviations**2 / unique).reshape(-1)
        self._table = np.hstack([np.repeat(self._precision, len(values), axis=0), self.steps])
        self._width = len(values)
        shares = measurement.shares
        self._complete = None if shares is None else CompleteForm(measurement, shares)
        self._values = np.asarray(values, dtype=float)
        self._same_world = np.eye(self._factors - 1)
        self._prior_spread = float(contrast_variances(self.belief([]).covariance).sum())

    def _answer_steps(self, values: Array) -> Array:
        """Return l_j (x - mu_j) / psi_j per code (question and value); shape (codes, F)."""
        deviations = values[None, :] - self._means[:, None]
        steps: Array = self._scaled[:, None, :] * deviations[:, :, None]
        return steps.reshape(-1, self._factors)

    def posterior(self, codes: list[int]) -> Posterior:
        """The posterior of one pupil, from the codes of `AnswerReader`."""
        size = self._factors
        total = np.add.reduce(self._table.take(codes, 0), axis=0) if codes else self._nothing
        precision = total[: size * size].reshape(size, size) + self._prior_precision
        covariance = np.linalg.inv(precision)
        return Posterior(covariance @ total[size * size :], covariance)

    @property
    def _nothing(self) -> Array:
        return np.zeros(self._table.shape[1])

    def posteriors(self, answers: Array, present: Array) -> Posterior:
        """The posteriors of many pupils.

        `answers` and `present` are (pupils, N); present is 1 where a question was answered and 0
        elsewhere, where the answer may be any finite number.
        """
        size = self._factors
        precision = (present @ self._precision).reshape(-1, size, size)
        covariance = np.linalg.inv(precision + self._prior_precision)
        gathered = ((answers - self._means) * present) @ self._scaled
        return Posterior((covariance @ gathered[:, :, None])[:, :, 0], covariance)

    def belief(self, codes: list[int]) -> Belief:
        """What the answers of one pupil say about the worlds."""
        posterior = self.posterior(codes)
        if self._complete is None:
            return of_factors(posterior)
        present, deviations = np.zeros((2, len(self._means)))
        places, values = np.divmod(np.array(codes, dtype=int), self._width)
        present[places] = 1
        deviations[places] = self._values[values] - self._means[places]
        return self._complete.belief(posterior, present, deviations)

    def beliefs(self, answers: Array, present: Array) -> Belief:
        """What the answers of many pupils say; arguments as for `posteriors`."""
        posterior = self.posteriors(answers, present)
        if self._complete is None:
            return of_factors(posterior)
        return self._complete.belief(posterior, present, (answers - self._means) * present)

    def misfit(self, codes: list[int], belief: Belief) -> float:
        """How surprising the answers are together: near 1 for a pupil as in the model.

        The squared Mahalanobis distance of the answers per answer, (x - mu)' C^-1 (x - mu) / n
        with C their covariance; by Woodbury's identity, with V the posterior covariance and
        g = sum_j l_j (x_j - mu_j) / psi_j, it is [sum_j (x_j - mu_j)^2 / psi_j - g' V g] / n.
        """
        if not codes:
            return 1.0
        gathered = np.add.reduce(self.steps.take(codes, 0), axis=0)
        surprise = np.add.reduce(self._surprise.take(codes))
        return float(surprise - gathered @ belief.factors @ gathered) / len(codes)

    def misfits(self, answers: Array, present: Array) -> Array:
        """The misfit of many pupils (P,); arguments as for `posteriors`."""
        deviations = (answers - self._means) * present
        mean = self.posteriors(answers, present).mean
        surprise = (deviations**2 / self._unique).sum(axis=1)
        explained = (mean * (deviations @ self._scaled)).sum(axis=1)
        result: Array = (surprise - explained) / np.maximum(present.sum(axis=1), 1)
        return result

    def own_steps(self, codes: list[int]) -> Array | None:
        """What each answer adds to the worlds by itself (answers, W), if it does."""
        if self._complete is None:
            return None
        places, values = np.divmod(np.array(codes, dtype=int), self._width)
        deviations = self._values[values] - self._means[places]
        result: Array = self._complete.shares[places] * deviations[:, None]
        return result

    def features(self, belief: Belief) -> Array:
        """The 2W numbers that the head works on; shape (..., 2W).

        f_w = sum over v of log Phi((m_w - m_v) / sd(w - v)), centred over the worlds; then f_w
        times the share of the prior variance between worlds that the answers have explained.
        """
        mean = belief.mean
        variances = contrast_variances(belief.covariance)
        gaps = mean[..., :, None] - mean[..., None, :]
        pairs = log_normal_cdf(gaps / np.sqrt(variances + self._same_world))
        evidence = np.add.reduce(pairs, axis=-1)
        evidence -= np.add.reduce(evidence, axis=-1, keepdims=True) / mean.shape[-1]
        share = 1 - np.add.reduce(variances, axis=(-2, -1)) / self._prior_spread
        return np.concatenate([evidence, evidence * share[..., None]], axis=-1)


def contrast_variances(covariance: Array) -> Array:
    """The variance of each difference between two worlds; shape (..., W, W), diagonal 0."""
    own = np.diagonal(covariance, axis1=-2, axis2=-1)
    result: Array = own[..., :, None] + own[..., None, :] - 2 * covariance
    return result
