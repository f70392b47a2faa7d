"""Our own files come back from a Dutch Excel with the same catalogue, whatever it made of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.export import export_catalogue, export_workbook
from quiz.domain.catalogue.files.load import load_catalogue, read_files
from quiz.domain.catalogue.files.stored import catalogue_of_cells, cells_of
from quiz.domain.spreadsheets.encodings import unscrambled
from tests.domain.catalogue.small import Files, small_files
from tests.domain.spreadsheets import dutch_excel

NASTY = [
    *("2E4", "3-4", "1-2", "10:30", "007", "1e5", "TRUE", "waar", "=2+3", "+31", "-1", "@x", "'s"),
    *("1-12", "12-1", "1.5", "1,5", "50%", "€ 5", "1/2", "1 1/2", "1.234.567", "123456789012"),
    *("mei 2026", "1 mei", "3-apr", "26-11-2026", "2026-11-26", "#N/B", "#NAAM?", "########"),
    *("'2E4", "''2E4", "'=x", '="2E4"', '\'="x"', '=HYPERLINK("https://x.nl";"klik")', " 12"),
    *("Café", "Łódź", "a;b", 'zeg "ja"', "a,b", "sep=;", "-", "'", "O'Neill", "2A", "12 "),
]
NAMES = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("0123456789.,:/-+'=eE% ;\"abWAR"), min_size=1, max_size=12),
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20),
).filter(lambda name: bool(name.strip()) and unscrambled(name) == name)
SLUGS = st.one_of(
    st.sampled_from(["2e4", "1-2", "007", "10", "true", "3-apr", "mei-26", "12345678901234"]),
    st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True),
)
MONTHS = st.sampled_from(["", "3", "9-11", "1-12", "12-1", "11-2", "3;9", "1-2", "12", "5-6"])


def places(low: int, high: int) -> st.SearchStrategy[str]:
    """Coordinates as they are written: a point, or none, and any number of decimals."""
    return st.tuples(st.integers(low, high - 1), st.integers(0, 10**8 - 1), st.integers(0, 8)).map(
        lambda found: f"{found[0]}.{found[1]:08}"[: 2 + len(str(low)) - 1 + found[2]].rstrip(".")
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Files:
    """The small catalogue with texts, ids, places and months that a spreadsheet may change."""
    files = small_files()
    company, event = files["companies.csv"][0], files["events.csv"][0]
    company |= {"id": draw(SLUGS), "lat": draw(places(51, 53)), "lon": draw(places(4, 7))}
    for column in ("name", "what_they_do_nl", "sectors", "coord_precision"):
        company[column] = draw(NAMES)
    event |= {"id": draw(SLUGS), "name": draw(NAMES), "months": draw(MONTHS)}
    files["programmes.csv"][0] |= {"code": draw(NAMES), "name_nl": draw(NAMES)}
    files["places.csv"][0]["place"] = draw(NAMES)
    return files


Route = Callable[[Path], None]


def through_excel(kind: str, take: Callable[[str], str], folder: Path) -> None:
    """Open every file with its commas, and save it without losing a letter."""
    for file in folder.iterdir():
        rows = dutch_excel.opened(file.read_bytes(), ",", take)
        lossless = kind if dutch_excel.can_be_saved(rows, kind) else "utf-8"
        file.write_bytes(dutch_excel.saved(rows, lossless))


WHOLE_DAYS = partial(dutch_excel.shown, whole_days=True, strict_points=True)
ROUTES = [
    partial(through_excel, kind, take)
    for kind in ("csv", "utf-8", "unicode")
    for take in (dutch_excel.shown, WHOLE_DAYS)
]
SLOW = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def come_back(catalogue: Catalogue, folder: Path, route: Route) -> None:
    for file in folder.iterdir():
        file.unlink()
    export_catalogue(catalogue, folder)
    route(folder)
    assert cells_of(load_catalogue(folder)) == cells_of(catalogue)


@SLOW
@given(files=catalogues(), route=st.sampled_from(ROUTES))
def test_an_export_comes_back_from_excel_as_it_went(
    files: Files, route: Route, tmp_path: Path
) -> None:
    come_back(catalogue_of_cells(files), tmp_path, route)


@SLOW
@given(files=catalogues())
def test_an_export_and_a_workbook_come_back_without_any_program(
    files: Files, tmp_path: Path
) -> None:
    catalogue = catalogue_of_cells(files)
    come_back(catalogue, tmp_path, lambda _: None)
    for file in tmp_path.iterdir():
        file.unlink()
    export_workbook(catalogue, tmp_path)
    assert cells_of(load_catalogue(tmp_path)) == cells_of(catalogue)


@pytest.mark.parametrize("kind", ["csv", "utf-8"])
def test_the_real_catalogue_comes_back_and_what_was_mended_is_said(
    seed: Catalogue, tmp_path: Path, kind: str
) -> None:
    come_back(seed, tmp_path, partial(through_excel, kind, dutch_excel.shown))
    notes = "\n".join(read_files(tmp_path).notes)
    assert "companies.csv, kolom lat: " in notes
    assert "zoals 52164 als 52.164." in notes
    assert "events.csv, kolom months: 17 keer veranderd" in notes
    assert "zoals 1-dec als 1-12." in notes


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_a_file_that_was_opened_by_a_double_click_and_saved_is_read(
    seed: Catalogue, tmp_path: Path, encoding: str
) -> None:
    """Excel looks for semicolons and for another code page: all in one column, Ã« for ë."""
    export_catalogue(seed, tmp_path)
    for file in tmp_path.iterdir():
        text = "".join(
            bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
            for byte in file.read_bytes()
        )
        lines = [line.split(";") for line in text.removesuffix("\r\n").split("\r\n")]
        content = dutch_excel.saved(
            [[dutch_excel.shown(cell) for cell in row] for row in lines], "utf-8"
        )
        saved = content.decode("utf-8-sig")
        if encoding == "cp1252":
            file.write_bytes(
                b"".join(
                    bytes([ord(sign)]) if ord(sign) < 256 else sign.encode("cp1252")
                    for sign in saved
                )
            )
        else:
            file.write_bytes(content)
    assert cells_of(load_catalogue(tmp_path)) == cells_of(seed)
