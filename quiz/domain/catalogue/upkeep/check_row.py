"""Judges one row that somebody typed, in the words in which whole files are judged."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.files.csv_file import CatalogueFile, read_cells
from quiz.domain.catalogue.files.findings import BadCell, Finding
from quiz.domain.catalogue.files.references import check_references, check_tags
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import key_of, place_of, region_of_row

NUMBER = 2  # of the row that is judged, as `read_cells` counts
TAKEN = "dit staat al in het aanbod"


@dataclass(frozen=True)
class Judged:
    """The row, or what is wrong with it: one finding a column, with what to do."""

    row: Any
    findings: tuple[Finding, ...]


class Judge:
    """Judges rows of one table against a catalogue, the tags that there are and some regions.

    `replaces`: the key of the row in whose place the new one comes, "" for one that is added.
    """

    def __init__(
        self, catalogue: Catalogue, table: Table, tags: Collection[str], regions: Collection[str]
    ) -> None:
        """Look once at what the rows may point at."""
        self._catalogue, self._table, self._tags = catalogue, table, tags
        self._regions = regions
        self._others = {
            other.file: CatalogueFile(other, keys=_keys(catalogue, other), readable=True)
            for other in columns.TABLES
        }
        self._taken = {key_of(table, row) for row in catalogue.rows[table.file]}

    def judge(self, cells: Mapping[str, str], replaces: str = "") -> Judged:
        """Judge the cells of one row."""
        refused = {each.column: each for each in self._inadmissible(cells)}
        sheet = read_cells(self._table, [cells])
        unread = [each for each in sheet.findings if each.column not in refused]
        findings = [*refused.values(), *unread]
        if findings:
            return Judged(None, tuple(findings))
        row = sheet.rows[0][1]
        findings = [*self._pointing(row, replaces), *self._standing(row, replaces)]
        return Judged(row, tuple(findings))

    def _inadmissible(self, cells: Mapping[str, str]) -> Iterator[Finding]:
        for column, cell in self._table.columns.items():
            try:
                cell.admit(cells.get(column, ""))
            except BadCell as problem:
                yield self._finding(column, problem.reason, problem.suggestion)

    def _pointing(self, row: Any, replaces: str) -> list[Finding]:
        sheet = CatalogueFile(self._table, readable=True, keys=self._others[self._table.file].keys)
        rows = self._catalogue.rows[self._table.file]
        if self._table is columns.INSTITUTIONS:  # a code belongs to one school
            sheet.rows += [(0, each) for each in rows if each.id != replaces]
        sheet.rows.append((NUMBER, row))
        check_tags({self._table.file: sheet}, self._tags)
        found = check_references({**self._others, self._table.file: sheet})
        return [each for each in found if each.row == NUMBER]

    def _standing(self, row: Any, replaces: str) -> Iterator[Finding]:
        key = key_of(self._table, row)
        if key != replaces and key in self._taken:
            yield self._finding(self._table.key[0], TAKEN, "Zoek het op en verander het daar.")
        if place_of(row) not in self._catalogue.municipalities:
            return  # said already, as what it points at
        if region_of_row(self._catalogue, row) not in self._regions:
            column = next(name for name in self._table.columns if name.endswith("municipality"))
            yield self._finding(column, "dit ligt buiten jouw regio", "Kies een gemeente erin.")

    def _finding(self, column: str, reason: str, suggestion: str) -> Finding:
        return Finding(self._table.file, NUMBER, column, reason, suggestion)


def pointing_at(catalogue: Catalogue, table: Table, key: str) -> int:
    """How many rows of other files point at a row: while they do, it cannot go."""
    return sum(
        getattr(row, column) == key
        for other in columns.TABLES
        for column, target in other.references.items()
        if target == table.file
        for row in catalogue.rows[other.file]
    )


def _keys(catalogue: Catalogue, table: Table) -> dict[tuple[str, ...], int]:
    return {
        tuple(str(getattr(row, column)) for column in table.key): 0
        for row in catalogue.rows[table.file]
    }
