"""Why a world came out as it did: the part that every answer played, adding up exactly.

The contribution of answer j to (interest in w minus mean interest) is
(V_w. - mean_v V_v.) l_j (x_j - mu_j) / psi_j, because the posterior mean is V times the sum of
l_j (x_j - mu_j) / psi_j. For the score of a complete form V_w. becomes (G V)_w. (the `links` of
`quiz.domain.scoring.belief`), and each answer also counts as itself: s_j (x_j - mu_j).
"""

import numpy as np

from quiz.domain.scoring.belief import Belief
from quiz.domain.scoring.normal import Array


def contributions(belief: Belief, steps: Array, own: Array | None, world: int) -> Array:
    """The contribution of each answer to the interest in `world` (a position).

    `steps` is (answers, F): l_j (x_j - mu_j) / psi_j per answer; `own` (answers, W) what an answer
    adds as itself, or None. The sum is `interests()[world]`.
    """
    links = belief.links
    contrast = links[world] - np.add.reduce(links, axis=0) / len(links)
    result: Array = steps @ contrast
    if own is not None:
        result = result + own[:, world] - own.mean(axis=1)
    return result


def interests(belief: Belief) -> Array:
    """The interest in each world minus the mean over the worlds; shape (W,), in SDs."""
    result: Array = belief.mean - belief.mean.mean()
    return result


def uncertainties(belief: Belief) -> Array:
    """The posterior standard deviation of each of `interests`; shape (W,).

    Var(x_w - mean x) = V_ww - 2 mean_v V_wv + mean_uv V_uv.
    """
    covariance = belief.covariance
    across = np.add.reduce(covariance, axis=0) / len(covariance)
    spread = covariance.diagonal() - 2 * across + np.add.reduce(across) / len(covariance)
    result: Array = np.sqrt(np.maximum(spread, 0))
    return result
