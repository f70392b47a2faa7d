"""The honest evaluation: on invented banks that training never saw, from plain to rough."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.scorer import Scorer
from quiz.lab.training.baselines import ItemClassifier, fit_on_items, item_probabilities, sum_scores
from quiz.lab.training.build import draw_mild, invent
from quiz.lab.training.carelessness import remark_rates
from quiz.lab.training.conditions import EVALUATION, Conditions
from quiz.lab.training.forms import adaptive_forms
from quiz.lab.training.learn import learn_means
from quiz.lab.training.measures import calibration_error, diagram, summary
from quiz.lab.training.runs import Run, engine_run, probability_run, rank_figures
from quiz.lab.training.simulate import Pupils, expert_loadings, simulate_bank, simulate_pupils

STOPS = (7, 14, 21, 28, 42, 56)
LENGTH = 28
SKIPPED = (0.2, 0.4)
FIRST_PUPILS = 300  # whose answers give the means of questions in the row "means learned"
_UNSEEN = 1_000_003  # parts these random numbers from those of training with the same seed
_LESSON_BANKS, _LESSON_PUPILS = 60, 200  # what the logistic regression on items learns from

Runs = dict[str, Run]


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


class Judge(NamedTuple):
    """What is judged: the engine, and the classifiers on items that stand beside it."""

    bank: Bank
    scorer: Scorer
    on_items: dict[int, ItemClassifier]


def evaluate(
    bank: Bank, scorer: Scorer, trial: Trial, progress: Callable[[int], None] = lambda _: None
) -> dict[str, Any]:
    """{conditions: {form: {figure: {mean, error}}}}; errors are over invented banks.

    Forms named "adaptive ..." have a diagram too: per bin how sure, how often right, how many.
    """
    generator = np.random.default_rng([_UNSEEN, trial.seed])
    lessons = [invent(bank, _LESSON_PUPILS, generator, draw_mild) for _ in range(_LESSON_BANKS)]
    judge = Judge(bank, scorer, fit_on_items(_order(scorer), lessons))
    result: dict[str, Any] = {}
    done = 0
    for name, conditions in EVALUATION.items():
        runs = []
        for _ in range(trial.banks):
            runs.append(_one_bank(judge, conditions, trial.pupils, generator))
            done += 1
            progress(done)
        result[name] = {
            form: _together([run[form] for run in runs], trial.pupils) for form in runs[0]
        }
    return result


def _together(runs: Sequence[Run], pupils: int) -> dict[str, Any]:
    figures: dict[str, Any] = summary([run.figures for run in runs])
    bins = [run.bins for run in runs if run.bins is not None]
    if bins:
        figures["calibration_error"] = calibration_error(np.array(bins), pupils)
        figures["diagram"] = diagram(np.array(bins))
    return figures


def _one_bank(
    judge: Judge, conditions: Conditions, count: int, generator: np.random.Generator
) -> Runs:
    """Every form's run for one invented bank."""
    world = simulate_bank(expert_loadings(judge.bank), conditions, generator)
    levels = len(judge.bank.values)

    def draw(number: int, kind: Conditions = conditions) -> Pupils:
        return simulate_pupils(world, kind, levels, number, generator)

    pupils = draw(count)
    honest = draw(max(count // 5, 2), replace(conditions, careless=0.0))
    return {
        **_adaptive_runs(judge.scorer, pupils),
        **_skipping_runs(judge.scorer, pupils, generator),
        "means learned": _learned_run(judge.scorer, draw(FIRST_PUPILS), pupils),
        **_other_runs(judge, pupils),
        "remarks": Run(remark_rates(judge.scorer, honest, generator), None),
    }


def _stops(scorer: Scorer) -> list[int]:
    return [stop for stop in STOPS if stop <= len(scorer.static_order)]


def _order(scorer: Scorer) -> list[int]:
    names = list(scorer.items)
    return [names.index(name) for name in scorer.static_order]


def _adaptive_runs(scorer: Scorer, pupils: Pupils) -> Runs:
    """Judge forms that the scorer chose, one for each number of questions."""
    stops = _stops(scorer)
    masks = adaptive_forms(scorer, pupils.answers, stops)
    return {
        f"adaptive {stop}": engine_run(scorer, pupils, mask)
        for stop, mask in zip(stops, masks, strict=True)
    }


def _skipping_runs(scorer: Scorer, pupils: Pupils, generator: np.random.Generator) -> Runs:
    """Judge forms of which the pupils left out part of the questions."""
    length = min(LENGTH, len(scorer.static_order))
    runs = {}
    for share in SKIPPED:
        skips = generator.random(pupils.answers.shape) < share
        mask = adaptive_forms(scorer, pupils.answers, [length], skips)[0]
        runs[f"adaptive {length}, {share:.0%} skipped"] = engine_run(scorer, pupils, mask)
    return runs


def _learned_run(scorer: Scorer, first: Pupils, pupils: Pupils) -> Run:
    """Judge the same model once the means of questions come from answers of other pupils."""
    length = min(LENGTH, len(scorer.static_order))
    mask = adaptive_forms(scorer, first.answers, [length])[0]
    answers = np.array(scorer.values, dtype=float)[first.answers]
    measurement = learn_means(scorer.model.measurement, answers, mask)
    learned = Scorer(replace(scorer.model, measurement=measurement))
    return engine_run(learned, pupils, adaptive_forms(learned, pupils.answers, [length])[0])


def _other_runs(judge: Judge, pupils: Pupils) -> Runs:
    """Judge sums of answers and logistic regression on the answers, on one fixed order."""
    worlds = len(judge.scorer.worlds)
    stops = _stops(judge.scorer)
    sums = sum_scores(judge.bank, pupils, _order(judge.scorer), stops)
    runs = {name: Run(rank_figures(scores, pupils), None) for name, scores in sums}
    for stop, model in judge.on_items.items():
        chances = item_probabilities(model, pupils.answers, worlds)
        runs[f"regression on items {stop}"] = probability_run(chances, pupils)
    return runs
