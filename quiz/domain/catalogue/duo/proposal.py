"""The rows that files of DUO ask for: whole, with what stands already, and checked cell by cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quiz.domain.catalogue.duo.left_out import Tally
from quiz.domain.catalogue.duo.standing import (
    Cells,
    Key,
    Standing,
    institution_key,
    offering_key,
)
from quiz.domain.catalogue.duo.whereabouts import Spot
from quiz.domain.catalogue.files.columns import OFFERINGS, TABLES
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.origins import OURS
from quiz.domain.catalogue.files.table import Table

# Where an address says that a row comes from a file of DUO, or from a copy of one.
_FROM_DUO = re.compile(r"(?<![a-z])(?:duo|rio)(?![a-z])", re.IGNORECASE)
# Cells that say how we know a row, and not what it says.
ABOUT_SOURCE = frozenset({"source_url", "confirmed", "location_confirmed", "checked_on"})
NO_NAME = "er staat geen goede naam bij"
REMOVED_SCHOOL = "de school is hier weggehaald"
_TABLES = {table.file: table for table in TABLES}


def from_duo(cells: Cells) -> bool:
    """Whether a row says that it comes from DUO."""
    return bool(_FROM_DUO.search(cells.get("source_url", "")))


@dataclass(frozen=True, order=True)
class Unknown:
    """A code that the catalogue does not know, for people to judge."""

    system: str
    code: str
    name: str
    level: str


@dataclass(frozen=True)
class School:
    """A school, college or university that is new to us."""

    id: str
    name: str
    kind: str
    spot: Spot | None
    source: str
    code: str = ""


@dataclass
class Proposal:
    """What the files ask for. `covered`: rows from DUO that they speak about."""

    standing: Standing
    today: date
    rows: dict[Key, Cells] = field(default_factory=dict)
    covered: set[Key] = field(default_factory=set)
    left_out: Tally = field(default_factory=Tally)
    notes: Tally = field(default_factory=Tally)
    unknown: dict[Unknown, int] = field(default_factory=dict)

    def ask(self, key: Key, facts: Cells, optional: Mapping[str, str] | None = None) -> bool:
        """Ask for a row with these facts; what stands there else stays. False: it cannot be.

        `optional` cells only fill what is empty, and are dropped when they may not come in.
        """
        before = self._before(key)
        cells = dict.fromkeys(_TABLES[key[0]].columns, "") | dict(before) | dict(facts)
        for column, text in (optional or {}).items():
            if not cells[column] and text and _fits(_TABLES[key[0]], column, text):
                cells[column] = text
        if cells != dict(before) and "checked_on" in cells:
            cells["checked_on"] = self.today.isoformat()
        wrong = [
            name
            for name, text in cells.items()
            if text != before.get(name) and not _fits(_TABLES[key[0]], name, text)
        ]
        if wrong:
            reason = NO_NAME if wrong[0] == "name" else f"in {wrong[0]} staat iets dat niet kan"
            self.left_out.add(reason, cells[wrong[0]] or key[1])
            return False
        self.rows[key] = cells
        return True

    def offer(self, row: tuple[str, str, str, str], source: str, page: str = "") -> Key:
        """Ask for an offering: programme, institution, municipality and mode."""
        key = offering_key(*row)
        if self.standing.is_removed(institution_key(row[1])):
            self.left_out.add(REMOVED_SCHOOL, row[1])
            return key
        before = self._before(key)
        facts = dict(zip(OFFERINGS.key, row, strict=True))
        if not before or from_duo(before):
            facts |= {"source_url": source, "confirmed": "yes", "location_confirmed": "yes"}
        self.ask(key, facts, {"programme_url": page})
        return key

    def found(self, school: School, website: str) -> bool:
        """Ask for a school that the catalogue does not have."""
        facts = {
            "id": school.id,
            "name": school.name,
            "kind": school.kind,
            "source_url": school.source,
            "confirmed": "yes",
            "register_codes": school.code,
            **(school.spot.cells() if school.spot else {}),
        }
        return self.ask(institution_key(school.id), facts, {"website": website})

    def cells_of(self, institution: str) -> Cells:
        """The cells of an institution as it will be; what people decided stays as it is."""
        key = institution_key(institution)
        if self.is_ours(institution):
            return self._as_stored(key)
        return self._before(key)

    def is_ours(self, institution: str) -> bool:
        """Whether somebody here edited an institution, or took it away."""
        row = self.standing.stored.get(institution_key(institution))
        return row is not None and row.origin in OURS

    def codes_with(self, institution: str, code: str) -> str:
        """The codes that an institution has in the register, and this one."""
        codes = self.cells_of(institution).get("register_codes", "").split(";")
        return ";".join(dict.fromkeys([*filter(None, codes), code]))

    def _before(self, key: Key) -> Cells:
        """What stands there, with a place for every column; empty when nothing does."""
        return self.rows[key] if key in self.rows else self._as_stored(key)

    def _as_stored(self, key: Key) -> Cells:
        row = self.standing.stored.get(key)
        if row is None:
            return {}
        return dict.fromkeys(_TABLES[key[0]].columns, "") | dict(row.cells)

    def cover(self, key: Key, cells: Cells) -> None:
        """Say that the files speak about a row; only one that came from DUO may lapse."""
        if from_duo(cells):
            self.covered.add(key)


def _fits(table: Table, column: str, text: str) -> bool:
    cell = table.columns[column]
    try:
        cell.admit(text)
        cell.read(text)
    except BadCell:
        return False
    return True
