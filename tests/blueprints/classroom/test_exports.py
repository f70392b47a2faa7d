"""Files of a class: the picture and counts, never a pupil; safe to open in any program."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text, xlsx_bytes
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, finish, nickname_of
from tests.pdf_reading import Pdf
from tests.visitor import Visitor

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|' /C calc'!A0"]
FILES = ["export.csv", "export.xlsx", "beeld.pdf"]


@pytest.fixture
def pictured(services: Services, at_work: Visitor, class_id: int) -> int:
    """A class of 25 with its picture."""
    finish(services, class_id, 25)
    path = f"/klassen/{class_id}/beeld"
    token = at_work.get(path).form.values["csrf_token"]
    at_work.post(path, {"csrf_token": token})
    return class_id


def _download(visitor: Visitor, class_id: int, name: str) -> bytes:
    response = visitor.client.get(f"/klassen/{class_id}/{name}")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.headers["Cache-Control"] == "no-store"
    content: bytes = response.data
    return content


def _rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_csv_opens_in_a_dutch_excel(at_work: Visitor, pictured: int) -> None:
    content = _download(at_work, pictured, "export.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = _rows(content)
    assert ["Klaar", "25"] in rows
    worlds = [row for row in rows if len(row) == 6 and row[0].isdigit()]
    assert len(worlds) == 7
    for row in worlds:
        float(row[2].replace(",", "."))
        assert row[5] == "niet getoond" or 5 <= int(row[5]) <= 20


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_a_spreadsheet_would_run_is_defused(text: str) -> None:
    written = csv_text([Sheet("Klas", ("Wat",), [(text,)])])
    cell = _rows(written.encode())[1][0]
    assert cell == f"'{text}"


def test_a_negative_number_stays_a_number() -> None:
    assert _rows(csv_text([Sheet("Klas", ("Wat",), [(-0.4,)])]).encode())[1] == ["-0,4"]


@pytest.mark.parametrize("text", [*DANGEROUS, "http://voorbeeld.nl", "12"])
def test_texts_in_a_spreadsheet_stay_texts_and_numbers_are_numbers(text: str) -> None:
    content = xlsx_bytes([Sheet("Klas", ("Wat", "Getal"), [(text, -0.4)])])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    cells = {cell.get("r"): cell for cell in page.iter() if cell.tag.endswith("}c")}
    assert cells["A2"].get("t") == "inlineStr"
    assert cells["B2"].get("t") in {None, "n"}
    assert not [part for part in page.iter() if part.tag.endswith(("}f", "}hyperlink"))]


def test_the_spreadsheet_has_a_sheet_for_each_subject(at_work: Visitor, pictured: int) -> None:
    content = _download(at_work, pictured, "export.xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = book.read("xl/workbook.xml").decode()
    for title in ("Klas", "Werelden", "Aanpak van techniek"):
        assert f'name="{title}"' in names


def test_the_pdf_is_tagged_and_says_its_language(at_work: Visitor, pictured: int) -> None:
    content = _download(at_work, pictured, "beeld.pdf")
    assert content.startswith(b"%PDF-1.7")
    for sign in (b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert sign in content
    assert Pdf(content).findings == []


@pytest.mark.parametrize("name", FILES)
def test_a_class_without_a_picture_gives_only_its_counts(
    services: Services, at_work: Visitor, class_id: int, name: str
) -> None:
    finish(services, class_id, 3)
    content = _download(at_work, class_id, name)
    if name == "export.csv":
        assert [len(row) for row in _rows(content)] == [2] * 7


@pytest.mark.parametrize("name", FILES)
def test_no_pupil_is_in_any_file(
    services: Services, at_work: Visitor, class_id: int, name: str
) -> None:
    pupil = finish(services, class_id, 12)[0]
    nickname = nickname_of(services.database, pupil)
    content = _download(at_work, class_id, name)
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
    content = _download(at_work, naughty, name)
    if name == "export.csv":
        assert ["Klas", '\'=HYPERLINK("http://x")#[*_$`<b>'] in _rows(content)


@pytest.mark.parametrize("name", ["2E4", "3-4", "1-2", "10:30", "007", "1e5", "TRUE", "1 mei"])
def test_the_name_of_a_class_is_no_number_and_no_day(
    services: Services, at_work: Visitor, teacher: Staff, name: str
) -> None:
    group = add_class(services, teacher, name)
    rows = _rows(_download(at_work, group, "export.csv"))
    assert ["Klas", f"'{name}"] in rows
    (made,) = (row[1] for row in rows if row[0] == "Gemaakt")
    assert made[0].isdigit()
    with zipfile.ZipFile(io.BytesIO(_download(at_work, group, "export.xlsx"))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert f'<c r="B2" s="2" t="inlineStr"><is><t>{name}</t></is></c>' in page


@pytest.mark.parametrize("name", FILES)
def test_files_exist_in_english(at_work: Visitor, pictured: int, name: str) -> None:
    at_work.get("/klassen?taal=en")
    content = _download(at_work, pictured, name)
    if name == "export.csv":
        assert ["Done", "25"] in _rows(content)
