"""Whether a model learned from real answers may replace the one in use (docs/scoring.md section 6).

Judged on schools that the new model did not learn from. What counts as right is the world that the
pupil chose without seeing a result: a noisy label, but equally noisy for both models.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.model import Model
from quiz.domain.scoring.normal import Array
from quiz.lab.training.learn import LEAST_ANSWERS, LEAST_FORMS, learn_loadings, learn_means
from quiz.lab.training.measures import calibration_bins, group_biases, hit_rate
from quiz.lab.training.simulate import Mask, Whole
from quiz.usecases.class_pictures.answers import StoredAnswers

LEAST_SCHOOLS = 4
LEAST_CHOICES = 100  # pupils of held-out schools who chose a world
LEAST_GAIN, MOST_CALIBRATION_ERROR, MOST_GAP, MOST_GOLDEN = 0.02, 0.05, 0.05, 0.05
_GROUP = 50
_HELD_OUT = 3  # one school in three
_DRAWS = 2000


class Check(NamedTuple):
    """One demand of the gate: what was found, and whether it is enough."""

    name: str
    found: str
    passed: bool


@dataclass(frozen=True)
class Verdict:
    """What was learned and how it was judged; `model` is None when there was too little data."""

    model: Model | None
    summary: str
    checks: tuple[Check, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every demand is met."""
        return bool(self.checks) and all(check.passed for check in self.checks)


def learn_and_judge(model: Model, stored: StoredAnswers, seed: int = 0) -> Verdict:
    """Learn from two schools in three, judge on the others; the same seed, the same schools."""
    schools = np.unique(stored.school[stored.school >= 0])
    generator = np.random.default_rng(seed)
    held = generator.permutation(schools)[: len(schools) // _HELD_OUT]
    judged = np.isin(stored.school, held)
    judged_choices = judged & (stored.own_world >= 0)
    lacking = _lacking(stored, judged, len(schools), int(judged_choices.sum()))
    if lacking:
        return Verdict(None, f"too little data: {lacking}; nothing is changed")
    candidate, what = _learn(model, stored, ~judged)
    checks = tuple(_checks(model, candidate, stored, judged_choices, generator))
    return Verdict(candidate, what, checks)


def _lacking(stored: StoredAnswers, judged: Mask, schools: int, choices: int) -> str:
    given = stored.values[~judged] > 0
    fewest = int(given.sum(axis=0).min()) if len(given) else 0
    if fewest < LEAST_ANSWERS:
        return f"a question has {fewest} answers to learn from, {LEAST_ANSWERS} are needed"
    if schools < LEAST_SCHOOLS:
        return f"{schools} schools, {LEAST_SCHOOLS} are needed to hold some back"
    if choices < LEAST_CHOICES:
        return f"{choices} pupils of held-out schools chose a world, {LEAST_CHOICES} are needed"
    return ""


def _learn(model: Model, stored: StoredAnswers, taught: Mask) -> tuple[Model, str]:
    values = stored.values[taught]
    present = values > model.form.unknown
    answers = np.where(present, values, 0.0)
    forms = len(values)
    with_loadings = forms >= LEAST_FORMS
    learn = learn_loadings if with_loadings else learn_means
    what = f"item means{' and loadings' if with_loadings else ''} from {forms} real pupils"
    provenance = {**model.provenance, "summary": f"simulated, then {what}", "real_pupils": forms}
    measurement = learn(model.measurement, answers, present)
    return replace(model, measurement=measurement, provenance=provenance), f"learned {what}"


def _checks(
    before: Model,
    after: Model,
    stored: StoredAnswers,
    judged: Mask,
    generator: np.random.Generator,
) -> Iterator[Check]:
    values, top = stored.values[judged], stored.own_world[judged]
    old, new = (Scorer(model).probabilities_batch(values) for model in (before, after))
    rows = np.arange(len(top))
    gains = np.log(new[rows, top]) - np.log(old[rows, top])
    draws = generator.integers(0, len(top), (_DRAWS, len(top)))
    low = float(np.percentile(gains[draws].mean(axis=1), 2.5))
    gain = float(gains.mean())
    yield Check("log-loss gain", f"{gain:.3f}", gain >= LEAST_GAIN)
    yield Check("lower bound of the gain", f"{low:.3f}", low > 0)
    sure, right, _ = calibration_bins(new, top)
    error = float(np.abs(sure - right).sum() / len(top))
    yield Check("calibration error", f"{error:.3f}", error <= MOST_CALIBRATION_ERROR)
    for name, groups in (("school type", stored.school_type), ("language", stored.language)):
        gap = _largest_gap(new, top, np.array(groups)[judged])
        yield Check(f"gap or bias by {name}", f"{gap:.3f}", gap <= MOST_GAP)
    golden = _golden_distance(before, after)
    yield Check("golden profiles", f"{golden:.3f}", golden <= MOST_GOLDEN)


def _largest_gap(chances: Array, top: Whole, groups: NDArray[np.str_]) -> float:
    """The largest hit gap or selection bias of a group of at least 50 against the rest."""
    found = [0.0]
    for name in np.unique(groups):
        group = (groups == name).astype(np.int64)
        if min(group.sum(), len(group) - group.sum()) >= _GROUP:
            hits = [hit_rate(chances[group == k], top[group == k]) for k in (0, 1)]
            found += [abs(hits[0] - hits[1]), group_biases(chances, top, group)[1]]
    return max(found)


def _golden_distance(before: Model, after: Model) -> float:
    """The largest change for pupils who like all of one world and little else."""
    old, new = Scorer(before), Scorer(after)
    low, high = old.values[1 if len(old.values) > 2 else 0], old.values[-1]
    changes = []
    for wanted in old.worlds:
        answers = {name: high if world == wanted else low for name, world in old.items.items()}
        first, second = old.probabilities(answers), new.probabilities(answers)
        changes += [abs(first[world] - second[world]) for world in old.worlds]
    return max(changes)
