"""One file read into rows: every cell that cannot be read becomes a finding, none is guessed."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from quiz.catalogue.findings import BadCell, Finding, did_you_mean
from quiz.catalogue.tables import Table
from quiz.signs import plain_name

LONGEST_COLUMN = 60


@dataclass
class Sheet:
    """The good rows of one file with their row numbers, all keys seen, and the findings."""

    table: Table
    rows: list[tuple[int, Any]] = field(default_factory=list)
    keys: dict[tuple[str, ...], int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    readable: bool = False

    def report(self, row: int, column: str, reason: str, suggestion: str = "") -> None:
        """Add one finding about this file."""
        self.findings.append(Finding(self.table.file, row, column, reason, suggestion))


def read_sheet(folder: Path, table: Table) -> Sheet:
    """Read one file of the catalogue; never raises for what the file holds."""
    sheet = Sheet(table)
    try:
        records = _records((folder / table.file).read_bytes().decode("utf-8-sig"))
    except OSError:
        sheet.report(0, "", "dit bestand ontbreekt of is niet te lezen", "Zet het in de map.")
    except UnicodeDecodeError:
        sheet.report(
            0, "", "de tekens in dit bestand zijn niet te lezen", "Bewaar het als 'CSV UTF-8'."
        )
    except csv.Error:
        sheet.report(
            0,
            "",
            "dit is geen goed CSV-bestand",
            "Staat er een aanhalingsteken te veel of te weinig?",
        )
    else:
        _read_records(sheet, records)
    return sheet


def read_cells(table: Table, rows: Iterable[Mapping[str, str]]) -> Sheet:
    """Read rows that are cells already; a cell that is not there counts as empty."""
    sheet = Sheet(table, readable=True)
    for number, cells in enumerate(rows, 2):
        _read_row(sheet, number, {column: cells.get(column, "") for column in table.columns})
    return sheet


def _records(text: str) -> list[list[str]]:
    if "\x00" in text:
        raise csv.Error("it holds a NUL character")
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def _read_records(sheet: Sheet, records: Sequence[list[str]]) -> None:
    header = records[0] if records else []
    _check_header(sheet, header)
    if sheet.findings:
        return
    sheet.readable = True
    for number, record in _filled(records):
        if len(record) == len(header):
            _let_in(sheet, number, dict(zip(header, record, strict=True)))
        else:
            sheet.report(
                number,
                "",
                f"deze rij heeft {len(record)} vakken, de bovenste rij {len(header)}",
                "Staat er een komma te veel of te weinig?",
            )


def _filled(records: Sequence[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows below the header with their number; empty lines are passed over."""
    return ((number, record) for number, record in enumerate(records[1:], 2) if record)


def _check_header(sheet: Sheet, header: Sequence[str]) -> None:
    known = list(sheet.table.columns)
    if len(header) == 1 and ";" in header[0]:
        reason = "tussen de kolommen staan puntkomma's"
        sheet.report(1, "", reason, "Bewaar het als CSV met komma's ertussen.")
        return
    for column in known:
        if column not in header:
            sheet.report(1, column, "deze kolom ontbreekt", "Zet hem terug.")
    for position, column in enumerate(header):
        if column not in known:
            sheet.report(
                1,
                plain_name(column)[:LONGEST_COLUMN],
                "deze kolom kennen we niet",
                did_you_mean(column, known) or "Haal hem weg.",
            )
        elif column in header[:position]:
            sheet.report(1, column, "deze kolom staat er twee keer", "Haal er een weg.")


def _let_in(sheet: Sheet, number: int, record: dict[str, str]) -> None:
    """Read a row of a file; one with a cell beyond the bounds is only known by its key."""
    before = len(sheet.findings)
    for column, cell in sheet.table.columns.items():
        try:
            cell.admit(record[column])
        except BadCell as problem:
            sheet.report(number, column, problem.reason, problem.suggestion)
    if len(sheet.findings) == before:
        _read_row(sheet, number, record)
    else:
        sheet.keys.setdefault(_key(sheet.table, record), number)


def _read_row(sheet: Sheet, number: int, record: dict[str, str]) -> None:
    key = _key(sheet.table, record)
    first = sheet.keys.setdefault(key, number)
    if first != number:
        reason = f"'{' '.join(key)}' staat al in rij {first}"
        sheet.report(number, sheet.table.key[0], reason, "Haal een van de twee weg.")
        return
    values = {}
    for column, cell in sheet.table.columns.items():
        try:
            values[column] = cell.read(record[column])
        except BadCell as problem:
            sheet.report(number, column, problem.reason, problem.suggestion)
    if len(values) == len(sheet.table.columns):
        sheet.rows.append((number, sheet.table.row(**values)))


def _key(table: Table, record: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(record[column] for column in table.key)
