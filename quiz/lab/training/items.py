"""Statistics of questions and worlds, for those who look after the questions.

What rests on fewer than `least` answers is left empty: it says little, and it could say something
about somebody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Model
from quiz.domain.scoring.normal import Array
from quiz.lab.training.learn import LEAST_FORMS, learn_loadings, learn_means
from quiz.lab.training.simulate import Mask
from quiz.usecases.class_pictures.answers import StoredAnswers

Cell = str | float | int
Row = dict[str, Cell]


@dataclass(frozen=True)
class Gathered:
    """Answers with where they are (P, N), and what the model expects of them (P, N)."""

    stored: StoredAnswers
    answers: Array
    present: Mask
    expected: Array
    least: int


def gather(model: Model, stored: StoredAnswers, least: int) -> tuple[Model, Gathered]:
    """Fit means (and with 300 forms loadings) to the answers; return that model and the rest."""
    present = stored.values > model.form.unknown
    answers = np.where(present, stored.values, 0.0)
    learn = learn_loadings if len(stored) >= LEAST_FORMS else learn_means
    measurement = learn(model.measurement, answers, present) if len(stored) else model.measurement
    found = Evidence(measurement, model.form.values).posteriors(answers, present.astype(float))
    expected = measurement.means + found.mean @ measurement.loadings.T
    fitted = Model(**{**vars(model), "measurement": measurement})
    return fitted, Gathered(stored, answers, present, expected, least)


def question_rows(model: Model, gathered: Gathered) -> list[Row]:
    """A row per question: answers, mean, spread, loading, information, skips, time, groups.

    Loading: correlation of the answer with the interest in its own world, by the model.
    Information: l^2 / psi, how much one answer adds to the precision about that world.
    Differences: between groups of pupils, what is left of the mean answer after their interests.
    """
    worlds = list(model.form.worlds)
    measurement = model.measurement
    rows = []
    for place, (name, world) in enumerate(model.form.items.items()):
        own = measurement.loadings[place, worlds.index(world)]
        total = measurement.loadings[place] @ measurement.prior @ measurement.loadings[place]
        unique = measurement.unique[place]
        count = int(gathered.present[:, place].sum())
        row: Row = {"question": name, "world": world, "answers": count}
        if count >= gathered.least:
            row |= {
                **_of_answers(gathered, place),
                "loading": round(float(own / np.sqrt(total + unique)), 3),
                "information": round(float(own**2 / unique), 3),
            }
        rows.append(row)
    return rows


def _of_answers(gathered: Gathered, place: int) -> Row:
    given = gathered.answers[gathered.present[:, place], place]
    asked = ~np.isnan(gathered.stored.values[:, place])
    seconds = gathered.stored.seconds[:, place]
    measured = seconds[~np.isnan(seconds)]
    return {
        "mean": round(float(given.mean()), 3),
        "spread": round(float(given.std()), 3),
        "skip_rate": round(1 - len(given) / int(asked.sum()), 3),
        "seconds": round(float(np.median(measured)), 1) if len(measured) >= gathered.least else "",
        "by_school_type": _difference(gathered, place, gathered.stored.school_type),
        "by_language": _difference(gathered, place, gathered.stored.language),
    }


def _difference(gathered: Gathered, place: int, groups: Sequence[str]) -> str:
    """The largest difference between groups that are large enough, and which they are."""
    rest = gathered.answers[:, place] - gathered.expected[:, place]
    there = gathered.present[:, place]
    names = np.array(groups)
    means = {
        str(name): float(rest[there & (names == name)].mean())
        for name in np.unique(names)
        if (there & (names == name)).sum() >= gathered.least
    }
    if len(means) < 2:
        return ""
    low, high = min(means, key=means.__getitem__), max(means, key=means.__getitem__)
    return f"{means[high] - means[low]:.2f} ({high} above {low})"


def world_rows(model: Model, gathered: Gathered) -> list[Row]:
    """A row per world: Cronbach's alpha of what is asked now, and the reliability by the model.

    Alpha comes from covariances of pairs of questions that enough pupils answered both. The model's
    own reliability is 1 - mean posterior variance / prior variance, with the forms that pupils got.
    """
    measurement = model.measurement
    evidence = Evidence(measurement, model.form.values)
    found = evidence.posteriors(gathered.answers, gathered.present.astype(float))
    covariance = _pair_covariance(gathered)
    rows = []
    for number, world in enumerate(model.form.worlds):
        own = [
            place
            for place, (name, each) in enumerate(model.form.items.items())
            if each == world and name in model.form.order
        ]
        row: Row = {"world": world, "questions": len(own), "pupils": len(gathered.stored)}
        if len(gathered.stored) >= gathered.least:
            left = found.covariance[:, number, number].mean() / measurement.prior[number, number]
            row["reliability"] = round(1 - float(left), 3)
            row["alpha"] = _alpha(covariance[np.ix_(own, own)])
        rows.append(row)
    return rows


def _pair_covariance(gathered: Gathered) -> Array:
    """Covariances (N, N) of pairs of questions, NaN where too few answered both."""
    there = gathered.present.astype(float)
    count = there.T @ there
    safe = np.maximum(count, 1)
    sums = gathered.answers.T @ there  # of question i over those who answered both i and j
    products = gathered.answers.T @ gathered.answers
    covariance = (products - sums * sums.T / safe) / safe
    result: Array = np.where(count >= gathered.least, covariance, np.nan)
    return result


def _alpha(covariance: Array) -> Cell:
    """Alpha = k / (k - 1) (1 - sum of variances / variance of the sum); Cronbach, 1951."""
    if np.isnan(covariance).any() or len(covariance) < 2:
        return ""
    count = len(covariance)
    return round(float(count / (count - 1) * (1 - np.trace(covariance) / covariance.sum())), 3)


QUESTION_COLUMNS = (
    "question",
    "world",
    "answers",
    "mean",
    "spread",
    "loading",
    "information",
    "skip_rate",
    "seconds",
    "by_school_type",
    "by_language",
)
WORLD_COLUMNS = ("world", "questions", "pupils", "alpha", "reliability")


def as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Cell]]) -> str:
    """The rows as CSV; what is missing stays empty."""
    lines = [",".join(columns)]
    lines += [",".join(str(row.get(column, "")) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"
