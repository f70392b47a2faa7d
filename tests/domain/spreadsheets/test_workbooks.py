"""A workbook gives the texts that a Dutch Excel shows, whichever program made it."""

from pathlib import Path

import pytest
import xlsxwriter

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.formats import Shown, format_of
from quiz.domain.spreadsheets.guard import value
from quiz.domain.spreadsheets.table_shape import Sheet
from quiz.domain.spreadsheets.tables import open_table, rows_of
from tests.domain.spreadsheets.workbook import MAIN, book, cells, packed, parts, sheet, write

KNOWN = ["naam", "waarde"]
# number, format, what stands there
NUMBERS = [
    (52.164, "General", "52.164"),
    (3, "General", "3"),
    (46352, "d-m-yyyy", "2026-11-26"),
    (46352.5, "d-m-yyyy h:mm", "2026-11-26 12:00:00"),
    (46357, "d-mmm", "1-dec"),
    (46357, "mmm-yy", "dec-26"),
    (46357, "[$-413]d mmmm yyyy;@", "2026-12-01"),
    (0.4375, "h:mm", "10:30:00"),
    (0.5, "0%", "50%"),
    (0.125, "0.0%", "12.5%"),
    (20000, "0.00E+00", "2,00E+04"),
    (7, "000", "007"),
    (5, '0 "dagen"', "5"),
    (2958465, "yyyy-mm-dd", "9999-12-31"),
    (2958465.99999, "yyyy-mm-dd", "2958465.99999"),
    (2958466, "yyyy-mm-dd h:mm", "2958466"),
    (5, "[Red]0", "5"),
    (5, "#,##0.00 [$€-413]", "5"),
]


def read(path: Path, wanted: Sheet | None = None) -> list[list[str]]:
    with open_table(path, KNOWN, sheet=wanted or Sheet()) as table:
        return [row.cells for row in rows_of(table)]


@pytest.mark.parametrize(("number", "form", "text"), NUMBERS)
@pytest.mark.parametrize("since_1904", [False, True])
def test_numbers_and_days_are_what_they_look_like(
    tmp_path: Path, number: float, form: str, text: str, since_1904: bool
) -> None:
    path = tmp_path / "boek.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": since_1904}) as made:
        page = made.add_worksheet()
        page.write_row(0, 0, KNOWN)
        is_day = "-" in text and "E" not in text
        page.write_number(
            1, 1, number - 1462 * (since_1904 and is_day), made.add_format({"num_format": form})
        )
    assert read(path) == [["", text]]


def test_texts_truths_mistakes_and_outcomes_of_formulas(tmp_path: Path) -> None:
    path = tmp_path / "boek.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        page.write_row(0, 0, ["Naam ", "WAARDE"])
        page.write_boolean(1, 1, True)
        page.write_formula(2, 1, "=1+2", None, 3)
        page.write_formula(3, 1, '="a"&"b"', None, "ab")
        page.write_formula(4, 1, "=NA()", None, "#N/A")
        page.write_rich_string(5, 1, "Ca", made.add_format({"bold": True}), "fé")
        page.write_string(6, 1, "2E4")
        page.write_string(8, 1, "a\nb")
    found = [row[1] for row in read(path)]
    assert found == ["WAAR", "3", "ab", "#N/A", "Café", "'2E4", "a\nb"]


def test_row_numbers_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    path = write(tmp_path, book(cells("naam", row=3) + cells(" ", row=5) + cells("x", row=9)))
    with open_table(path, KNOWN) as table:
        assert table.header.number == 3
        assert [row.number for row in rows_of(table)] == [9]


def test_the_sheet_with_the_name_else_the_first_that_shows(tmp_path: Path) -> None:
    top = cells("naam")
    sheets = [sheet(top + cells(text, row=2)) for text in ("geheim", "eerste", "bedrijven")]
    content = parts(*sheets, names=("Verborgen", "Blad1", "Companies"))
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(
        'name="Verborgen"', 'name="Verborgen" state="hidden"'
    )
    path = write(tmp_path, packed(content))
    assert read(path) == [["eerste"]]
    assert read(path, Sheet("companies")) == [["bedrijven"]]
    assert read(path, Sheet("events")) == [["eerste"]]
    with pytest.raises(FileRefused, match="er is geen blad 'events'"):
        read(path, Sheet("events", exactly=True))


def test_other_writers_of_workbooks(tmp_path: Path) -> None:
    """Whole addresses of parts, a prefix for every name, shared texts with how they sound."""
    rows = "".join(
        f'<x:row r="{row}"><x:c r="A{row}" t="s"><x:v>{row - 1}</x:v></x:c></x:row>'
        for row in (1, 2)
    )
    content = parts(
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    )
    content["xl/_rels/workbook.xml.rels"] = content["xl/_rels/workbook.xml.rels"].replace(
        'Target="', 'Target="/xl/'
    )
    content["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}"><si><t>naam</t></si>'
        "<si><r><t>a_x000D_</t></r><rPh><t>klank</t></rPh><r><t>b</t></r></si></sst>"
    )
    assert read(write(tmp_path, packed(content))) == [["a\rb"]]


@pytest.mark.parametrize(
    ("written", "says"),
    [("a_xD800_b", "a\ufffdb"), ("_xDC00_", "\ufffd"), ("_xD83D__xDE00_", "\U0001f600")],
)
def test_half_a_letter_is_a_letter_that_was_lost(tmp_path: Path, written: str, says: str) -> None:
    assert read(write(tmp_path, book(cells("naam") + cells(written, row=2)))) == [[says]]


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    rows = cells("naam", "waarde") + cells("x", "1", row=2)
    assert read(write(tmp_path, book(rows), "boek.csv")) == [["x", "1"]]
    assert read(write(tmp_path, b"naam;waarde\nx;1\n", "tekst.xlsx")) == [["x", "1"]]


@pytest.mark.parametrize(("cell", "means"), [("'12", "12"), ('="12"', "12"), (" 12\xa0", "12")])
def test_a_value_is_read_without_what_kept_it(cell: str, means: str) -> None:
    assert value(cell) == means


@pytest.mark.parametrize("code", ["", "@", "0", '"dag"', "General", "#.##0", "_-* 0_-"])
def test_a_format_without_a_field_of_a_day_is_a_number(code: str) -> None:
    assert format_of(code)[0] is Shown.NUMBER
