"""Files of a class: the picture and counts, never a pupil; safe to open in any program."""

import io
import re
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from quiz.blueprints.classroom.picture_words import place_of
from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text, xlsx_bytes
from quiz.storage.tables.picture import FrozenPicture
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.picture import FULL, ClassPicture, WorldFigure
from quiz.usecases.services import Services
from tests.blueprints.classroom.reading_files import csv_rows, download, sheet
from tests.blueprints.classroom.school import add_class, finish, nickname_of
from tests.domain.spreadsheets import dutch_excel
from tests.pdf_reading import Pdf
from tests.visitor import Visitor

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|' /C calc'!A0"]
FILES = ["export.csv", "export.xlsx", "beeld.pdf"]


@pytest.mark.parametrize("name", ["export.csv", "export.csv?tabel=aanpak"])
def test_a_csv_is_one_table_that_a_dutch_excel_opens(
    at_work: Visitor, pictured: int, name: str
) -> None:
    """Every cell stays what it is: a day a day, a figure a number, a name a text."""
    content = download(at_work, pictured, name)
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv_rows(content)
    assert {len(row) for row in rows} == {len(heading)}
    assert len(rows) == (7 if name == "export.csv" else 5)
    for row in (dict(zip(heading, each, strict=True)) for each in rows):
        assert (row["Klas"], row["Leerlingen"]) == ("'2B", "25") or row["Klas"] == "2B"
        assert re.fullmatch(r"\d+-\d+-20\d\d", dutch_excel.shown(row["Klassenbeeld van"]))
        figure = row.get("Gemiddelde") or row["Gemiddeld antwoord (1 tot 5)"]
        float(dutch_excel.shown(figure).replace(",", "."))
        count = row.get("In de top drie", row.get("Het sterkst bij", "niet getoond"))
        assert count == "niet getoond" or 5 <= int(count) <= 20


def test_a_table_has_no_column_that_holds_nothing(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    """Below 15 no counts are shown: not a column full of "niet getoond"."""
    finish(services, class_id, 12)
    at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"))
    for name in ("export.csv", "export.csv?tabel=aanpak", "export.xlsx"):
        content = download(at_work, class_id, name)
        if name == "export.xlsx":
            content = "\n".join(";".join(row) for row in sheet(content, "Werelden")).encode()
        assert b"top drie" not in content
        assert b"sterkst" not in content
        assert b"niet getoond" not in content


def test_where_no_way_has_a_count_that_is_shown_its_column_stays_away_everywhere(
    services: Services, at_work: Visitor, pictured: int
) -> None:
    """The worlds of the same picture keep theirs."""
    _hide_types(services)
    page = at_work.get(f"/klassen/{pictured}/beeld").text
    for text in (page, Pdf(download(at_work, pictured, "beeld.pdf")).text):
        assert "In de top drie" in text
        assert "Het sterkst bij" not in text
    printed = sheet(download(at_work, pictured, "export.xlsx"), "Klassenbeeld")
    cells = {cell for row in printed for cell in row}
    assert "In de top drie" in cells
    assert "Het sterkst bij" not in cells


def _hide_types(services: Services) -> None:
    with services.database.writing() as session:
        for frozen in session.query(FrozenPicture):
            types = [{**each, "strongest": None} for each in frozen.content["tech_types"]]
            frozen.content = {**frozen.content, "tech_types": types}


def test_worlds_share_a_place_only_where_the_same_is_said() -> None:
    worlds = tuple(
        WorldFigure(name, interest, 0.5, None)
        for name, interest in (("a", 0.4), ("b", 0.1), ("c", 0.1), ("d", -0.3), ("e", -0.3))
    )
    now = datetime(2026, 11, 27, tzinfo=UTC)
    picture = ClassPicture(1, now, 1, 20, FULL, worlds, (), ("a",), ("e",), ())
    assert [place_of(picture, each.world) for each in worlds] == [1, 2, 2, 4, 5]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_a_spreadsheet_would_run_is_defused(text: str) -> None:
    written = csv_text(Sheet("Klas", ("Wat",), [(text,)]))
    cell = csv_rows(written.encode())[1][0]
    assert cell == f"'{text}"


def test_a_negative_number_stays_a_number() -> None:
    assert csv_rows(csv_text(Sheet("Klas", ("Wat",), [(-0.4,)])).encode())[1] == ["-0,4"]


@pytest.mark.parametrize("text", [*DANGEROUS, "http://voorbeeld.nl", "12"])
def test_texts_in_a_spreadsheet_stay_texts_and_numbers_are_numbers(text: str) -> None:
    content = xlsx_bytes([Sheet("Klas", ("Wat", "Getal"), [(text, -0.4)])])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    cells = {cell.get("r"): cell for cell in page.iter() if cell.tag.endswith("}c")}
    assert cells["A2"].get("t") == "inlineStr"
    assert cells["B2"].get("t") in {None, "n"}
    assert not [part for part in page.iter() if part.tag.endswith(("}f", "}hyperlink"))]


def test_the_pdf_is_tagged_and_says_its_language(at_work: Visitor, pictured: int) -> None:
    content = download(at_work, pictured, "beeld.pdf")
    assert content.startswith(b"%PDF-1.7")
    for sign in (b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert sign in content
    assert Pdf(content).findings == []


@pytest.mark.parametrize("name", FILES)
def test_a_class_without_a_picture_gives_only_its_counts(
    services: Services, at_work: Visitor, class_id: int, name: str
) -> None:
    finish(services, class_id, 3)
    content = download(at_work, class_id, name)
    if name == "export.csv":
        heading, row = csv_rows(content)
        assert dict(zip(heading, row, strict=True))["Klaar"] == "3"


@pytest.mark.parametrize("name", FILES)
def test_no_pupil_is_in_any_file(
    services: Services, at_work: Visitor, class_id: int, name: str
) -> None:
    pupil = finish(services, class_id, 12)[0]
    nickname = nickname_of(services.database, pupil)
    content = download(at_work, class_id, name)
    if name == "export.xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(book.read(part) for part in book.namelist())
    assert nickname.encode() not in content
    assert str(pupil).encode() not in content


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_a_naughty_class_name_is_made_all_the_same(
    services: Services, at_work: Visitor, teacher: Staff, name: str
) -> None:
    naughty = add_class(services, teacher, '=HYPERLINK("http://x")#[*_$`<b>')
    content = download(at_work, naughty, name)
    if name == "export.csv":
        assert csv_rows(content)[1][0] == '\'=HYPERLINK("http://x")#[*_$`<b>'


def test_the_name_of_a_class_is_no_number_and_no_day(
    services: Services, at_work: Visitor, teacher: Staff
) -> None:
    for name in ("2E4", "3-4", "1-2", "10:30", "007", "1e5", "TRUE", "1 mei"):
        group = add_class(services, teacher, name)
        heading, row = csv_rows(download(at_work, group, "export.csv"))
        assert row[0] == f"'{name}", name
        assert row[heading.index("Gemaakt")][0].isdigit(), name
        cells = [
            cell for row in sheet(download(at_work, group, "export.xlsx"), "Klas") for cell in row
        ]
        assert f"Klas {name}" in cells, name


@pytest.mark.parametrize("name", FILES)
def test_files_exist_in_english(at_work: Visitor, pictured: int, name: str) -> None:
    at_work.get("/klassen?taal=en")
    content = download(at_work, pictured, name)
    if name == "export.csv":
        assert "This world" not in content.decode()
        assert {row[5] for row in csv_rows(content)[1:]} <= {
            "stands out",
            "draws about as the other worlds do",
            "draws less than the other worlds now",
        }
