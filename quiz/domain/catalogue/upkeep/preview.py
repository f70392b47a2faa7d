"""What a file would do: new rows, changed cell by cell, the same, refused, in conflict."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.column_reader import ColumnReader
from quiz.domain.catalogue.files.findings import BadCell, Finding
from quiz.domain.catalogue.files.origins import EDITED, GONE
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import OUTSIDE, Judge, Typed
from quiz.domain.catalogue.upkeep.line import Cells, Line, Outcome, Standing
from quiz.domain.catalogue.upkeep.names import free_key
from quiz.domain.catalogue.upkeep.region_rows import region_of_cells
from quiz.domain.catalogue.upkeep.spoken import Spoken, with_scheme
from quiz.domain.catalogue.upkeep.spoken_months import PerhapsADay
from quiz.domain.text.words import Words

_FILLED_IN = {"id", "lat", "lon", "coord_precision"}


@dataclass(frozen=True)
class Against:
    """What a file is compared with: the catalogue, and every stored row of its table by key.

    `tags`: what each tag is called.
    """

    catalogue: Catalogue
    table: Table
    stored: Mapping[str, Standing]
    regions: frozenset[str]
    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)


def preview(judge: Judge, against: Against, rows: Sequence[tuple[int, Cells]]) -> tuple[Line, ...]:
    """Compare the rows of a file, each with only the cells that the file has."""
    return tuple(sorted(_Comparison(judge, against).lines(rows), key=lambda line: line.number))


class _Asked(NamedTuple):
    """A row that is judged; `unread`: what is wrong with cells that could not be read."""

    typed: Typed
    key: str
    before: Standing | None
    unread: Sequence[Finding]


def _together(unread: Sequence[Finding], judged: Sequence[Finding]) -> tuple[Finding, ...]:
    """All that is wrong with a row at once, of each cell one; not what follows from the rest."""
    known = {each.column for each in unread} | (_FILLED_IN if unread else set())
    return (*unread, *(each for each in judged if each.column not in known))


class _Comparison:
    """Compares row by row; an id that is given out is given out once."""

    def __init__(self, judge: Judge, against: Against) -> None:
        self._judge, self._with = judge, against
        self._readers = {name: ColumnReader(cell) for name, cell in against.table.columns.items()}
        self._spoken = Spoken(against.catalogue, against.regions, against.tags, against.table)
        self._by_name = {
            (row.cells.get("name", "").casefold(), row.cells.get("municipality", "")): key
            for key, row in against.stored.items()
            if "name" in against.table.columns and row.origin not in GONE
        }
        self._taken = Counter(against.stored)
        self._texts: dict[int, Cells] = {}

    def lines(self, rows: Sequence[tuple[int, Cells]]) -> Iterator[Line]:
        """Every row once: refused ones first."""
        asked: dict[int, _Asked] = {}
        seen: dict[str, int] = {}
        for number, raw in rows:
            cells, findings, doubts = self._said(number, raw)
            key = self._key(cells)
            before = self._with.stored.get(key)
            stands = {} if before is None else before.cells
            findings += [each for each in doubts if stands.get(each.column) != cells[each.column]]
            known_by = self._with.table.key[0] if raw.get(self._with.table.key[0]) else "name"
            misplaced = self._misplaced((number, known_by), key, before, seen)
            if misplaced:
                wrong = (*findings, *misplaced)
                yield Line(number, Outcome.REFUSED, key, cells, before, wrong)
                continue
            whole = self._whole(cells, before)
            is_live = before is not None and before.origin not in GONE
            typed = Typed(number, whole, key if is_live else "")
            asked[number] = _Asked(typed, key, before, findings)
        judged = self._judge.judge_all([each.typed for each in asked.values()])
        for number, (typed, key, before, unread) in asked.items():
            wrong = _together(unread, judged[number].findings)
            if wrong:
                yield Line(number, Outcome.REFUSED, key, typed.cells, before, wrong)
            else:
                row = self._with.table.write(judged[number].row)
                yield replace(self._line(number, key, before, row), said=self._other(number, row))

    def _line(self, number: int, key: str, before: Standing | None, cells: Cells) -> Line:
        if before is None:
            return Line(number, Outcome.NEW, key, cells)
        line = Line(number, Outcome.SAME, key, cells, before)
        if before.origin not in GONE and not line.differences:
            return line
        ours = before.origin == EDITED or before.origin in GONE
        outcome = Outcome.CONFLICT if ours else Outcome.CHANGED
        return Line(number, outcome, key, cells, before)

    def _said(self, number: int, raw: Cells) -> tuple[dict[str, str], list[Finding], list[Finding]]:
        """What the cells say, with what a spreadsheet did to them undone.

        Then what is wrong, and what is in doubt: it is good where it stands so already.
        """
        cells, findings, doubts = dict.fromkeys(raw, ""), list[Finding](), list[Finding]()
        said: dict[str, str] = {}
        for column, text in raw.items():
            try:
                said[column] = self._readers[column].said(with_scheme(column, text)).strip()
                cells[column] = self._spoken.code(column, said[column])
            except PerhapsADay as problem:
                cells[column] = problem.months
                doubts.append(self._finding(number, column, problem))
            except BadCell as problem:
                findings.append(self._finding(number, column, problem))
        self._texts[number] = said
        return cells, findings, doubts

    def _other(self, number: int, cells: Cells) -> dict[str, str]:
        """What the file says in other words than it is stored in."""
        said = self._texts[number]
        return {column: text for column, text in said.items() if cells.get(column) != text}

    def _key(self, cells: dict[str, str]) -> str:
        """The key of a row; one without an id is known by name and place, or gets an id."""
        if self._with.table.key != ("id",) or cells.get("id"):
            return " ".join(cells.get(column, "") for column in self._with.table.key)
        name, town = cells.get("name", ""), cells.get("municipality", "")
        found = self._by_name.get((name.casefold(), town))
        if found is None:
            found = free_key(name, self._taken)
            self._taken[found] += 1
            if town:  # of a place that could not be read nobody knows whether it is the same one
                self._by_name[name.casefold(), town] = found
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
