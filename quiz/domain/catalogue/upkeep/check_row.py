"""Judges one row that somebody typed, in the words in which whole files are judged."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.files.csv_file import CatalogueFile, read_cells
from quiz.domain.catalogue.files.findings import BadCell, Finding
from quiz.domain.catalogue.files.references import check_references, check_tags
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import key_of, place_of, region_of_row
from quiz.domain.text.words import Words

NUMBER = 2  # of the row that is judged, as `read_cells` counts
TAKEN, OUTSIDE = Words("dit staat al in het aanbod"), Words("dit ligt buiten jouw regio")


class Typed(NamedTuple):
    """Cells of a row, with the number of their line, and the key in whose place they come."""

    number: int
    cells: Mapping[str, str]
    replaces: str = ""


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
        return self.judge_all([Typed(NUMBER, cells, replaces)])[NUMBER]

    def judge_all(self, rows: Sequence[Typed]) -> dict[int, Judged]:
        """Judge rows by their numbers, which lie above 0; what they point at is looked up once."""
        judged, good = {}, []
        for typed in rows:
            refused = {each.column: each for each in self._inadmissible(typed)}
            sheet = read_cells(self._table, [typed.cells])
            unread = [
                replace(each, row=typed.number)
                for each in sheet.findings
                if each.column not in refused
            ]
            findings = (*refused.values(), *unread)
            judged[typed.number] = Judged(None, findings)
            if not findings:
                good.append((typed, sheet.rows[0][1]))
        pointing = self._pointing(good)
        for typed, row in good:
            found = (*pointing[typed.number], *self._standing(typed, row))
            judged[typed.number] = Judged(row, found)
        return judged

    def _inadmissible(self, typed: Typed) -> Iterator[Finding]:
        for column, cell in self._table.columns.items():
            try:
                cell.admit(typed.cells.get(column, ""))
            except BadCell as problem:
                yield self._finding(typed, column, problem.reason, problem.suggestion)

    def _pointing(self, good: Sequence[tuple[Typed, Any]]) -> Mapping[int, list[Finding]]:
        sheet = CatalogueFile(self._table, readable=True, keys=self._others[self._table.file].keys)
        rows = self._catalogue.rows[self._table.file]
        if self._table is columns.INSTITUTIONS:  # a code belongs to one school
            replaced = {typed.replaces for typed, _row in good}
            sheet.rows += [(0, each) for each in rows if each.id not in replaced]
        sheet.rows += [(typed.number, row) for typed, row in good]
        check_tags({self._table.file: sheet}, self._tags)
        found = defaultdict(list)
        for each in check_references({**self._others, self._table.file: sheet}):
            found[each.row].append(each)
        return found

    def _standing(self, typed: Typed, row: Any) -> Iterator[Finding]:
        key = key_of(self._table, row)
        if key != typed.replaces and key in self._taken:
            advice = Words("Zoek het op en verander het daar.")
            yield self._finding(typed, self._table.key[0], TAKEN, advice)
        if place_of(row) not in self._catalogue.municipalities:
            return  # said already, as what it points at
        if region_of_row(self._catalogue, row) not in self._regions:
            column = next(name for name in self._table.columns if name.endswith("municipality"))
            yield self._finding(typed, column, OUTSIDE, Words("Kies een gemeente erin."))

    def _finding(self, typed: Typed, column: str, reason: str, suggestion: str) -> Finding:
        return Finding(self._table.file, typed.number, column, reason, suggestion)


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
