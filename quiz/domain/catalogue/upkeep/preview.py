"""What a file would do: new rows, changed cell by cell, the same, refused, in conflict."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.column_reader import ColumnReader
from quiz.domain.catalogue.files.findings import BadCell, Finding
from quiz.domain.catalogue.files.origins import EDITED, GONE
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import OUTSIDE, Judge, Typed
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.domain.catalogue.upkeep.names import free_key
from quiz.domain.catalogue.upkeep.region_rows import region_of_cells
from quiz.domain.catalogue.upkeep.spoken import Spoken
from quiz.domain.text.words import Words

Cells = Mapping[str, str]


class Outcome(StrEnum):
    """What a row of the file would do. In conflict: somebody here wrote or removed that row."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    SAME = "same"
    REFUSED = "refused"


class Standing(NamedTuple):
    """A row as it is stored."""

    cells: Cells
    origin: str


@dataclass(frozen=True)
class Line:
    """One row of the file: `cells` as they would be stored, `before` as they are."""

    number: int
    outcome: Outcome
    key: str
    cells: Cells
    before: Standing | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def differences(self) -> tuple[tuple[str, str, str], ...]:
        """Column, before and after of each cell that becomes something else."""
        if self.before is None:
            return ()
        before = self.before.cells
        return tuple(
            (column, before.get(column, ""), text)
            for column, text in self.cells.items()
            if before.get(column, "") != text
        )


@dataclass(frozen=True)
class Against:
    """What a file is compared with: the catalogue, and every stored row of its table by key."""

    catalogue: Catalogue
    table: Table
    stored: Mapping[str, Standing]
    regions: frozenset[str]
    today: date


def preview(judge: Judge, against: Against, rows: Sequence[tuple[int, Cells]]) -> tuple[Line, ...]:
    """Compare the rows of a file, each with only the cells that the file has."""
    return tuple(sorted(_Comparison(judge, against).lines(rows), key=lambda line: line.number))


def stand_of(lines: Sequence[Line]) -> str:
    """How all of it stands, as one word: the same only while nothing moved since."""
    said = {str(line.number): f"{line.outcome} {line.key} {_digest(line)}" for line in lines}
    return digest_of(said, "preview")


def _digest(line: Line) -> str:
    before = "" if line.before is None else digest_of(*line.before)
    return f"{before} {digest_of(line.cells, '')}"


class _Comparison:
    """Compares row by row; an id that is given out is given out once."""

    def __init__(self, judge: Judge, against: Against) -> None:
        self._judge, self._with = judge, against
        self._readers = {name: ColumnReader(cell) for name, cell in against.table.columns.items()}
        self._spoken = Spoken(against.catalogue, against.regions)
        self._by_name = {
            (row.cells.get("name", "").casefold(), row.cells.get("municipality", "")): key
            for key, row in against.stored.items()
            if "name" in against.table.columns and row.origin not in GONE
        }
        self._taken = Counter(against.stored)

    def lines(self, rows: Sequence[tuple[int, Cells]]) -> Iterator[Line]:
        """Every row once: refused ones first."""
        asked: dict[int, tuple[Typed, str, Standing | None]] = {}
        seen: dict[str, int] = {}
        for number, raw in rows:
            cells, findings = self._said(number, raw)
            key = self._key(cells)
            before = self._with.stored.get(key)
            known_by = self._with.table.key[0] if raw.get(self._with.table.key[0]) else "name"
            findings += self._misplaced((number, known_by), key, before, seen)
            if findings:
                yield Line(number, Outcome.REFUSED, key, cells, before, tuple(findings))
                continue
            whole = self._whole(cells, before)
            is_live = before is not None and before.origin not in GONE
            asked[number] = Typed(number, whole, key if is_live else ""), key, before
        judged = self._judge.judge_all([typed for typed, _key, _before in asked.values()])
        for number, (typed, key, before) in asked.items():
            if judged[number].findings:
                wrong = judged[number].findings
                yield Line(number, Outcome.REFUSED, key, typed.cells, before, wrong)
            else:
                yield self._line(number, key, before, self._with.table.write(judged[number].row))

    def _line(self, number: int, key: str, before: Standing | None, cells: Cells) -> Line:
        if before is None:
            return Line(number, Outcome.NEW, key, cells)
        line = Line(number, Outcome.SAME, key, cells, before)
        if before.origin not in GONE and not line.differences:
            return line
        ours = before.origin == EDITED or before.origin in GONE
        outcome = Outcome.CONFLICT if ours else Outcome.CHANGED
        return Line(number, outcome, key, cells, before)

    def _said(self, number: int, raw: Cells) -> tuple[dict[str, str], list[Finding]]:
        """What the cells say, with what a spreadsheet did to them undone."""
        cells, findings = {}, []
        for column, text in raw.items():
            try:
                said = self._readers[column].said(text).strip()
                cells[column] = self._spoken.code(column, said)
            except BadCell as problem:
                findings.append(self._finding(number, column, problem))
                cells[column] = ""
        return cells, findings

    def _key(self, cells: dict[str, str]) -> str:
        """The key of a row; one without an id is known by name and place, or gets an id."""
        if self._with.table.key != ("id",) or cells.get("id"):
            return " ".join(cells.get(column, "") for column in self._with.table.key)
        named = cells.get("name", "").casefold(), cells.get("municipality", "")
        found = self._by_name.get(named)
        if found is None:
            found = free_key(cells.get("name", ""), self._taken)
            self._taken[found] += 1
            self._by_name[named] = found
        cells["id"] = found
        return found

    def _misplaced(
        self, where: tuple[int, str], key: str, before: Standing | None, seen: dict[str, int]
    ) -> list[Finding]:
        number, column = where
        first = seen.setdefault(key, number)
        if first != number:
            return [
                self._finding(
                    number,
                    column,
                    BadCell(
                        Words("dit staat al in rij %(first)s", first=first),
                        Words("Haal een van de twee weg."),
                    ),
                )
            ]
        region = before and region_of_cells(self._with.catalogue, before.cells)
        if region is not None and region not in self._with.regions:
            return [self._finding(number, column, BadCell(OUTSIDE, Words("Haal de rij weg.")))]
        return []

    def _whole(self, cells: Cells, before: Standing | None) -> dict[str, str]:
        """All cells: those that the file lacks as they are, or as they are for what is new."""
        table = self._with.table
        usual = {"confirmed": "no", "location_confirmed": "no", "scope": "regional"}
        stands = usual if before is None else before.cells
        whole = {column: stands.get(column, "") for column in table.columns} | dict(cells)
        town = self._with.catalogue.municipalities.get(whole.get("municipality", ""))
        moved = before is not None and before.cells.get("municipality") != whole.get("municipality")
        if "lat" in table.columns and town and (not whole["lat"] or (moved and "lat" not in cells)):
            whole |= {"lat": str(town.lat), "lon": str(town.lon), "coord_precision": "municipality"}
        return whole

    def _finding(self, number: int, column: str, problem: BadCell) -> Finding:
        return Finding(self._with.table.file, number, column, problem.reason, problem.suggestion)
