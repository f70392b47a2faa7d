"""Judges the engine on worlds unlike those it learned from: whether it is as sure as right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.outcome import judge as judge_outcome
from quiz.lab.training.baselines import sum_scores
from quiz.lab.training.forms import adaptive_forms, masked
from quiz.lab.training.measures import calibration_bins, hit_rate, log_loss, summary
from quiz.lab.training.simulate import Mask, Pupils, Whole
from quiz.lab.unlike.families import UNLIKE
from quiz.lab.unlike.worlds import Crowd, crowd
from quiz.usecases.attempts.blocks import LEAST_ANSWERS_TO_STOP, SURE

LENGTH = 28
FRESH = 14  # so many questions are answered before pupils get tired
_APART = 7_000_003  # parts these random numbers from all others with the same seed

Figures = dict[str, float]
Found = dict[str, dict[str, dict[str, dict[str, float]]]]


@dataclass(frozen=True)
class Tour:
    """How many worlds of each kind to visit, and how many pupils to meet in each."""

    seed: int = 0
    banks: int = 2
    pupils: int = 4000

    @property
    def length(self) -> int:
        """How many worlds there are in all."""
        return self.banks * sum(len(kinds) for kinds in UNLIKE.values())


def judge(
    bank: Bank, scorer: Scorer, tour: Tour, progress: Callable[[int], None] = lambda _: None
) -> Found:
    """{level: {kind: {figure: {mean, error}}}}, with "together" for all kinds of a level.

    The calibration error is that of each world by itself, averaged: with 4,000 pupils about .02 of
    it is chance. Errors are over worlds.
    """
    found: Found = {}
    done = 0
    for level, kinds in UNLIKE.items():
        runs: dict[str, list[Figures]] = {}
        for number, (kind, traits) in enumerate(kinds.items()):
            for world in range(tour.banks):
                draw = np.random.default_rng([_APART, tour.seed, len(level), number, world])
                runs.setdefault(kind, []).append(
                    _one_world(bank, scorer, crowd(bank, traits, tour.pupils, draw))
                )
                done += 1
                progress(done)
        found[level] = {kind: summary(each) for kind, each in runs.items()}
        found[level]["together"] = summary([run for each in runs.values() for run in each])
    return found


def _one_world(bank: Bank, scorer: Scorer, met: Crowd) -> Figures:
    stops = [min(stop, len(scorer.static_order)) for stop in (LEAST_ANSWERS_TO_STOP, LENGTH)]
    answers, masks = _walks(scorer, met, stops)
    early, chances = (
        scorer.probabilities_batch(masked(answers, mask, scorer.values)) for mask in masks
    )
    pupils = Pupils(met.fresh, met.interests, met.group)
    asked = [list(scorer.items).index(item) for item in scorer.static_order]
    (_, raw), _ = sum_scores(bank, pupils, asked, [len(asked)])
    return {
        **certainty(chances, pupils.top, scorer.model.rules),
        "stops_early": float((early.max(axis=1) >= SURE).mean()),
        "raw_sum_of_all": hit_rate(raw, pupils.top),
    }


def _walks(scorer: Scorer, met: Crowd, stops: Sequence[int]) -> tuple[Whole, Sequence[Mask]]:
    """The answers, and which of them were given after each number of questions."""
    answers = met.fresh
    if (met.tired != met.fresh).any():
        (rested,) = adaptive_forms(scorer, met.fresh, [FRESH], met.unknown)
        answers = np.where(rested, met.fresh, met.tired)
    return answers, adaptive_forms(scorer, answers, stops, met.unknown)


def certainty(chances: Array, top: Whole, rules: Rules) -> Figures:
    """How often right, how sure, and what pupils are told, for probabilities (P, W)."""
    sure, right, _ = calibration_bins(chances, top)
    ordered = -np.sort(-chances, axis=1)
    said = [judge_outcome(row, rules) for row in ordered[:, :2].tolist()]
    certain = ordered[:, 0] >= SURE
    hits = chances.argmax(axis=1) == top
    return {
        "top1": hit_rate(chances, top),
        "top3": hit_rate(chances, top, 3),
        "stated": float(ordered[:, 0].mean()),
        "calibration_error": float(np.abs(sure - right).sum() / len(top)),
        "log_loss": log_loss(chances, top),
        **{f"share_{word}": said.count(word) / len(said) for word in ("clear", "close", "broad")},
        "share_sure": float(certain.mean()),
        "right_when_sure": float(hits[certain].mean()) if certain.any() else 1.0,
    }
