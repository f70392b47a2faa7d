"""A first honest evaluation: on invented banks that training never saw, from plain to rough."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from quiz.bank import Bank
from quiz.scoring.normal import Array
from quiz.scoring.scorer import Scorer
from quiz.training.conditions import EVALUATION, Conditions
from quiz.training.forms import adaptive_forms, masked
from quiz.training.measures import (
    brier_score,
    calibration_error,
    calibration_gaps,
    hit_gap,
    hit_rate,
    log_loss,
    selection_bias,
    summary,
)
from quiz.training.simulate import Mask, Pupils, expert_loadings, simulate_bank, simulate_pupils

STOPS = (7, 14, 21, 28, 42, 56)
_UNSEEN = 1_000_003  # parts these random numbers from those of training with the same seed

Figures = dict[str, float]


@dataclass(frozen=True)
class Trial:
    """How much to simulate, per set of conditions: banks, and pupils for each of them."""

    seed: int = 0
    banks: int = 12
    pupils: int = 1000

    @property
    def length(self) -> int:
        """How many invented banks there are in all."""
        return self.banks * len(EVALUATION)


class Run(NamedTuple):
    """One form on one invented bank: figures, and gaps per bin where there are probabilities."""

    figures: Figures
    gaps: Array | None


def evaluate(
    bank: Bank, scorer: Scorer, trial: Trial, progress: Callable[[int], None] = lambda _: None
) -> dict[str, Any]:
    """Return {conditions: {form: {figure: {mean, error}}}}; errors are over invented banks."""
    generator = np.random.default_rng([_UNSEEN, trial.seed])
    result: dict[str, Any] = {}
    done = 0
    for name, conditions in EVALUATION.items():
        runs = []
        for _ in range(trial.banks):
            runs.append(_one_bank(bank, scorer, conditions, (trial.pupils, generator)))
            done += 1
            progress(done)
        forms = {form: [run[form] for run in runs] for form in runs[0]}
        result[name] = {form: _together(found, trial.pupils) for form, found in forms.items()}
    return result


def _together(runs: Sequence[Run], pupils: int) -> dict[str, dict[str, float]]:
    figures = summary([run.figures for run in runs])
    gaps = [run.gaps for run in runs if run.gaps is not None]
    if gaps:
        figures["calibration_error"] = calibration_error(np.array(gaps), pupils)
    return figures


def _one_bank(
    bank: Bank, scorer: Scorer, conditions: Conditions, draw: tuple[int, np.random.Generator]
) -> dict[str, Run]:
    """Return every form's run for one invented bank; `draw` is (pupils, generator)."""
    count, generator = draw
    world = simulate_bank(expert_loadings(bank), conditions, generator)
    pupils = simulate_pupils(world, conditions, len(bank.values), count, generator)
    return {**_adaptive_runs(scorer, pupils), **_sum_runs(bank, pupils)}


def _adaptive_runs(scorer: Scorer, pupils: Pupils) -> dict[str, Run]:
    """Judge forms that the scorer chose, one for each number of questions."""
    stops = [stop for stop in STOPS if stop <= len(scorer.static_order)]
    masks = adaptive_forms(scorer, pupils.answers, stops)
    return {
        f"adaptive {stop}": _engine_run(scorer, pupils, mask)
        for stop, mask in zip(stops, masks, strict=True)
    }


def _sum_runs(bank: Bank, pupils: Pupils) -> dict[str, Run]:
    """Judge what comparable tests do: sums of the answers of a whole world.

    "z-scored" first takes from each question its mean and divides by its standard deviation over
    these same pupils, which a new test cannot know.
    """
    answers = np.array(bank.values, dtype=float)[pupils.answers]
    spread = np.maximum(answers.std(axis=0), 1e-9)
    sums = {"raw sum": answers, "z-scored sum": (answers - answers.mean(axis=0)) / spread}
    return {
        f"{name} of all": Run(_rank_figures(_world_means(table, bank), pupils), None)
        for name, table in sums.items()
    }


def _world_means(answers: Array, bank: Bank) -> Array:
    """Return the mean keyed answer per world; shape (P, W)."""
    items = bank.items.values()
    member = np.array(
        [[item.keying * (item.world == world) for world in bank.worlds] for item in items],
        dtype=float,
    )
    result: Array = answers @ (member / np.abs(member).sum(axis=0))
    return result


def _rank_figures(scores: Array, pupils: Pupils) -> Figures:
    top = pupils.top
    return {
        "top1": hit_rate(scores, top),
        "top2": hit_rate(scores, top, 2),
        "top3": hit_rate(scores, top, 3),
        "selection_bias": selection_bias(scores, top, pupils.group),
        "hit_gap": hit_gap(scores, top, pupils.group),
    }


def _engine_run(scorer: Scorer, pupils: Pupils, mask: Mask) -> Run:
    probabilities = scorer.probabilities_batch(masked(pupils.answers, mask, scorer.values))
    top = pupils.top
    figures = {
        **_rank_figures(probabilities, pupils),
        "log_loss": log_loss(probabilities, top),
        "brier": brier_score(probabilities, top),
        **_outcomes(scorer, probabilities),
    }
    return Run(figures, calibration_gaps(probabilities, top))


def _outcomes(scorer: Scorer, probabilities: Array) -> Mapping[str, float]:
    """Return which share of the pupils is told "too close to call", and which share "broad"."""
    rules = scorer.model.rules
    ordered = -np.sort(-probabilities, axis=1)
    broad = ordered[:, 0] < rules.broad
    close = ~broad & (ordered[:, 0] - ordered[:, 1] < rules.close)
    return {"share_close": float(close.mean()), "share_broad": float(broad.mean())}
