"""Wrong catalogue files: each is refused with one line that a school secretary understands.

The line names the file, the row as the spreadsheet counts it, the column, what is wrong, and what
to do about it. Nothing of the catalogue is used then.
"""

from pathlib import Path

import pytest

from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.load import check_catalogue, load_catalogue
from tests.domain.catalogue.small import Files, write_files
from tests.domain.catalogue.wrong_cells import BROKEN_CELLS


@pytest.mark.parametrize("broken", BROKEN_CELLS, ids=lambda broken: f"{broken[2]}-{broken[3]}")
def test_a_wrong_cell_gives_one_clear_finding(
    files: Files, tmp_path: Path, broken: tuple[str, int, str, str, str]
) -> None:
    file, row, column, text, says = broken
    files[file][row - 2][column] = text
    write_files(tmp_path, files)
    findings = check_catalogue(tmp_path)
    mine = [finding for finding in findings if finding.startswith(f"{file}, rij {row}, kolom ")]
    assert len(mine) == 1
    assert f"kolom {column}: " in mine[0]
    assert says in mine[0]


def test_an_id_that_stands_twice_is_found(files: Files, tmp_path: Path) -> None:
    files["offerings.csv"].append(dict(files["offerings.csv"][0]))
    write_files(tmp_path, files)
    (finding,) = check_catalogue(tmp_path)
    assert finding.startswith("offerings.csv, rij 5, kolom programme_id: ")
    assert finding.endswith(
        "'timmeren vak GM0228 bol' staat al in rij 2. Haal een van de twee weg."
    )


def test_a_code_of_the_register_belongs_to_one_school_of_its_kind(
    files: Files, tmp_path: Path
) -> None:
    first, second = files["institutions.csv"]
    first["register_codes"], second["register_codes"] = "21CY", "25LX;21CY"
    write_files(tmp_path, files)
    (finding,) = check_catalogue(tmp_path)
    assert finding.startswith("institutions.csv, rij 3, kolom register_codes: ")
    assert "'21CY' staat ook bij 'vak'" in finding
    second["kind"] = "hogeschool"
    write_files(tmp_path, files)
    assert check_catalogue(tmp_path) == []


def test_a_refused_row_is_not_reported_again_by_the_rows_that_point_at_it(
    files: Files, tmp_path: Path
) -> None:
    files["programmes.csv"][1]["checked_on"] = "gisteren"
    write_files(tmp_path, files)
    assert len(check_catalogue(tmp_path)) == 1


def test_rows_that_point_into_an_empty_file_are_found(files: Files, tmp_path: Path) -> None:
    files["institutions.csv"].clear()
    write_files(tmp_path, files)
    assert len(check_catalogue(tmp_path)) == len(files["offerings.csv"])


# the bytes of events.csv, what the finding says
HEADER = (
    b"id,name,kind,scope,municipality,months,worlds,website,source_url,confirmed,checked_on\r\n"
)
BROKEN_FILES = [
    (
        b"\xff\xfea",
        "events.csv: de tekens in dit bestand zijn niet te lezen. Bewaar het als 'CSV UTF-8' of",
    ),
    (
        HEADER + b'"a',
        "events.csv, rij 2: dit is geen goed CSV-bestand. Staat er een aanhalingsteken te veel",
    ),
    (HEADER + b"a\x00b\r\n", "events.csv: dit is geen tekst. Bewaar het als"),
    (
        HEADER + b"a,b\r\n",
        "events.csv, rij 2: deze rij heeft 2 vakken, de bovenste rij 11. Staat er een scheidings",
    ),
    (
        HEADER.replace(b",months", b""),
        "events.csv, rij 1, kolom months: deze kolom ontbreekt. Zet hem terug.",
    ),
    (
        HEADER.replace(b"\r\n", b",month\r\n"),
        "kolom month: deze kolom kennen we niet. Bedoel je 'months'?",
    ),
    (
        b"naam,plaats\r\nMoba,Ede\r\n",
        "events.csv, rij 1: de bovenste rij noemt geen kolom die we kennen. Verwacht: id, ",
    ),
    (b"", "events.csv: dit bestand is leeg. Geef een bestand met een rij namen"),
    (b";;;\r\n \r\n", "events.csv: dit bestand is leeg"),
    (b"\xff\xfe", "events.csv: dit bestand is leeg"),
    (
        HEADER.replace(b",months", b",,months") + b"a,b,c,d,e,stil,4,,,,no,\r\n",
        "een kolom zonder naam",
    ),
    (HEADER.replace(b"\r\n", b",xyz\r\n"), "kolom xyz: deze kolom kennen we niet. Haal hem weg."),
    (
        HEADER.replace(b"\r\n", b",id\r\n"),
        "kolom id: deze kolom staat er twee keer. Haal er een weg.",
    ),
]


@pytest.mark.parametrize(("content", "says"), BROKEN_FILES)
def test_a_broken_file_gives_one_clear_finding(
    files: Files, tmp_path: Path, content: bytes, says: str
) -> None:
    write_files(tmp_path, files)
    (tmp_path / "events.csv").write_bytes(content)
    (finding,) = check_catalogue(tmp_path)
    assert says in finding


def test_a_missing_file_is_named_once(files: Files, tmp_path: Path) -> None:
    write_files(tmp_path, files)
    (tmp_path / "worlds.csv").unlink()
    assert check_catalogue(tmp_path) == [
        "worlds.csv: dit bestand ontbreekt of is niet te lezen. Zet het in de map."
    ]


# What Dutch spreadsheets and copied web pages leave behind: file, row, column, cell.
SLIPS = [
    ("programmes.csv", 2, "duration_years", "3,5"),
    ("programmes.csv", 2, "worlds", "Wonen, Werken & Verkeer"),
    ("programmes.csv", 2, "checked_on", "#WAARDE!"),
    ("programmes.csv", 2, "source_url", "zie website"),
    ("municipalities.csv", 2, "lat", "52.038,8"),
    ("companies.csv", 2, "municipality", "Ede"),
    ("companies.csv", 2, "id", "Bakkerij Jansen BV"),
    ("events.csv", 2, "months", "lente"),
    ("events.csv", 2, "worlds", "bouw=1"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[2]}-{slip[3]}")
def test_a_slip_of_a_spreadsheet_is_one_dutch_line_with_a_thing_to_do(
    files: Files, tmp_path: Path, slip: tuple[str, int, str, str]
) -> None:
    file, row, column, text = slip
    files[file][row - 2][column] = text
    write_files(tmp_path, files)
    (finding, *_) = check_catalogue(tmp_path)
    where, _colon, what = finding.partition(": ")
    assert where == f"{file}, rij {row}, kolom {column}"
    assert "\n" not in finding
    assert what.count(".") >= 2 or what.endswith("?")
    with pytest.raises(CatalogueError) as refused:
        load_catalogue(tmp_path)
    assert finding in str(refused.value)
