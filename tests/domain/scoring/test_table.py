"""A table of answers is read whoever wrote it, and what is no answer is told by row and column."""

from io import BytesIO

import numpy as np
import pytest

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.outcome_table import FOR_EXCEL, outcome_heading, outcome_rows
from quiz.domain.scoring.table import Table, TableReader
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.tables import text_table


def read(text: str | bytes, scorer: Scorer) -> Table:
    content = text.encode() if isinstance(text, str) else text
    with text_table(BytesIO(content), list(scorer.items), first_free=True) as table:
        reader = TableReader(table.header, table.delimiter, scorer)
        found = [each for part in table.parts() for each in reader.read(part)]
    names = [name for pupils, _ in found for name in pupils]
    return Table(names, np.concatenate([np.empty((0, len(scorer.items))), *(a for _, a in found)]))


def column(table: Table, scorer: Scorer, name: str) -> list[float]:
    return [float(value) for value in table.answers[:, list(scorer.items).index(name)]]


@pytest.mark.parametrize("name", ["Das", '"Das, de"'])
def test_a_file_may_name_pupils_and_hold_some_questions_in_any_order(
    small: Scorer, name: str
) -> None:
    table = read(f"pupil,stof-1,hout-0\nOtter,4,1\n{name},,0\n", small)
    assert table.pupils == ["Otter", name.strip('"')]
    assert column(table, small, "stof-1")[0] == 4
    assert np.isnan(table.answers[1]).all()
    assert np.isfinite(table.answers).sum() == 2
    chances = small.probabilities_batch(table.answers)
    written = b"".join(outcome_rows(table.pupils, chances)).decode().splitlines()
    assert outcome_heading(small.worlds) == b"pupil,hout,metaal,stof\n"
    assert written[1] == f"{name},0.333333,0.333333,0.333333"
    cells = [float(cell) for cell in written[0].split(",")[1:]]
    assert cells == pytest.approx(list(chances[0]), abs=5.1e-7)


def test_certainty_is_written_as_one_and_for_excel_with_a_comma() -> None:
    assert b"".join(outcome_rows(["a"], np.array([[1.0, 0.0]]))) == b"a,1.000000,0.000000\n"
    assert b"".join(outcome_rows([], np.empty((0, 2)))) == b""
    assert outcome_heading(["x", "y"], FOR_EXCEL) == b"\xef\xbb\xbfpupil;x;y\r\n"
    excel = b"".join(outcome_rows(["2E4", "a;b"], np.array([[1.0, 0.25]] * 2), FOR_EXCEL))
    assert excel == b'\'2E4;1,000000;0,250000\r\n"a;b";1,000000;0,250000\r\n'


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+31", "-x", "=HYPERLINK(1)", "\t=1"])
def test_no_name_in_the_outcome_is_run(name: str) -> None:
    (line,) = b"".join(outcome_rows([name], np.array([[1.0]]))).decode().splitlines()
    assert line.startswith("'")


