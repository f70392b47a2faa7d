"""Lists as people have them: any program, any order of columns, any bytes; and back again."""

import csv
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.files.columns import COMPANIES, EVENTS, INSTITUTIONS, OFFERINGS
from quiz.domain.catalogue.files.export import table_text
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import Judge
from quiz.domain.catalogue.upkeep.line import Line, Outcome, Standing
from quiz.domain.catalogue.upkeep.preview import Against, preview
from quiz.domain.catalogue.upkeep.region_rows import key_of, region_of_row
from quiz.domain.catalogue.upkeep.uploaded import MOST_ROWS, UNUSED, proposed_mapping, read_upload
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.spreadsheets import Sheet, xlsx_bytes
from tests.real import real_catalogue

REGION = frozenset({"foodvalley"})
TABLES = [COMPANIES, EVENTS, OFFERINGS, INSTITUTIONS]


def rows_of_region(table: Table) -> list[object]:
    real = real_catalogue()
    return [row for row in real.rows[table.file] if region_of_row(real, row) in REGION]


def shown(path: Path, table: Table) -> tuple[Line, ...]:
    """What a file would do to the catalogue of this product."""
    real = real_catalogue()
    stored = {
        key_of(table, row): Standing(table.write(row), "seed") for row in real.rows[table.file]
    }
    uploaded = read_upload(path, table)
    mapping = proposed_mapping(uploaded.columns, table)
    judge = Judge(real, table, real.tag_order, REGION)
    rows = [
        (number, {c: text for c, text in zip(mapping, cells, strict=True) if c != UNUSED})
        for number, cells in uploaded.rows
    ]
    return preview(judge, Against(real, table, stored, REGION), rows)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_the_own_export_in_any_order_of_rows_and_columns_changes_nothing(
    tmp_path: Path, table: Table, data: st.DataObject
) -> None:
    rows = rows_of_region(table)
    some = data.draw(st.lists(st.sampled_from(rows), unique_by=id, min_size=1, max_size=12))
    lines = [line.split("\x1f") for line in _separated(table_text(table, some))]
    order = data.draw(st.permutations(range(len(table.columns))))
    moved = [[cells[place] for place in order] for cells in lines]
    path = tmp_path / "upload"
    if data.draw(st.booleans()):
        sheet = Sheet("Blad1", tuple(moved[0]), [tuple(each) for each in moved[1:]], texts=True)
        path.write_bytes(xlsx_bytes([sheet]))
    else:
        end, mark = data.draw(st.sampled_from([("\r\n", ""), ("\n", "\ufeff")]))
        separator = data.draw(st.sampled_from([",", ";", "\t"]))
        quoted = [separator.join(_quoted(cell) for cell in each) for each in moved]
        path.write_text(mark + end.join(quoted) + end, encoding="utf-8", newline="")
    assert {line.outcome for line in shown(path, table)} == {Outcome.SAME}


def _separated(text: str) -> list[str]:
    return ["\x1f".join(cells) for cells in csv.reader(text.splitlines())]


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_dutch_excel_with_days_and_commas_is_read_as_it_was_meant(
    tmp_path: Path, encoding: str
) -> None:
    text = (
        "Naam;Gemeente;Maanden;Werelden;Soort;Nagekeken;Bron\r\n"
        "Café Techniek;Ede;9-nov;hitech-science:0,8;day;21-11-2026;https://example.org\r\n"
        "1E+03;Ede;3;hitech-science:1;day;;https://example.org\r\n"
        "=2+5;Ede;3;hitech-science:1;day;;https://example.org\r\n"
    )
    path = tmp_path / "upload"
    path.write_bytes(text.encode(encoding))
    first, eaten, formula = shown(path, EVENTS)
    assert first.outcome is Outcome.NEW
    assert first.cells["months"] == "9-11"
    assert (first.cells["municipality"], first.cells["checked_on"]) == ("GM0228", "2026-11-21")
    assert (eaten.outcome, eaten.findings[0].column) == (Outcome.REFUSED, "name")
    assert "spreadsheet" in eaten.findings[0].reason
    assert formula.outcome in {Outcome.REFUSED, Outcome.NEW}


def test_a_column_that_bears_our_name_goes_before_one_that_may_be_meant() -> None:
    columns = ["Activiteit", "Locatie", "Plaats", "Gemeente", "Datum", "Maand", "Naam", "Iets"]
    assert proposed_mapping(columns, EVENTS, {"Gemeente": "municipality", "Naam": "name"}) == [
        *("", "", "", "municipality", "", "months", "name", "")
    ]
    assert proposed_mapping(["Locatie", "Plaats", "ID", "id"], EVENTS) == [
        *("", "municipality", "id", "")
    ]


def test_two_rows_of_one_name_in_places_that_nobody_knows_are_not_called_the_same(
    tmp_path: Path,
) -> None:
    path = tmp_path / "upload"
    path.write_text(
        "name;municipality;worlds;kind;source_url;for_everybody\n"
        "Open dag;Xqzw;hitech-science;dag;https://x.nl;ja\n"
        "Open dag;Wzqx;hitech-science;dag;https://x.nl;ja\n",
        encoding="utf-8",
    )
    for line in shown(path, EVENTS):
        assert [each.column for each in line.findings] == ["municipality"]


def test_a_list_of_days_is_never_taken_for_months_without_asking(tmp_path: Path) -> None:
    """LibreOffice makes 09-11-2026 of 9-11: the own list comes back, a day of a new event not."""
    own = next(
        EVENTS.write(row) for row in rows_of_region(EVENTS) if "-" in EVENTS.write(row)["months"]
    )
    first, last = map(int, own["months"].split("-"))
    path = tmp_path / "upload"
    path.write_text(
        "id;name;municipality;months;worlds;kind;source_url\n"
        f"{own['id']};{own['name']};{own['municipality']};{first:02}-{last:02}-2026;"
        f"{own['worlds'].replace(';', ',')};{own['kind']};{own['source_url']}\n"
        ";Doedag;Ede;12-11-2026;hitech-science;dag;https://x.nl\n"
        ";Beurs;Ede;26-11-2026;hitech-science;beurs;https://x.nl\n",
        encoding="utf-8",
    )
    back, day, november = shown(path, EVENTS)
    assert back.outcome is Outcome.SAME
    assert [each.column for each in day.findings] == ["months"]
    assert "kan een dag zijn, of de maanden 12-11" in day.findings[0].reason
    assert (november.outcome, november.cells["months"]) == (Outcome.NEW, "11")
    assert november.said["months"] == "26-11-2026"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"name;id\n", b"PK\x03\x04"]))
def test_any_bytes_are_rows_or_a_reason(tmp_path: Path, content: bytes, start: bytes) -> None:
    path = tmp_path / "upload"
    path.write_bytes(start + content)
    with suppress(FileRefused):
        assert all(line.outcome is not Outcome.SAME for line in shown(path, COMPANIES))


def test_what_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", b" " * (64 << 20))
    path = tmp_path / "upload"
    path.write_bytes(packed.getvalue())
    assert path.stat().st_size < 2 << 20
    with pytest.raises(FileRefused):
        read_upload(path, COMPANIES)


def test_more_rows_than_fit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_text("id,name\n" + "x,y\n" * (MOST_ROWS + 1))
    with pytest.raises(FileRefused, match=r"meer dan 10\.000 rijen"):
        read_upload(path, COMPANIES)
