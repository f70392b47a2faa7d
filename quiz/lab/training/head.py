"""Fits the head: scikit-learn's multinomial logistic regression, tied over the worlds."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from quiz.domain.scoring.head import tied_head
from quiz.domain.scoring.model import Head
from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Whole


def fit_head(features: Array, top: Whole, generator: np.random.Generator) -> Head:
    """Learn from features (P, 2W) which world is on top (positions, (P,)).

    The worlds of every pupil are shuffled first, so that no world is more popular than another
    by training; then the coefficients are tied (diagonal minus off-diagonal mean), which makes
    the head monotone.
    """
    worlds = features.shape[1] // 2
    order = generator.permuted(np.tile(np.arange(worlds), (len(top), 1)), axis=1)
    columns = np.hstack([order, order + worlds])
    shuffled = np.take_along_axis(features, columns, axis=1)
    moved = (order == top[:, None]).argmax(axis=1)
    classifier = LogisticRegression(C=100.0, fit_intercept=False, max_iter=5000)
    classifier.fit(shuffled, moved)
    coefficients = np.asarray(classifier.coef_)
    if len(coefficients) == 1:  # two worlds: scikit-learn keeps the difference of the two rows
        coefficients = np.vstack([-coefficients / 2, coefficients / 2])
    evidence = max(_tied(coefficients[:, :worlds]), 0.0)
    shared = max(_tied(coefficients[:, worlds:]), -evidence)
    return tied_head(evidence, shared, worlds)


def _tied(matrix: Array) -> float:
    """How much more a world's own evidence counts than that of another."""
    worlds = len(matrix)
    own = np.trace(matrix) / worlds
    other = (matrix.sum() - np.trace(matrix)) / (worlds * (worlds - 1))
    return float(own - other)
