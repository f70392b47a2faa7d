"""Figures for judging predictions: hit rates, log loss, Brier score, calibration error."""

from collections.abc import Mapping, Sequence

import numpy as np

from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Whole

_BINS = 15


def hit_rate(scores: Array, top: Whole, among: int = 1) -> float:
    """How often the true top is among the `among` highest scores (P, W)."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :among]
    return float((best == top[:, None]).any(axis=1).mean())


def log_loss(probabilities: Array, top: Whole) -> float:
    """The mean of minus the log of the probability given to the true top."""
    return float(-np.log(probabilities[np.arange(len(top)), top]).mean())


def brier_score(probabilities: Array, top: Whole) -> float:
    """The mean squared distance to certainty about the true top (0 best, 2 worst)."""
    truth = np.eye(probabilities.shape[1])[top]
    return float(((probabilities - truth) ** 2).sum(axis=1).mean())


def calibration_bins(probabilities: Array, top: Whole) -> Array:
    """Return per bin of the top probability: sum of it, how often it was right, how many; (3, 15).

    15 bins of equal width, as in the expected calibration error (Naeini and others, 2015).
    """
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == top
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    columns = (sure, right.astype(float), np.ones(len(top)))
    return np.array([np.bincount(bins, weights=each, minlength=_BINS) for each in columns])


def calibration_error(bins: Array, pupils: int) -> dict[str, float]:
    """The calibration error over all banks together, with its jackknife standard error.

    `bins` (banks, 3, 15) from `calibration_bins`, each bank with as many pupils. Bank by bank the
    error would mostly be chance: a bin of ten pupils is never exactly right.
    """
    banks = len(bins)
    gaps = bins[:, 1] - bins[:, 0]
    total = gaps.sum(axis=0)
    without = np.abs(total - gaps).sum(axis=1) / (pupils * (banks - 1))
    error = np.sqrt((banks - 1) * without.var())
    return _figure(float(np.abs(total).sum() / (pupils * banks)), float(error))


def diagram(bins: Array) -> list[dict[str, float]]:
    """The calibration diagram: per bin with pupils how sure, how often right, how many."""
    sure, right, count = bins.sum(axis=0)
    return [
        {"sure": round(s / n, 3), "right": round(r / n, 3), "pupils": n}
        for s, r, n in zip(sure.tolist(), right.tolist(), count.tolist(), strict=True)
        if n
    ]


def group_biases(scores: Array, top: Whole, group: Whole) -> tuple[float, float]:
    """The selection bias within group 0 and within group 1; `group` is 0 or 1 per pupil.

    That is the largest difference, over worlds, between being put on top and being it.
    """
    worlds = scores.shape[1]
    chosen = scores.argmax(axis=1)
    first, second = (
        float(
            np.abs(
                np.bincount(chosen[group == kind], minlength=worlds)
                - np.bincount(top[group == kind], minlength=worlds)
            ).max()
            / max(int((group == kind).sum()), 1)
        )
        for kind in (0, 1)
    )
    return first, second


def hit_gap(scores: Array, top: Whole, group: Whole) -> float:
    """The difference in top-1 hit rate between group 0 and group 1."""
    first, second = (hit_rate(scores[group == kind], top[group == kind]) for kind in (0, 1))
    return abs(first - second)


def summary(runs: Sequence[Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Mean and standard error over runs (invented banks) of each figure."""
    result = {}
    for name in runs[0]:
        figures = np.array([run[name] for run in runs])
        error = figures.std(ddof=1) / np.sqrt(len(figures))
        result[name] = _figure(float(figures.mean()), float(error))
    return result


def _figure(mean: float, error: float) -> dict[str, float]:
    return {"mean": round(mean, 3), "error": round(error, 3)}
