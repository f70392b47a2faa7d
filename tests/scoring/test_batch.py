"""Many pupils at once give what each of them would get alone."""

import numpy as np
import pytest

from quiz.scoring import ResponseError, Scorer
from quiz.scoring.table import Table, TableReader, table_heading, table_rows


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


def read(text: str, scorer: Scorer) -> Table:
    heading, _, rows = text.partition("\n")
    return TableReader(heading, scorer).read(rows.encode())


@pytest.mark.parametrize("name", ["Das", '"Das, de"'])
def test_a_csv_file_may_name_pupils_and_hold_some_questions_in_any_order(
    small: Scorer, name: str
) -> None:
    table = read(f"pupil,stof-1,hout-0\nOtter,4,1\n{name},,0\n", small)
    assert table.pupils == ["Otter", name.strip('"')]
    names = list(small.items)
    assert table.answers[0, names.index("stof-1")] == 4
    assert np.isnan(table.answers[1]).all()
    assert np.isfinite(table.answers).sum() == 2
    chances = small.probabilities_batch(table.answers)
    written = table_rows(table.pupils, chances).decode().splitlines()
    assert table_heading(small.worlds) == b"pupil,hout,metaal,stof\n"
    assert written[1] == f"{name},0.333333,0.333333,0.333333"
    cells = [float(cell) for cell in written[0].split(",")[1:]]
    assert cells == pytest.approx(list(chances[0]), abs=5.1e-7)


def test_certainty_is_written_as_one(small: Scorer) -> None:
    del small
    assert table_rows(["a"], np.array([[1.0, 0.0]])) == b"a,1.000000,0.000000\n"
    assert table_rows([], np.empty((0, 2))) == b""


def test_a_csv_file_may_leave_the_names_out_and_use_semicolons(small: Scorer) -> None:
    reader = TableReader("hout-0;stof-1", small)
    assert reader.read(b"4;1\r\n3;2\r\n").pupils == ["1", "2"]
    table = reader.read(b"3;\n\n1;1")
    assert table.pupils == ["3", "4"]
    assert np.nansum(table.answers) == 5


def test_reading_quickly_and_carefully_give_the_same(small: Scorer) -> None:
    generator = np.random.default_rng(0)
    names = list(small.items)
    cells = generator.choice(["", "0", "1", "2", "3", "4"], (200, len(names)))
    lines = [f"p{place},{','.join(row)}\n" for place, row in enumerate(cells)]
    heading = f"pupil,{','.join(names)}\n"
    quick = read(heading + "".join(lines), small)
    careful = read(heading + "".join(lines) + '"p",' + ",".join([""] * len(names)), small)
    assert careful.pupils == [*quick.pupils, "p"]
    assert np.array_equal(careful.answers[:-1], quick.answers, equal_nan=True)


def test_blank_lines_are_nobody(small: Scorer) -> None:
    assert read("hout-0,stof-1\n\n\n", small).answers.shape == (0, 12)


@pytest.mark.parametrize("one", ["3\n\n4\n", "3\n4\n"])
def test_a_csv_file_may_hold_one_question(small: Scorer, one: str) -> None:
    table = read("hout-0\n" + one, small)
    assert np.nansum(table.answers) == 7
    assert len(table.pupils) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: must name questions"),
        ("pupil\n", "line 1: must name questions"),
        ("hout-0,hout-0\n", "line 1: must name questions of the bank, each of them once"),
        ("pupil,nergens\n", "line 1: column 'nergens' is not a question"),
        ("pupil,hout-0\nDas,4\nOtter,9\n", "line 3, question 'hout-0': '9' is not"),
        ("pupil,hout-0\nDas,4\nOtter,33\n", "line 3, question 'hout-0': '33' is not"),
        ("9,hout-0\n9,9\n", "line 2, question 'hout-0': '9' is not an answer"),
        ("pupil,hout-0\nDas,4,2\n", "line 2: has 3 cells, not 2"),
        ("pupil,hout-0\nDas\nOtter,4,2\n", "line 2: has 1 cells, not 2"),
        ("pupil,hout-0\nDas,4,2\nOtter\n", "line 2: has 3 cells, not 2"),
        ("hout-0\n" + "x" * 200_000, "line 2: field larger"),
    ],
)
def test_a_wrong_csv_file_is_refused_with_line_and_reason(
    small: Scorer, text: str, message: str
) -> None:
    with pytest.raises(ResponseError, match=message):
        read(text, small)


def test_lines_are_counted_over_all_parts(small: Scorer) -> None:
    reader = TableReader("pupil,hout-0", small)
    reader.read(b"a,1\nb,2\n")
    reader.read(b'"c",1\n\nd,2\n')
    with pytest.raises(ResponseError, match="line 7, question 'hout-0'"):
        reader.read(b"e,9\n")
