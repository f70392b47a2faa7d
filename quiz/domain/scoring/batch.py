"""Many pupils at once: the same sums as for one pupil, in slices that fit the cache."""

from collections.abc import Callable

import numpy as np

from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.head import head_probabilities
from quiz.domain.scoring.model import Form, Model
from quiz.domain.scoring.normal import Array

_SLICE = 512


Progress = Callable[[int], None]


def batch_probabilities(
    model: Model, evidence: Evidence, answers: Array, progress: Progress
) -> Array:
    """Probabilities (pupils, W) for answers (pupils, N); NaN or unknown is no evidence.

    `progress` is called with the number of pupils done, now and then.
    """
    answers = np.asarray(answers, dtype=float)
    if answers.ndim != 2 or answers.shape[1] != len(model.form.items):
        raise ResponseError(
            f"answers have shape {answers.shape}: use one row per pupil and "
            f"{len(model.form.items)} columns, one per question"
        )
    result = np.empty((len(answers), len(model.form.worlds)))
    for start in range(0, len(answers), _SLICE):
        part = answers[start : start + _SLICE]
        present = _present(part, model.form, start)
        belief = evidence.beliefs(np.where(present, part, 0.0), present.astype(float))
        result[start : start + _SLICE] = head_probabilities(model.head, evidence.features(belief))
        progress(start + len(part))
    return result


def _present(part: Array, form: Form, start: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool]]:
    """Where real answers stand; ResponseError when a cell holds something else."""
    present = np.zeros(part.shape, bool)
    for value in form.values:
        present |= part == value
    wrong = ~(present | np.isnan(part) | (part == form.unknown))
    if wrong.any():
        row, column = (int(place[0]) for place in np.nonzero(wrong))
        raise ResponseError(
            f"row {start + row}, question {list(form.items)[column]!r}: "
            f"{part[row, column]:g} is not an answer"
        )
    return present
