"""The catalogue is read whole or not at all, and every mistake is told so that it can be mended."""

import dataclasses
from pathlib import Path

import pytest

from quiz.catalogue import Catalogue, CatalogueError, check_catalogue, load_catalogue
from tests.catalogue.small import Files, write_files


def test_the_real_catalogue_has_no_findings() -> None:
    assert check_catalogue() == []


def test_the_real_catalogue_holds_every_row_of_its_files(seed: Catalogue) -> None:
    counts = {file: len(rows) for file, rows in seed.rows.items()}
    assert counts == {
        "worlds.csv": 7,
        "regions.csv": 35,
        "municipalities.csv": 342,
        "places.csv": 2412,
        "programmes.csv": 369,
        "institutions.csv": 179,
        "offerings.csv": 1360,
        "companies.csv": 336,
        "events.csv": 47,
    }


def test_what_is_shown_always_has_a_source(seed: Catalogue) -> None:
    groups = (seed.shown_programmes, seed.shown_offerings, seed.shown_companies)
    shown = [row for group in groups for rows in group.values() for row in rows]
    assert all(row.source_url for row in (*shown, *seed.shown_events))
    assert len(shown) == 359 + 1289 + 217


def test_a_loaded_catalogue_cannot_be_changed(seed: Catalogue) -> None:
    with pytest.raises(TypeError):
        seed.programmes["new"] = next(iter(seed.programmes.values()))  # type: ignore[index]
    with pytest.raises(TypeError):
        next(iter(seed.programmes.values())).worlds["new"] = 1.0  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        seed.worlds = {}  # type: ignore[misc]


# file, row number in the file, column, wrong cell, what the finding says
BROKEN_CELLS = [
    ("worlds.csv", 2, "id", "Mens & Gezondheid", "does not look right; write it like"),
    ("worlds.csv", 2, "order", "first", "not a whole number from 1 to 99"),
    ("worlds.csv", 2, "order", "0", "not a whole number from 1 to 99"),
    ("worlds.csv", 2, "name_nl", " ", "is empty; fill it in"),
    ("regions.csv", 2, "seed_region", "ja", "neither yes nor no; write yes or no"),
    ("municipalities.csv", 2, "code", "0228", "write it like GM0228"),
    ("municipalities.csv", 2, "app_region_id", "gelderlnd", "did you mean 'gelderland'?"),
    ("municipalities.csv", 2, "lat", "5.65", "outside the Netherlands; are lat and lon swapped?"),
    ("municipalities.csv", 2, "lat", "nan", "is not a coordinate"),
    ("municipalities.csv", 2, "lon", "52.03", "outside the Netherlands"),
    ("municipalities.csv", 2, "lon", "", "is not a coordinate"),
    ("places.csv", 2, "municipality", "GM9999", "does not stand in municipalities.csv"),
    ("programmes.csv", 2, "kind", "vmbo profile", "did you mean 'vmbo_profile'?"),
    ("programmes.csv", 3, "code_system", "rio", "is not known here; use one of: crebo, croho"),
    ("programmes.csv", 3, "level", "mbo3", "did you mean 'mbo-3'?"),
    ("programmes.csv", 3, "level", "hbo", "not a level of kind 'mbo'; use one of: mbo-1, mbo-2"),
    ("programmes.csv", 3, "duration_years", "drie", "not a whole number from 1 to 9"),
    ("programmes.csv", 3, "worlds", "", "is empty"),
    ("programmes.csv", 3, "worlds", "bouw", "'bouw' is not world:weight; write like"),
    ("programmes.csv", 3, "worlds", "bouw:1,0", "is not world:weight"),
    ("programmes.csv", 3, "worlds", "bouw:1.5", "weights lie between 0 and 1"),
    ("programmes.csv", 3, "worlds", "bouw:-1", "is not world:weight"),
    ("programmes.csv", 3, "worlds", "bouw:1;bouw:0.5", "names a world twice"),
    ("programmes.csv", 3, "worlds", ";".join(f"w{n}:1" for n in range(8)), "names 8 worlds"),
    ("programmes.csv", 3, "worlds", "zorgg:1", "did you mean 'zorg'?"),
    ("programmes.csv", 3, "source_url", "www.slo.nl", "is not an address; start with https://"),
    ("programmes.csv", 3, "source_url", "javascript:alert(1)", "is not an address"),
    ("programmes.csv", 3, "checked_on", "21-11-2026", "is not a date; write year-month-day"),
    ("programmes.csv", 3, "checked_on", "2026-02-30", "is not a date"),
    ("institutions.csv", 2, "kind", "roc", "is not known here; use one of: vo, mbo"),
    ("offerings.csv", 2, "programme_id", "timeren", "did you mean 'timmeren'?"),
    ("offerings.csv", 2, "institution_id", "xyz", "does not stand in institutions.csv"),
    ("offerings.csv", 2, "mode", "avond", "use one of: bol, bbl"),
    ("offerings.csv", 2, "location_confirmed", "", "neither yes nor no"),
    ("companies.csv", 2, "size_class", "mega", "use one of: klein, middel, groot"),
    ("companies.csv", 2, "what_they_do_en", "", "is empty"),
    ("companies.csv", 2, "website", "https://", "is not an address"),
    ("events.csv", 2, "kind", "museums", "did you mean 'museum'?"),
    ("events.csv", 2, "scope", "nationaal", "did you mean 'national'?"),
    ("events.csv", 2, "months", "13", "not a whole number from 1 to 12"),
    ("events.csv", 2, "months", "maart", "not a whole number from 1 to 12"),
    ("events.csv", 2, "months", "3;2-4", "names a month twice"),
]


