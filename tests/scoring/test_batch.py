"""Many pupils at once give what each of them would get alone."""

import numpy as np
import pytest

from quiz.scoring import ResponseError, Scorer
from quiz.scoring.table import read_table, table_lines


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


def test_a_csv_file_may_name_pupils_and_hold_some_questions_in_any_order(small: Scorer) -> None:
    lines = ["pupil,stof-1,hout-0\n", "Otter,4,1\n", "\n", '"Das, de",,0\n']
    table = read_table(lines, small)
    assert table.pupils == ["Otter", "Das, de"]
    names = list(small.items)
    assert table.answers[0, names.index("stof-1")] == 4
    assert np.isnan(table.answers[1]).all()
    assert np.isfinite(table.answers).sum() == 2
    written = list(
        table_lines(small.worlds, table.pupils, small.probabilities_batch(table.answers))
    )
    assert written[0] == "pupil,hout,metaal,stof\n"
    assert written[2] == '"Das, de",0.333333,0.333333,0.333333\n'
    assert written[1].startswith("Otter,0.")


def test_a_csv_file_may_leave_the_names_out_and_use_semicolons(small: Scorer) -> None:
    table = read_table(["hout-0;stof-1\r\n", "4;1\r\n", "3;2\r\n"], small)
    assert table.pupils == ["1", "2"]
    assert np.nansum(table.answers) == 10


def test_a_csv_file_with_a_heading_only_holds_nobody(small: Scorer) -> None:
    assert read_table(["hout-0,stof-1\n"], small).answers.shape == (0, 12)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "line 1: must name questions"),
        (["\n"], "line 1: must name questions"),
        (["pupil\n"], "line 1: must name questions"),
        (["hout-0,hout-0\n"], "line 1: must name questions of the bank, each of them once"),
        (["pupil,nergens\n"], "line 1: column 'nergens' is not a question"),
        (["pupil,hout-0\n", "Das,4\n", "Otter,9\n"], "line 3, question 'hout-0': '9' is not"),
        (["9,hout-0\n", "9,9\n"], "line 2, question 'hout-0': '9' is not an answer"),
        (["pupil,hout-0\n", "Das,4,2\n"], "line 2: has 3 cells, not 2"),
        (["hout-0\n", "x" * 200_000], "line 2: field larger"),
    ],
)
def test_a_wrong_csv_file_is_refused_with_line_and_reason(
    small: Scorer, lines: list[str], message: str
) -> None:
    with pytest.raises(ResponseError, match=message):
        read_table(lines, small)
