"""Why a world came out as it did: the part that every answer played, adding up exactly.

The contribution of answer j to (interest in w minus mean interest) is
(V_w. - mean_v V_v.) l_j (x_j - mu_j) / psi_j, because the posterior mean is V times the sum of
l_j (x_j - mu_j) / psi_j.
"""

import numpy as np

from quiz.scoring.evidence import Posterior
from quiz.scoring.normal import Array


def contributions(posterior: Posterior, steps: Array, world: int, worlds: int) -> Array:
    """Return the contribution of each answer to the interest in `world` (a position).

    `steps` is (answers, F): l_j (x_j - mu_j) / psi_j per answer. The sum is `interests()[world]`.
    """
    covariance = posterior.covariance
    contrast = covariance[world] - np.add.reduce(covariance[:worlds], axis=0) / worlds
    result: Array = steps @ contrast
    return result


def interests(posterior: Posterior, worlds: int) -> Array:
    """Return the interest in each world minus the mean over the worlds; shape (W,), in SDs."""
    mean = posterior.mean[:worlds]
    result: Array = mean - mean.mean()
    return result


def uncertainties(posterior: Posterior, worlds: int) -> Array:
    """Return the posterior standard deviation of each of `interests`; shape (W,)."""
    covariance = posterior.covariance[:worlds, :worlds]
    contrast = np.eye(worlds) - 1 / worlds
    result: Array = np.sqrt(np.maximum(np.diagonal(contrast @ covariance @ contrast), 0))
    return result
