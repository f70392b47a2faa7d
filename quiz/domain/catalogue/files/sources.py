"""Where each table of a catalogue stands: a CSV or XLSX file, or a sheet of one workbook."""

from pathlib import Path
from typing import NamedTuple

from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.findings import CatalogueError, Finding
from quiz.domain.catalogue.files.table import Table
from quiz.domain.spreadsheets.sources import ZIP
from quiz.domain.spreadsheets.table_shape import Sheet
from quiz.domain.text.words import Words

WORKBOOK = "catalogus.xlsx"


class Source(NamedTuple):
    """The file of a table, how to call it, and which sheet holds it when it is a workbook."""

    path: Path
    name: str
    sheet: Sheet


def find_sources(place: Path) -> list[tuple[Source, Table]]:
    """A source for every table, in a folder or in one workbook.

    Raises CatalogueError when it cannot be known which file counts.
    """
    if place.is_file():
        return [(_sheet_of(_workbook(place), table), table) for table in TABLES]
    return [(_in_folder(place, table), table) for table in TABLES]


def _in_folder(folder: Path, table: Table) -> Source:
    own, name = folder / table.file, Path(table.file).stem
    other, workbook = own.with_suffix(".xlsx"), folder / WORKBOOK
    standing = [file for file in (own, other, workbook) if file.exists()]
    if len(standing) > 1:
        names = " en ".join(file.name for file in standing)
        raise CatalogueError(
            [
                Finding(
                    names,
                    0,
                    "",
                    Words("ze gaan over hetzelfde"),
                    Words("Laat er een in de map staan."),
                )
            ]
        )
    if standing == [workbook]:
        return _sheet_of(workbook, table)
    path = (standing or [own])[0]
    return Source(path, path.name, Sheet(name))


def _sheet_of(workbook: Path, table: Table) -> Source:
    name = Path(table.file).stem
    return Source(workbook, f"{workbook.name}, blad {name}", Sheet(name, exactly=True))


def _workbook(file: Path) -> Path:
    with file.open("rb") as source:
        if source.read(len(ZIP)) == ZIP:
            return file
    reason = Words("dit is geen Excel-bestand (.xlsx)")
    raise CatalogueError(
        [Finding(file.name, 0, "", reason, Words("Geef de map met de bestanden, of één .xlsx."))]
    )
