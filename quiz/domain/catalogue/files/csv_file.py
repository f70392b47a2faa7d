"""One file read into rows: every cell that cannot be read becomes a finding, none is guessed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from quiz.domain.catalogue.files.column_reader import ColumnReader
from quiz.domain.catalogue.files.findings import BadCell, Finding, did_you_mean
from quiz.domain.catalogue.files.sources import Source
from quiz.domain.catalogue.files.table import Table
from quiz.domain.spreadsheets.columns import Row
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.tables import open_table, rows_of
from quiz.domain.text.names import plain_name
from quiz.domain.text.printable import STAND_IN, unprintable
from quiz.domain.text.words import Words

LONGEST_COLUMN = 60
MOST_ROWS = 200_000
MOST_FINDINGS = 1000
MOST_NOTES, MOST_SIGNS = 20, 5


@dataclass
class CatalogueFile:
    """The good rows of one file with their row numbers, all keys seen, and the findings.

    `name`: how who keeps the files knows this one. `mended`: per column how many cells were read
    as what they were before a spreadsheet changed them, and the first of them.
    """

    table: Table
    name: str = ""
    rows: list[tuple[int, Any]] = field(default_factory=list)
    keys: dict[tuple[str, ...], int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    mended: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    readable: bool = False
    readers: dict[str, ColumnReader] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Give every column a reader of its own."""
        columns = self.table.columns.items()
        self.readers = {column: ColumnReader(cell) for column, cell in columns}

    def report(self, row: int, column: str, reason: str, suggestion: str = "") -> None:
        """Add one finding about this file."""
        name = self.name or self.table.file
        self.findings.append(Finding(name, row, column, reason, suggestion))

    def notes(self) -> list[str]:
        """Say what was read all the same: cells that a spreadsheet changed, signs without paper."""
        changed = [
            f"{self.name or self.table.file}, kolom {column}: {count} keer veranderd door een "
            f"spreadsheet en teruggelezen, zoals {was} als {now}."
            for column, (count, was, now) in self.mended.items()
        ]
        lost = [str(finding) for finding in islice(self._lost_on_paper(), MOST_NOTES + 1)]
        if len(lost) > MOST_NOTES:
            lost[MOST_NOTES:] = [f"{self.name or self.table.file}: en zo nog meer rijen."]
        return changed + lost

    def _lost_on_paper(self) -> Iterator[Finding]:
        """Find the signs that stand on a page but that our paper cannot print."""
        printed = [column for column, cell in self.table.columns.items() if cell.printed]
        for number, row in self.rows:
            for column in printed:
                signs = unprintable(getattr(row, column))
                if signs:
                    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:MOST_SIGNS])
                    reason = Words(
                        "op papier komt hier %(stand_in)s voor in de plaats: %(named)s",
                        stand_in=STAND_IN,
                        named=named,
                    )
                    name = self.name or self.table.file
                    yield Finding(
                        name, number, column, reason, Words("Schrijf het anders, als dat kan.")
                    )


def read_sheet(source: Source, table: Table) -> CatalogueFile:
    """Read one file of the catalogue; never raises for what the file holds."""
    sheet = CatalogueFile(table, source.name)
    try:
        with open_table(source.path, table.columns, sheet=source.sheet) as found:
            header = found.header
            _check_header(sheet, header.number, header.columns)
            if not sheet.findings:
                sheet.readable = True
                _read_rows(sheet, header.columns, rows_of(found))
    except FileRefused as problem:
        sheet.report(problem.row, "", problem.reason, problem.suggestion)
    except OSError:
        sheet.report(
            0, "", Words("dit bestand ontbreekt of is niet te lezen"), Words("Zet het in de map.")
        )
    sheet.readers.clear()  # what they remember is of no use any more, and large
    return sheet


def read_cells(table: Table, rows: Iterable[Mapping[str, str]]) -> CatalogueFile:
    """Read rows that are cells already; a cell that is not there counts as empty."""
    sheet = CatalogueFile(table, readable=True)
    for number, cells in enumerate(rows, 2):
        _read_row(sheet, number, {column: cells.get(column, "") for column in table.columns})
    sheet.readers.clear()
    return sheet


def _read_rows(sheet: CatalogueFile, columns: Sequence[str], rows: Iterable[Row]) -> None:
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS or len(sheet.findings) >= MOST_FINDINGS:
            sheet.report(
                row.number, "", Words("vanaf hier is niet verder gelezen"), _too_much(count)
            )
            return
        if row.reason:
            sheet.report(row.number, "", row.reason, row.suggestion)
        else:
            _read_file_row(sheet, row.number, dict(zip(columns, row.cells, strict=True)))


def _too_much(rows: int) -> str:
    if rows > MOST_ROWS:
        return Words("Er staan meer dan %(most_rows)s rijen in.", most_rows=MOST_ROWS)
    return Words("Herstel eerst wat hierboven staat.")


def _read_file_row(sheet: CatalogueFile, number: int, raw: Mapping[str, str]) -> None:
    """Read a row as a spreadsheet may write it; one beyond the bounds is only known by its key."""
    record, before = {}, len(sheet.findings)
    for column, reader in sheet.readers.items():
        try:
            record[column] = reader.said(raw.get(column, ""))
        except BadCell as problem:
            sheet.report(number, column, problem.reason, problem.suggestion)
    if len(sheet.findings) == before:
        _read_row(sheet, number, record)
    else:
        sheet.keys.setdefault(_key(sheet.table, {**raw, **record}), number)


def _check_header(sheet: CatalogueFile, row: int, header: Sequence[str]) -> None:
    known = list(sheet.table.columns)
    for column in known:
        if column not in header and column not in sheet.table.newer:
            sheet.report(row, column, Words("deze kolom ontbreekt"), Words("Zet hem terug."))
    for position, column in enumerate(header):
        if column not in known:
            sheet.report(
                row,
                plain_name(column)[:LONGEST_COLUMN],
                Words("deze kolom kennen we niet"),
                did_you_mean(column, known) or Words("Haal hem weg."),
            )
        elif column in header[:position]:
            sheet.report(
                row, column, Words("deze kolom staat er twee keer"), Words("Haal er een weg.")
            )


def _read_row(sheet: CatalogueFile, number: int, record: dict[str, str]) -> None:
    key = _key(sheet.table, record)
    first = sheet.keys.setdefault(key, number)
    if first != number:
        reason = Words("'%(key)s' staat al in rij %(first)s", key=" ".join(key), first=first)
        sheet.report(number, sheet.table.key[0], reason, Words("Haal een van de twee weg."))
        return
    values = {}
    for column, reader in sheet.readers.items():
        try:
            values[column], mended = reader.value(record[column])
            if mended:
                _note(sheet, column, record[column], reader.cell.write(values[column]))
        except BadCell as problem:
            sheet.report(number, column, problem.reason, problem.suggestion)
    if len(values) == len(sheet.table.columns):
        sheet.rows.append((number, sheet.table.row(**values)))


def _key(table: Table, record: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(record[column].strip() for column in table.key)


def _note(sheet: CatalogueFile, column: str, was: str, now: str) -> None:
    count, first_was, first_now = sheet.mended.get(column, (0, was, now))
    sheet.mended[column] = (count + 1, first_was, first_now)
