"""Learns from real answers what the experts could only guess, in steps that need ever more answers.

Item means from 50 answers to a question, loadings from 300 forms (docs/scoring.md section 6).
Means of questions that were chosen for a pupil are biased; the posterior of each pupil's interests
corrects for that (missing at random), as in `quiz.lab.training.factors`.
"""

from dataclasses import replace

import numpy as np

from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array
from quiz.lab.training.factors import View, fit_measurement
from quiz.lab.training.simulate import Mask

LEAST_ANSWERS = 50  # to one question, before its mean is learned
LEAST_FORMS = 300  # before loadings are learned
_ROUNDS = 30
_BELIEF = 5.0  # how many answers' worth of belief in the mean of before
_RIDGE = 100.0  # how many persons' worth of belief in a loading of before


def learn_means(before: Measurement, answers: Array, present: Mask) -> Measurement:
    """The model with means from answers (P, N), where there are at least 50 of them.

    EM with everything else as it was: the mean of what the interests do not explain.
    """
    there = present.astype(float)
    count = there.sum(axis=0)
    enough = count >= LEAST_ANSWERS
    measurement = before
    for _ in range(_ROUNDS):
        found = Evidence(measurement, (0, 1)).posteriors(answers, there)
        rest = (answers - found.mean @ measurement.loadings.T) * there
        means = (rest.sum(axis=0) + _BELIEF * before.means) / (count + _BELIEF)
        measurement = replace(before, means=np.where(enough, means, before.means))
    return measurement


def learn_loadings(before: Measurement, answers: Array, present: Mask) -> Measurement:
    """Means, loadings, unique variances and prior from answers, near what was believed."""
    view = View(before, np.full(before.loadings.shape, _RIDGE))
    return fit_measurement(answers, present, view)
