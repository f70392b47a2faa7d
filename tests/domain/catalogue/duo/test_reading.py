"""Files as downloaded, of every year and however they were saved, and files that are broken."""

import csv
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from quiz.domain.catalogue.duo.importing import Facts
from quiz.domain.spreadsheets.errors import FileRefused
from tests.domain.catalogue.duo import files, headers
from tests.domain.catalogue.duo.conftest import TODAY, Look
from tests.domain.catalogue.duo.files import ALL, LOCATIONS, MBO, PROFILES, SECTORS, DuoFile
from tests.domain.spreadsheets import dutch_excel
from tests.domain.spreadsheets.workbook import packed


def _excel(kind: str) -> Callable[[DuoFile], bytes]:
    """As a Dutch Excel saves the file after opening it: noughts in front are lost."""

    def save(file: DuoFile) -> bytes:
        rows = [[dutch_excel.shown(cell) for cell in row] for row in file.table]
        return dutch_excel.saved(rows, kind)

    return save


def _workbook(file: DuoFile) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        page = book.add_worksheet("Blad1")
        for number, row in enumerate(file.table):
            for column, cell in enumerate(row):
                if cell:
                    page.write_string(number, column, cell)
    return content.getvalue()


def _typed(file: DuoFile) -> bytes:
    header, *rows = file.table
    return file.content([[f" {name.lower()} " for name in header], *rows])


def _with_empty_lines(file: DuoFile) -> bytes:
    first = f"sep={file.separator}{file.line_end}".encode()
    end = file.line_end.encode()
    return first + file.content().replace(end, end + end)


SAVED: dict[str, Callable[[DuoFile], bytes]] = {
    "as published": DuoFile.content,
    "utf-8": lambda file: replace(file, encoding="utf-8").content(),
    "utf-8 with a mark": lambda file: replace(file, encoding="utf-8-sig").content(),
    "the Windows code page": lambda file: replace(file, encoding="cp1252").content(),
    "commas": lambda file: replace(file, separator=",", quoting=csv.QUOTE_MINIMAL).content(),
    "tabs": lambda file: replace(file, separator="\t", encoding="utf-16").content(),
    "names of columns as somebody typed them": _typed,
    "a line for Excel, and empty lines": _with_empty_lines,
    "Excel, CSV": _excel("csv"),
    "Excel, CSV UTF-8": _excel("utf-8"),
    "Excel, Unicode": _excel("unicode"),
    "a workbook": _workbook,
}


def read(folder: Path, name: str, content: bytes) -> Facts:
    path = folder / name
    path.write_bytes(content)
    facts = Facts(TODAY)
    facts.read(path)
    return facts


def refusal(folder: Path, name: str, content: bytes) -> str:
    with pytest.raises(FileRefused) as problem:
        read(folder, name, content)
    return str(problem.value)


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize("file", ALL, ids=lambda file: str(file.name))
def test_a_file_says_the_same_however_it_was_saved(
    file: DuoFile, saved: str, tmp_path: Path
) -> None:
    published = read(tmp_path, file.name, file.content())
    found = read(tmp_path, file.name, SAVED[saved](file))
    for facts in (published, found):
        facts.files = [replace(one, mended=()) for one in facts.files]
    assert found == published
    assert found.files[0].rows == len(file.rows)


@pytest.mark.parametrize(
    ("school", "code"), [("BRIN NUMMER", "VESTIGINGSNUMMER"), ("INSTELLING", "VESTIGINGSNUMMER")]
)
@pytest.mark.parametrize("digits", [6, 2])
@pytest.mark.parametrize("file", [LOCATIONS, PROFILES, SECTORS], ids=lambda file: str(file.name))
def test_the_names_of_earlier_years_are_known_and_codes_of_two_digits(
    file: DuoFile, school: str, code: str, digits: int, tmp_path: Path
) -> None:
    rows = tuple(
        {**row, school: row["INSTELLINGSCODE"], code: row["VESTIGINGSCODE"][-digits:]}
        for row in file.rows
    )
    old = replace(file, header=headers.earlier(file.header, school, code), rows=rows)
    assert read(tmp_path, file.name, old.content()) == read(tmp_path, file.name, file.content())


def test_codes_that_lost_their_nought_are_read_as_they_were_and_named(tmp_path: Path) -> None:
    facts = read(tmp_path, "lijst.csv", _excel("csv")(LOCATIONS))
    assert facts.locations is not None
    assert facts.locations.known["02AB00"].municipality == "GM0228"
    (note,) = facts.files[0].mended
    assert (note.count, note.examples) == (4, ("228 → 0228", "361 → 0361"))
    assert "nul vooraan" in note.reason