# How Dutch programs write the same three pupils: Otter 4 1, Das 3 nothing, Ree nothing 2.
PLAIN = "pupil,hout-0,stof-1\nOtter,4,1\nDas,3,\nRee,,2\n"
SAME = {
    "semicolons": PLAIN.replace(",", ";"),
    "tabs, as Unicode text": PLAIN.replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
    "a mark": PLAIN.encode("utf-8-sig"),
    "the separator told": "sep=;\r\n" + PLAIN.replace(",", ";"),
    "a strange separator told": "sep=|\r\n" + PLAIN.replace(",", "|"),
    "lone carriage returns": PLAIN.replace("\n", "\r"),
    "no last line end": PLAIN.rstrip(),
    "everything quoted": "\n".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) for line in PLAIN.split()
    ),
    "rows of separators below": PLAIN.replace(",", ";") + ";;\r\n" * 3,
    "empty lines everywhere": "\n" + PLAIN.replace("\n", "\n\n"),
    "empty columns at the end": PLAIN.replace("\n", ",,,\n"),
    "an empty column in between": "pupil;;hout-0;stof-1\nOtter;;4;1\nDas;;3;\nRee;;;2\n",
    "an empty column in between, quoted": 'pupil;;hout-0;stof-1\n"Otter";;4;1\nDas;;3;\nRee;;;2\n',
    "other capitals and spaces": PLAIN.replace("hout-0,stof-1", " HOUT-0 , Stof 1"),
    "decimals": "pupil;hout-0;stof-1\nOtter;4,0;1,00\nDas; 3 ;\nRee;\xa0;2.0\n",
    "numbers as text": 'pupil;hout-0;stof-1\nOtter;=""4"";\'1\nDas;3;\nRee;;2\n'.replace(
        '=""4""', '"=""4"""'
    ),
    "names kept as text": 'pupil;hout-0;stof-1\n"=""Otter""";4;1\nDas;3;\nRee;;2\n',
    "one cell a row": "\n".join(f'"{line}"' for line in PLAIN.split()),
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_every_dialect_gives_the_same_answers(small: Scorer, content: str | bytes) -> None:
    table = read(content, small)
    assert table.pupils == ["Otter", "Das", "Ree"]
    assert column(table, small, "hout-0") == pytest.approx([4, 3, np.nan], nan_ok=True)
    assert column(table, small, "stof-1") == pytest.approx([1, np.nan, 2], nan_ok=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_accents_in_names_are_what_they_were(small: Scorer, encoding: str) -> None:
    content = "leerling;hout-0\nZoë;4\nRené €;1\n".encode(encoding)
    assert read(content, small).pupils == ["Zoë", "René €"]


def test_a_file_may_leave_the_names_out(small: Scorer) -> None:
    table = read("hout-0;stof-1\r\n4;1\r\n;\r\n3;2\r\n\n1;1", small)
    assert table.pupils == ["1", "2", "3"]
    assert np.nansum(table.answers) == 12


@pytest.mark.parametrize("rows", ["Otter;;\n", ";;\nOtter; ;\xa0\n", '"Otter";;\n'])
def test_a_row_without_any_answer_is_nobody_and_a_named_one_is_counted(
    small: Scorer, rows: str
) -> None:
    content = f"pupil;hout-0;stof-1\nDas;3;1\n{rows}".encode()
    with text_table(BytesIO(content), list(small.items), first_free=True) as table:
        reader = TableReader(table.header, table.delimiter, small)
        found = [
            name for part in table.parts() for each in reader.read(part) for name in each.pupils
        ]
    assert found == ["Das"]
    assert reader.unanswered == 1


def test_reading_quickly_and_carefully_give_the_same(small: Scorer) -> None:
    generator = np.random.default_rng(0)
    names = list(small.items)
    cells = generator.choice(["", "0", "1", "2", "3", "4"], (200, len(names)))
    lines = [f"p{place},{','.join(row)}\n" for place, row in enumerate(cells)]
    heading = f"pupil,{','.join(names)}\n"
    quick = read(heading + "".join(lines), small)
    careful = read(heading + "".join(lines) + '"p",1' + ",".join([""] * len(names)), small)
    assert careful.pupils == [*quick.pupils, "p"]
    assert np.array_equal(careful.answers[:-1], quick.answers, equal_nan=True)


@pytest.mark.parametrize("one", ["3\n\n4\n", "3\n4\n"])
def test_a_file_may_hold_one_question(small: Scorer, one: str) -> None:
    table = read("hout-0\n" + one, small)
    assert np.nansum(table.answers) == 7
    assert len(table.pupils) == 2


def test_excel_may_leave_out_empty_cells_at_the_end_from_the_seventeenth_row_on(
    small: Scorer,
) -> None:
    whole = "pupil;hout-0;stof-1\n" + "a;1;2\n" * 15
    assert len(read(whole + "b;3\nc;2\n", small).pupils) == 17
    with pytest.raises(ResponseError, match="rij 16: deze rij heeft 2 vakken, de bovenste rij 3"):
        read("pupil;hout-0;stof-1\n" + "a;1;2\n" * 14 + "b;3\n", small)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pupil\n", "noemt geen kolom die we kennen. Verwacht: hout-0, "),
        ("hout-0,hout-0\n", "rij 1: kolom 'hout-0' staat er twee keer"),
        ("pupil,nergens\n", "noemt geen kolom die we kennen"),
        ("pupil,hout-0,nergens\n", "rij 1: kolom 'nergens' is geen vraag"),
        ("pupil,hout-0\nDas,4\nOtter,9\n", "rij 3, kolom hout-0: '9' is geen antwoord. Gebruik"),
        ("pupil,hout-0\nDas,4\nOtter,33\n", "rij 3, kolom hout-0: '33' is geen"),
        ("pupil,hout-0\nDas,4\n\nOtter,3;0\n", "rij 4, kolom hout-0: '3;0' is geen"),
        ("pupil;hout-0\nDas;3,5\n", "rij 2, kolom hout-0: '3,5' is geen"),
        ("pupil;hout-0\nDas;60%\n", "rij 2, kolom hout-0: '60%' is geen"),
        ("pupil;hout-0\nDas;WAAR\n", "rij 2, kolom hout-0: 'WAAR' is geen"),
        ("pupil;hout-0\nDas;#N/B\n", "rij 2, kolom hout-0: '#N/B' is geen"),
        ("pupil;hout-0\nDas;3-apr\n", "rij 2, kolom hout-0: '3-apr' is geen"),
        ("9,hout-0\n9,9\n", "rij 2, kolom hout-0: '9' is geen antwoord"),
        ("pupil,hout-0\nDas,4,2\n", "rij 2: deze rij heeft 3 vakken, de bovenste rij 2"),
        ("pupil,hout-0\nDas\nOtter,4,2\n", "rij 2: deze rij heeft 1 vakken"),
        ("pupil,hout-0\nDas,4,2\nOtter\n", "rij 2: deze rij heeft 3 vakken"),
        ("pupil;hout-0\nDas;4\n;2\n", "rij 3: hier staan antwoorden zonder naam"),
        ("pupil;hout-0\nDas;4\nTotaal;4\n", "'Totaal' is geen leerling. Haal de rij weg"),
        ("pupil;hout-0\nDas;4\nGemiddelde;3,5\n", "rij 3, kolom hout-0"),
        ("pupil;;hout-0\nDas;nota;4\n", "rij 2: er staat iets in een kolom zonder naam"),
        (f"pupil;hout-0\n{'x' * 300};4\n", "een naam heeft 300 tekens"),
        ("hout-0\n" + "x" * 200_000, "rij 2: een vak is veel te lang"),
    ],
)
def test_a_wrong_file_is_refused_with_row_and_reason(
    small: Scorer, text: str, message: str
) -> None:
    with pytest.raises((ResponseError, FileRefused)) as refused:
        read(text, small)
    assert message in str(refused.value)


def test_rows_are_counted_over_all_parts(small: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.domain.spreadsheets.delimited.PIECE", 10)
    text = "pupil,hout-0\na,1\nb,2\n\n" + '"c",1\n\nd,2\n' + "e,9\n"
    with pytest.raises(ResponseError, match="rij 8, kolom hout-0"):
        read(text, small)
    with pytest.raises(ResponseError, match="rij 8, kolom hout-0"):
        read(text.replace('"', ""), small)
