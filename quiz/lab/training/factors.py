"""Learns how answers depend on interests, from answers alone: EM for a factor model.

Rubin and Thayer (1982), "EM algorithms for ML factor analysis", with four additions. Answers may be
missing: each person's posterior uses what is there, which is right as long as what is asked
depends on earlier answers only (missing at random). Loadings have a ridge to a prior view. The
answering style stays independent of the interests. After every round the factors are moved and
scaled to mean 0 and variance 1 (parameter expansion; Liu, Rubin and Wu, 1998), which also makes EM
much quicker.
"""

from typing import NamedTuple

import numpy as np

from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Mask

_ROUNDS = 60
_OWN, _STYLE = 0.6, 0.25  # first view of loadings on the own world and on style, in SDs of answers
_RIDGE_OWN, _RIDGE_OTHER = 5.0, 200.0  # how many persons' worth of belief in that first view
_CORRELATION = 0.3  # first view of the correlation between interests
_SHRINK = 20.0  # how many persons' worth of belief in that
_LEAST_UNIQUE = 0.1  # of an answer's variance
_LEAST_SPREAD = 0.1  # of an answer, in the units of the scale: also when all answer the same


class View(NamedTuple):
    """What we believe before seeing answers: a model, and how many persons' worth per loading."""

    measurement: Measurement
    ridge: Array


class _Expected(NamedTuple):
    """Posteriors of all persons: means (P, F) and second moments (P, F, F)."""

    means: Array
    moments: Array


def fit_measurement(answers: Array, present: Mask, view: View) -> Measurement:
    """The model that fits answers (P, N) best, in view of what was believed.

    Where `present` (P, N) is False the answer is ignored (any finite number). Interests come out
    with mean 0 and variance 1.
    """
    measurement = view.measurement
    there = present.astype(float)
    for _ in range(_ROUNDS):
        expected = _expect(measurement, answers, there)
        measurement = _improve(np.where(present, answers, 0.0), there, expected, view)
    return measurement


def first_view(answers: Array, present: Mask, own: Mask) -> View:
    """A view for questions nobody described; `own` (N, W) says whose question it is."""
    count = np.maximum(present.sum(axis=0), 1)
    means = np.where(present, answers, 0).sum(axis=0) / count
    variances = (np.where(present, answers - means, 0) ** 2).sum(axis=0) / count
    spread = np.sqrt(np.maximum(variances, _LEAST_SPREAD**2))
    worlds = own.shape[1]
    loadings = spread[:, None] * np.hstack([_OWN * own, np.full((len(own), 1), _STYLE)])
    unique = spread**2 * (1 - _OWN**2 - _STYLE**2)
    prior = _prior(np.full((worlds, worlds), _CORRELATION))
    ridge = np.where(loadings != 0, _RIDGE_OWN, _RIDGE_OTHER)
    return View(Measurement(means, loadings, unique, prior), ridge)


def _prior(correlation: Array) -> Array:
    """The covariance of interests and style: variances 1, style apart."""
    worlds = len(correlation)
    prior = np.eye(worlds + 1)
    prior[:worlds, :worlds] = correlation
    np.fill_diagonal(prior, 1)
    return prior


def _expect(measurement: Measurement, answers: Array, present: Array) -> _Expected:
    """What is expected of every person's interests, given the answers (the E-step)."""
    found = Evidence(measurement, (0, 1)).posteriors(answers, present)
    outer = found.mean[:, :, None] * found.mean[:, None, :]
    return _Expected(found.mean, found.covariance + outer)


def _improve(answers: Array, present: Array, expected: _Expected, view: View) -> Measurement:
    """The model that fits those expectations best (the M-step), factors standardised."""
    means, loadings, unique = _regress(answers, present, expected, view)
    centre = expected.means.mean(axis=0)
    covariance = expected.moments.mean(axis=0) - np.outer(centre, centre)
    size = np.sqrt(np.diagonal(covariance))
    correlation = (covariance / np.outer(size, size))[:-1, :-1]
    believed = view.measurement.prior[:-1, :-1]
    count = len(expected.means)
    prior = _prior((count * correlation + _SHRINK * believed) / (count + _SHRINK))
    return Measurement(means + loadings @ centre, loadings * size, unique, prior)


def _regress(
    answers: Array, present: Array, expected: _Expected, view: View
) -> tuple[Array, Array, Array]:
    """Regress each question on the interests; return means, loadings and unique variances.

    The normal equations of ridge regression, all questions at once; `answers` are 0 where missing.
    """
    items, factors = view.ridge.shape
    moments = (present.T @ expected.moments.reshape(len(answers), -1)).reshape(items, factors, -1)
    centre, count = present.T @ expected.means, present.sum(axis=0)
    belief = view.ridge * view.measurement.loadings
    left = np.zeros((items, factors + 1, factors + 1))
    left[:, :-1, :-1] = moments + view.ridge[:, :, None] * np.eye(factors)
    left[:, -1, :-1] = left[:, :-1, -1] = centre
    left[:, -1, -1] = count + 1e-9
    products, sums = answers.T @ expected.means, answers.sum(axis=0)
    right = np.column_stack([products + belief, sums + 1e-9 * view.measurement.means])
    solution = np.linalg.solve(left, right[:, :, None])[:, :, 0]
    loadings, means = solution[:, :-1], solution[:, -1]
    fitted = np.einsum("nf,nfg,ng->n", loadings, moments, loadings)
    rest = (answers**2).sum(axis=0) - 2 * means * sums + count * means**2
    rest += fitted - 2 * np.einsum("nf,nf->n", loadings, products - means[:, None] * centre)
    return means, loadings, _unique(rest, count, view)


def _unique(rest: Array, count: Array, view: View) -> Array:
    """Unique variances, at least a tenth of an answer's variance in the first view."""
    believed = view.measurement.unique
    unique = (rest + believed) / (count + 1)
    result: Array = np.maximum(unique, _LEAST_UNIQUE * believed)
    return result
