"""What others do with the same questions: sums of answers, and a classifier on the answers.

All use the first questions of one fixed order. The z-scored sum first takes from each question its
mean and divides by its standard deviation over these same pupils, which a new test cannot know.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Pupils, Whole

LESSON_STOPS = (14, 28, 56)


class ItemClassifier(NamedTuple):
    """Logistic regression on the answers to some questions (positions)."""

    questions: Sequence[int]
    classifier: LogisticRegression


def fit_on_items(order: Sequence[int], pupils: Sequence[Pupils]) -> dict[int, ItemClassifier]:
    """Learn from invented pupils which world is on top, by the number of questions asked."""
    answers = np.vstack([group.answers for group in pupils]).astype(float)
    top = np.concatenate([group.top for group in pupils])
    result = {}
    for stop in LESSON_STOPS:
        if stop <= len(order):
            questions = order[:stop]
            classifier = LogisticRegression(C=0.01, max_iter=300)
            classifier.fit(answers[:, questions], top)
            result[stop] = ItemClassifier(questions, classifier)
    return result


def item_probabilities(model: ItemClassifier, answers: Whole, worlds: int) -> Array:
    """Probabilities (P, W) from answers (P, N)."""
    known = model.classifier.predict_proba(answers[:, model.questions].astype(float))
    result = np.full((len(answers), worlds), 1e-9)
    result[:, model.classifier.classes_] = known
    return result


def sum_scores(
    bank: Bank, pupils: Pupils, order: Sequence[int], stops: Sequence[int]
) -> Iterator[tuple[str, Array]]:
    """Yield (name, mean keyed answer per world (P, W)) for both sums and every number of questions.

    A world without questions in the form scores the middle of the scale.
    """
    answers = np.array(bank.values, dtype=float)[pupils.answers]
    spread = np.maximum(answers.std(axis=0), 1e-9)
    middle = (bank.values[0] + bank.values[-1]) / 2
    sums = {"raw sum": answers - middle, "z-scored sum": (answers - answers.mean(axis=0)) / spread}
    member = _membership(bank)
    for stop in stops:
        part = np.zeros_like(member)
        part[order[:stop]] = member[order[:stop]]
        for name, table in sums.items():
            yield f"{name} {stop}", table @ (part / np.maximum(np.abs(part).sum(axis=0), 1))


def _membership(bank: Bank) -> Array:
    """The keying of each question (rows) in its own world (columns); 0 elsewhere."""
    rows = [
        [item.keying * (item.world == world) for world in bank.worlds]
        for item in bank.items.values()
    ]
    return np.array(rows, dtype=float)
