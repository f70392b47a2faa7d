"""From evidence to probabilities: the softmax of a linear function of the features.

The coefficients come from scikit-learn's multinomial LogisticRegression (`quiz.lab.training`). They
are tied: each world is treated alike, score_w = (a + b * share) * f_w. With a >= 0 and
a + b >= 0, more evidence for a world never lowers its probability (`is_monotone`).
"""

import numpy as np

from quiz.domain.scoring.model import Head
from quiz.domain.scoring.normal import Array

TOLERANCE = 1e-5


def head_probabilities(head: Head, features: Array) -> Array:
    """The probability of each world; features (..., 2W), result (..., W), rows sum to 1."""
    scores = features @ head.coefficients.T + head.intercept
    odds = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    result: Array = odds / np.add.reduce(odds, axis=-1, keepdims=True)
    return result


def tied_head(evidence: float, shared: float, worlds: int) -> Head:
    """Make the head with score_w = (evidence + shared * share) * f_w, centred over worlds."""
    centring = np.eye(worlds) - 1 / worlds
    return Head(np.hstack([evidence * centring, shared * centring]), np.zeros(worlds))


def is_monotone(head: Head) -> bool:
    """Say whether more evidence for a world can never lower it, whatever share is explained.

    Sufficient, and necessary for tied heads: at share 0 and at share 1 (and so in between) all
    off-diagonal coefficients of a column are equal and none is above the diagonal one.
    """
    worlds = len(head.intercept)
    first, second = head.coefficients[:, :worlds], head.coefficients[:, worlds:]
    return all(map(_rises, (first, first + second)))


def _rises(matrix: Array) -> bool:
    gaps = np.diagonal(matrix)[None, :] - matrix
    others = gaps[~np.eye(len(matrix), dtype=bool)]
    return bool(np.ptp(others) <= TOLERANCE and others.min() >= -TOLERANCE)