HTML = b"<!DOCTYPE html>\n<html><body>Deze pagina bestaat niet; probeer het later</body></html>"
BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "dit bestand is leeg"),
    "a header only": (LOCATIONS.with_rows().content(), "onder de bovenste rij staat niets"),
    "a page that says sorry": (HTML, "dit is een webpagina, geen tabel"),
    "a zip": (packed({"02.csv": "VESTIGINGSCODE"}), "ingepakt (zip). Pak het eerst uit."),
    "a zip that stopped": (packed({"02.csv": "X" * 99})[:70], "een zip die niet heel is"),
    "letters of DOS": (replace(LOCATIONS, encoding="cp850").content(), "tekens in dit bestand"),
    "another table": (b"naam;leeftijd\r\nJan;12\r\n", "geen bestand van DUO dat we kennen"),
    "a table of nobody": (b"a;b\r\n1;2\r\n", "noemt geen kolom die we kennen. In docs/catalogue"),
    "cohorts of mbo": (
        b"AANGEBODEN_OPLEIDINGCODE,AANGEBODEN_OPLEIDING_COHORTCODE\n1,2\n",
        "(met een kolom AANGEBODEN_OPLEIDING_COHORTCODE). Geef mbo_opleidingsaanbod.csv: http",
    ),
    "pupils of vo": (
        b"INSTELLINGSCODE;VESTIGINGSCODE;ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR\r\n1;2;3\r\n",
        "dit is een ander bestand van DUO",
    ),
    "cut in a cell": (PROFILES.content()[:-40], "houdt midden in een rij op. Download het"),
    "cut in a quoted cell": (MBO.content()[:-30], "houdt midden in een rij op"),
    "cut between quotes": (
        replace(LOCATIONS, quoting=csv.QUOTE_MINIMAL).content()[:-60],
        "houdt midden in een rij op",
    ),
    "a column lost": (
        LOCATIONS.content().replace(b"GEMEENTENUMMER", b"GEMEENTE NR"),
        "-vestigingen-vo.csv, maar de kolom GEMEENTENUMMER ontbreekt (wel staat er 'GEMEENTE NR')",
    ),
    "years lost": (
        SECTORS.content().replace(b"EXAMENKANDIDATEN SCHOOLJAAR", b"KANDIDATEN IN"),
        "de kolom EXAMENKANDIDATEN SCHOOLJAAR (jaar) - TOTAAL ontbreekt",
    ),
    "a column twice": (
        LOCATIONS.content().replace(b"DENOMINATIE", b"PLAATSNAAM"),
        "de kolom PLAATSNAAM staat er twee keer",
    ),
    "columns swapped": (
        LOCATIONS.content()
        .replace(b"VESTIGINGSCODE", b"X", 1)
        .replace(b"VESTIGINGSNAAM", b"VESTIGINGSCODE", 1)
        .replace(b"X", b"VESTIGINGSNAAM", 1),
        "in de kolom VESTIGINGSCODE staat in de meeste rijen iets anders",
    ),
    "counts swapped": (
        PROFILES.content().replace(b'"12"', b'"zes"').replace(b'"<5"', b'"twee"'),
        "in de kolom EXAMENKANDIDATEN staat in de meeste rijen iets anders",
    ),
    "nothing to use": (
        MBO.content().replace(b"MBOKWALIFICATIE", b"MBOKEUZEDEEL"),
        "in geen enkele rij staat iets dat we kunnen gebruiken",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_is_refused_with_the_reason_and_one_next_step(
    broken: str, tmp_path: Path
) -> None:
    content, words = BROKEN[broken]
    said = refusal(tmp_path, "bestand.csv", content)
    assert words in said
    assert said.endswith(".")


def test_two_of_a_kind_and_exams_without_a_year_are_refused(look: Look) -> None:
    with pytest.raises(FileRefused, match="hetzelfde soort bestand als 02"):
        look(LOCATIONS, replace(LOCATIONS, name="kopie.csv"))
    unnamed = replace(PROFILES, name="examens.csv")
    assert look(LOCATIONS, unnamed).new
    with pytest.raises(FileRefused, match="weten we niet van welk jaar"):
        look(LOCATIONS, unnamed, PROFILES)


@pytest.mark.parametrize("count", ["<5", "-1", "1", "120", "< 5", "<10", "<=4", "12.0", "5,0"])
def test_a_hidden_count_is_somebody(count: str, tmp_path: Path) -> None:
    file = PROFILES.with_rows(files.exam("11XY00", "HAVO", "Natuur en Techniek", count))
    (exams,) = read(tmp_path, file.name, file.content()).profiles
    assert exams.given == {("11XY00", "havo-nt")}
