"""Judges one way of finding the first world on one group of invented pupils."""

from typing import NamedTuple

import numpy as np

from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.scorer import Scorer
from quiz.lab.training.forms import masked
from quiz.lab.training.measures import (
    brier_score,
    calibration_bins,
    group_biases,
    hit_gap,
    hit_rate,
    log_loss,
)
from quiz.lab.training.simulate import Mask, Pupils
from quiz.usecases.attempts.blocks import SURE

Figures = dict[str, float]


class Run(NamedTuple):
    """One form on one invented bank: figures, and bins where there are probabilities."""

    figures: Figures
    bins: Array | None


def engine_run(scorer: Scorer, pupils: Pupils, mask: Mask) -> Run:
    """Judge the scorer on answers where `mask` (P, N) holds."""
    answers = masked(pupils.answers, mask, scorer.values)
    chances = scorer.probabilities_batch(answers)
    run = probability_run(chances, pupils)
    return Run({**run.figures, **_outcomes(scorer, chances)}, run.bins)


def probability_run(chances: Array, pupils: Pupils) -> Run:
    """Judge probabilities (P, W)."""
    top = pupils.top
    figures = {
        **rank_figures(chances, pupils),
        "log_loss": log_loss(chances, top),
        "brier": brier_score(chances, top),
    }
    return Run(figures, calibration_bins(chances, top))


def rank_figures(scores: Array, pupils: Pupils) -> Figures:
    """Judge any scores (P, W) by the order of the worlds."""
    top = pupils.top
    first, second = group_biases(scores, top, pupils.group)
    return {
        "top1": hit_rate(scores, top),
        "top2": hit_rate(scores, top, 2),
        "top3": hit_rate(scores, top, 3),
        "selection_bias": max(first, second),
        "selection_bias_group_1": first,
        "selection_bias_group_2": second,
        "hit_gap": hit_gap(scores, top, pupils.group),
    }


def _outcomes(scorer: Scorer, chances: Array) -> Figures:
    """Which share is told "too close to call" or "broad", and which could stop early."""
    rules = scorer.model.rules
    ordered = -np.sort(-chances, axis=1)
    broad = ordered[:, 0] < rules.broad
    close = ~broad & (ordered[:, 0] - ordered[:, 1] < rules.close)
    return {
        "share_close": float(close.mean()),
        "share_broad": float(broad.mean()),
        "share_sure": float((ordered[:, 0] >= SURE).mean()),
    }
