"""Many pupils at once give what each of them would get alone."""

import numpy as np
import pytest

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.errors import ResponseError


def test_a_table_gives_the_same_as_pupil_by_pupil(scorer: Scorer) -> None:
    generator = np.random.default_rng(5)
    table = generator.integers(0, 6, (700, len(scorer.items))).astype(float)
    table[generator.random(table.shape) < 0.3] = np.nan
    done: list[int] = []
    found = scorer.probabilities_batch(table, done.append)
    assert done[-1] == 700
    for row in (0, 1, 511, 512, 699):
        answers = {
            name: int(value)
            for name, value in zip(scorer.items, table[row], strict=True)
            if not np.isnan(value)
        }
        assert found[row] == pytest.approx(list(scorer.probabilities(answers).values()), abs=1e-9)


def test_a_table_of_nobody_is_fine(small: Scorer) -> None:
    assert small.probabilities_batch(np.empty((0, 12))).shape == (0, 3)


def test_a_wrong_cell_or_shape_is_refused_by_place(small: Scorer) -> None:
    table = np.full((600, 12), 2.0)
    table[599, 11] = 7
    with pytest.raises(ResponseError, match="row 599, question 'stof-3': 7 is not an answer"):
        small.probabilities_batch(table)
    with pytest.raises(ResponseError, match="12 columns"):
        small.probabilities_batch(table[:, :4])
