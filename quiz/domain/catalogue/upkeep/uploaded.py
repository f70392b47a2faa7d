"""A file that a coordinator sends: its columns and rows as text, whatever program wrote it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from quiz.domain.catalogue.files.table import Table
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.table_shape import Sheet
from quiz.domain.spreadsheets.tables import open_table, rows_of
from quiz.domain.text.names import plain_name
from quiz.domain.text.words import Words

MOST_ROWS = 10_000
LONGEST_NAME, LONGEST_CELL = 60, 2_000
UNUSED = ""
_BETWEEN = re.compile(r"[\W_]+")
_COMPANY = "what_they_do_"
# What people call columns in their own lists, beside the names in the files.
_ALSO = {
    "naam": "name",
    "bedrijf": "name",
    "bedrijfsnaam": "name",
    "evenement": "name",
    "activiteit": "name",
    "titel": "name",
    "gemeente": "municipality",
    "gemeentecode": "municipality",
    "plaats": "municipality",
    "vestigingsplaats": "municipality",
    "locatie": "municipality",
    "werelden": "worlds",
    "wereld": "worlds",
    "onderwerpen": "tags",
    "onderwerp": "tags",
    "sector": "sectors",
    "sectoren": "sectors",
    "grootte": "size_class",
    "omschrijving": "what_they_do_nl",
    "beschrijving": "what_they_do_nl",
    "wat ze doen": "what_they_do_nl",
    "description": "what_they_do_en",
    "wat ze doen engels": "what_they_do_en",
    "omschrijving engels": "what_they_do_en",
    "omschrijving in het engels": "what_they_do_en",
    "beschrijving engels": "what_they_do_en",
    "beschrijving in het engels": "what_they_do_en",
    "site": "website",
    "url": "website",
    "link": "website",
    "webadres": "website",
    "bron": "source_url",
    "nagekeken": "checked_on",
    "maanden": "months",
    "maand": "months",
    "wanneer": "months",
    "periode": "months",
    "datum": "months",
    "soort": "kind",
    "type": "kind",
    "voor wie": "audience",
    "doelgroep": "audience",
    "schooltype": "audience",
    "schooltypes": "audience",
}


@dataclass(frozen=True)
class Uploaded:
    """Columns as they are called in the file, rows with the number that a spreadsheet shows.

    `broken`: rows that cannot be read, with why and what to do. `header`: the row with the columns,
    where something stands above it that does not count; else 0. `sheet`: the one of a workbook that
    was read, where the first one was no list.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    broken: tuple[tuple[int, str, str], ...]
    header: int = 0
    sheet: str = ""


def read_upload(path: Path, table: Table) -> Uploaded:
    """Read a file; raises FileRefused for what is no table, or too much of one."""
    known = [*table.columns, *(name for name in _ALSO if name not in table.columns)]
    rows, broken = [], []
    with open_table(path, known, sheet=Sheet(Path(table.file).stem), titled=True) as found:
        columns = tuple(plain_name(name)[:LONGEST_NAME] for name in found.header.written)
        for count, row in enumerate(rows_of(found), 1):
            if count > MOST_ROWS:
                raise FileRefused(
                    Words("er staan meer dan %(most_rows)s rijen in", most_rows=MOST_ROWS),
                    Words("Deel het op."),
                )
            if row.reason:
                broken.append((row.number, row.reason, row.suggestion))
            else:
                rows.append((row.number, tuple(cell[:LONGEST_CELL] for cell in row.cells)))
        header = found.header.number if found.has_title else 0
    if not rows and not broken:
        raise FileRefused(
            Words("onder de namen van de kolommen staat niets"), Words("Zet er rijen onder.")
        )
    return Uploaded(columns, tuple(rows), tuple(broken), header, plain_name(found.sheet))


def proposed_mapping(
    columns: Sequence[str], table: Table, labels: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """Which column of the catalogue each column of a file is; UNUSED for what is none.

    `labels`: what our own pages call them, with the column of each.
    """
    called = {_folded(column): column for column in table.columns}
    called |= {_folded(label): column for label, column in labels.items()}
    mapping, written = [UNUSED] * len(columns), [_folded(name) for name in columns]
    # Its own name goes before what else it may be called, and that in our order, not the file's.
    for name, column in (*called.items(), *((name, _meant(name, table.columns)) for name in _ALSO)):
        place = written.index(name) if name in written else None
        if place is not None and column not in mapping and mapping[place] == UNUSED:
            mapping[place] = column
    return mapping


def _meant(name: str, columns: Mapping[str, object]) -> str:
    meant = _ALSO[name]
    if meant == "municipality" and meant not in columns:
        return "location_municipality"
    if meant.startswith(_COMPANY) and meant not in columns:
        meant = meant.replace(_COMPANY, "description_")
    return meant if meant in columns else UNUSED


def _folded(name: str) -> str:
    return " ".join(_BETWEEN.sub(" ", name.casefold()).split())
