"""How surprising the answers of honest pupils are, so that stranger ones can be asked about.

The bounds leave out half a percent on either side of the misfit of invented pupils who all read the
questions, for forms of every length that the quiz uses.
"""

from collections.abc import Sequence

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.normal import Array
from quiz.lab.training.forms import adaptive_forms
from quiz.lab.training.simulate import Pupils

LENGTHS = (7, 14, 21, 28, 42, 56)
_PERCENTILES = (0.5, 99.5)


def misfits_by_length(scorer: Scorer, pupils: Pupils) -> Array:
    """The misfit of each pupil at each of `lengths(scorer)`; shape (P, lengths)."""
    evidence = Evidence(scorer.model.measurement, scorer.values)
    answers = np.array(scorer.values, dtype=float)[pupils.answers]
    masks = adaptive_forms(scorer, pupils.answers, lengths(scorer))
    return np.column_stack([evidence.misfits(answers, mask.astype(float)) for mask in masks])


def lengths(scorer: Scorer) -> list[int]:
    """The lengths of forms that exist with the questions there are."""
    return [length for length in LENGTHS if length <= len(scorer.static_order)]


def bounds(scorer: Scorer, groups: Sequence[Array]) -> tuple[tuple[float, float, float], ...]:
    """Rows (answers, low, high) from what `misfits_by_length` gave for groups of pupils."""
    low, high = np.percentile(np.vstack(groups), _PERCENTILES, axis=0)
    rows = zip(lengths(scorer), low.tolist(), high.tolist(), strict=True)
    return tuple((float(length), round(least, 4), round(most, 4)) for length, least, most in rows)