@pytest.mark.parametrize("broken", BROKEN_CELLS, ids=lambda broken: f"{broken[2]}-{broken[3]}")
def test_a_wrong_cell_gives_one_clear_finding(
    files: Files, tmp_path: Path, broken: tuple[str, int, str, str, str]
) -> None:
    file, row, column, text, says = broken
    files[file][row - 2][column] = text
    write_files(tmp_path, files)
    findings = check_catalogue(tmp_path)
    mine = [finding for finding in findings if finding.startswith(f"{file}, row {row}, column ")]
    assert len(mine) == 1
    assert f"column {column}: " in mine[0]
    assert says in mine[0]


def test_an_id_that_stands_twice_is_found(files: Files, tmp_path: Path) -> None:
    files["offerings.csv"].append(dict(files["offerings.csv"][0]))
    write_files(tmp_path, files)
    (finding,) = check_catalogue(tmp_path)
    assert finding.startswith("offerings.csv, row 5, column programme_id: ")
    assert finding.endswith(
        "'timmeren vak GM0228 bol' stands in row 2 already; keep one of the two"
    )


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
    (b"\xff\xfe", "events.csv: the text is not UTF-8; save it as 'CSV UTF-8'"),
    (HEADER + b'"a', "events.csv: this is not a CSV file (unexpected end of data)"),
    (HEADER + b"a\x00b\r\n", "events.csv: this is not a CSV file"),
    (HEADER + b"a,b\r\n", "events.csv, row 2: has 2 cells, the header 11; count the commas"),
    (HEADER.replace(b",months", b""), "events.csv, row 1, column months: this column is missing"),
    (
        HEADER.replace(b"\r\n", b",month\r\n"),
        "column month: this column is unknown; did you mean 'months'?",
    ),
    (HEADER.replace(b"\r\n", b",id\r\n"), "column id: this column stands here twice; remove one"),
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
        "worlds.csv: the file cannot be read; put it in the folder"
    ]


def test_an_empty_file_lacks_all_its_columns(files: Files, tmp_path: Path) -> None:
    write_files(tmp_path, files)
    (tmp_path / "worlds.csv").write_bytes(b"")
    assert len(check_catalogue(tmp_path)) == 4


def test_a_mark_at_the_start_and_empty_lines_as_spreadsheets_write_them_do_no_harm(
    files: Files, tmp_path: Path
) -> None:
    write_files(tmp_path, files)
    worlds = tmp_path / "worlds.csv"
    worlds.write_bytes(b"\xef\xbb\xbf" + worlds.read_bytes() + b"\r\n\r\n")
    assert check_catalogue(tmp_path) == []


def test_nothing_is_loaded_when_anything_is_wrong(files: Files, tmp_path: Path) -> None:
    files["companies.csv"][0]["worlds"] = "nergens:1"
    write_files(tmp_path, files)
    with pytest.raises(CatalogueError, match=r"'nergens' does not stand in worlds\.csv") as refused:
        load_catalogue(tmp_path)
    assert [finding.row for finding in refused.value.findings] == [2]


def test_a_message_stays_readable_with_very_many_findings(files: Files, tmp_path: Path) -> None:
    files["events.csv"] = [
        {**files["events.csv"][0], "id": f"e{n}", "kind": "?"} for n in range(30)
    ]
    write_files(tmp_path, files)
    with pytest.raises(CatalogueError, match=r"\.\.\. and 10 more$") as refused:
        load_catalogue(tmp_path)
    assert len(refused.value.findings) == 30
