"""Invents people who answer as a fitted model says, on each question as often as real people did.

A latent answer is normal with the covariance of the model; it is cut at the levels so that every
answer is as common as it was among real people (a graded response model with empirical margins).
"""

from statistics import NormalDist

import numpy as np

from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Mask, Pupils, Whole

Margins = Array
_BELIEF = 0.5  # of each answer to each question we pretend to have seen this many more


def learn_margins(answers: Array, present: Mask, levels: int) -> Margins:
    """The cuts between the levels 1..levels on a standard normal scale; (N, levels - 1)."""
    seen = [((answers == level) & present).sum(axis=0) for level in range(1, levels + 1)]
    shares = np.array(seen, dtype=float).T + _BELIEF
    below = np.cumsum(shares, axis=1)[:, :-1] / shares.sum(axis=1, keepdims=True)
    quantile = NormalDist().inv_cdf
    return np.array([[quantile(share) for share in row] for row in below.tolist()])


def invent_people(
    measurement: Measurement,
    margins: Margins,
    count: int,
    generator: np.random.Generator,
    parallel: Array | None = None,
) -> Pupils:
    """Draw `count` people; their interests are what the model aims at.

    Answers come as positions on the scale. With `shares` the interests are the scores of the
    complete form. Else they are the factors, or with `parallel` (N, W) the scores, with these
    shares, of a parallel form: the same people answering other questions that measure as well.
    """
    root = np.linalg.cholesky(measurement.prior)
    factors = generator.normal(0, 1, (count, len(root))) @ root.T
    answers = _answers(measurement, margins, factors, generator)
    interests = factors[:, :-1]
    if measurement.shares is not None:
        interests = (answers + 1 - measurement.means) @ measurement.shares
    elif parallel is not None:
        again = _answers(measurement, margins, factors, generator)
        interests = (again + 1 - measurement.means) @ parallel
    return Pupils(answers, interests, np.zeros(count, np.int64))


def _answers(
    measurement: Measurement, margins: Margins, factors: Array, generator: np.random.Generator
) -> Whole:
    """Let people with these factors (P, F) answer everything once; positions (P, N)."""
    shape = (len(factors), len(margins))
    noise = generator.normal(0, 1, shape) * np.sqrt(measurement.unique)
    spread = np.einsum("nf,fg,ng->n", measurement.loadings, measurement.prior, measurement.loadings)
    latent = (factors @ measurement.loadings.T + noise) / np.sqrt(spread + measurement.unique)
    positions: Whole = (latent[:, :, None] > margins).sum(axis=2).astype(np.int64)
    return positions
