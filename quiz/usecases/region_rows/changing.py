"""Adds, changes, checks and takes away single rows of the own regions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.files.findings import Finding
from quiz.domain.catalogue.files.origins import EDITED, GONE, REMOVED
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import TAKEN, pointing_at
from quiz.domain.catalogue.upkeep.names import free_key
from quiz.domain.catalogue.upkeep.region_rows import BY_FILE, key_of
from quiz.domain.text.words import Words
from quiz.storage.catalogue_changes import marks_and_rows
from quiz.storage.catalogue_rows import CatalogueAt, Key, StoredRow, stored_row
from quiz.usecases.region_rows.errors import NoRow, RowChanged, RowRefused
from quiz.usecases.region_rows.work import Work, working
from quiz.usecases.services import Services
from quiz.usecases.staff.regions import SignedIn


@dataclass(frozen=True)
class Shown:
    """A row as somebody saw it: its key, and the digest of how it stood then."""

    key: Key
    digest: str


def add_row(
    services: Services, staff: SignedIn, at: CatalogueAt, table: Table, cells: Mapping[str, str]
) -> Key:
    """Add a row and return its key; one without an id gets one from its name.

    Raises RowRefused or CatalogueMoved.
    """
    with working(services, staff, at) as work:
        named = _named(work, table, cells)
        row = judged(work, table, named)
        key = table.file, key_of(table, row)
        before = stored_row(work.session, key)
        if before is not None and before.origin not in GONE:
            raise RowRefused((Finding(table.file, 0, table.key[0], TAKEN),))
        work.write("added", key, before, _edited(table, row))
    return key


def change_row(
    services: Services, staff: SignedIn, at: CatalogueAt, shown: Shown, cells: Mapping[str, str]
) -> int | None:
    """Write these cells over those of a row; the others stay. Returns the version it made.

    None where nothing changed. Raises NoRow, RowChanged, RowRefused or CatalogueMoved.
    """
    table = table_of(shown.key)
    with working(services, staff, at) as work:
        before = work.same_row(shown.key, shown.digest)
        own = {column: text for column, text in cells.items() if column not in table.key}
        row = judged(work, table, {**before.cells, **own}, shown.key[1])
        after = _edited(table, row)
        if all(before.cells.get(column, "") == text for column, text in after.cells.items()):
            return None
        work.write("changed", shown.key, before, after)
        return work.author.version


def remove_row(services: Services, staff: SignedIn, at: CatalogueAt, shown: Shown) -> int:
    """Take a row away, for good: no file brings it back. Returns the version it made.

    Raises NoRow, RowChanged, RowRefused (something points at it) or CatalogueMoved.
    """
    with working(services, staff, at) as work:
        before = work.same_row(shown.key, shown.digest)
        refuse_needed(work, table_of(shown.key), shown.key[1])
        gone = StoredRow(before.position, before.cells, REMOVED)
        work.write("removed", shown.key, before, gone)
        return work.author.version


def check_rows(
    services: Services, staff: SignedIn, at: CatalogueAt, rows: Iterable[Shown]
) -> tuple[int, int]:
    """Say of rows that they are still right today: how many were, and how many changed meanwhile.

    A row without a source stays as it is: there is nothing to check it against. Who wrote the row
    last stays too, so that a newer file may still change it. Raises NoRow or CatalogueMoved.
    """
    left = 0
    with working(services, staff, at) as work:
        today = services.today().isoformat()
        for shown in dict.fromkeys(rows):
            try:
                before = work.same_row(shown.key, shown.digest)
            except RowChanged:
                left += 1
                continue
            if before.cells.get("source_url"):
                cells = {**before.cells, "checked_on": today}
                after = StoredRow(before.position, cells, before.origin)
                if cells != before.cells:
                    work.write("checked", shown.key, before, after)
        return work.written, left


def table_of(key: Key) -> Table:
    """The table of a key. Raises NoRow."""
    found = BY_FILE.get(key[0])
    if found is None:
        raise NoRow
    return found


def refuse_needed(work: Work, table: Table, key: str) -> None:
    """Raise RowRefused for a row at which others point."""
    count = pointing_at(work.catalogue, table, key)
    if count:
        many = Words("%(count)s andere rijen horen hierbij", count=count)
        reason = Words("één andere rij hoort hierbij") if count == 1 else many
        raise RowRefused((Finding(table.file, 0, "", reason, Words("Haal die eerst weg.")),))


def judged(work: Work, table: Table, cells: Mapping[str, str], replaces: str = "") -> Any:
    """The row of these cells, put in the place of `replaces`. Raises RowRefused."""
    found = work.judge(table).judge(cells, replaces)
    if found.findings:
        raise RowRefused(found.findings)
    return found.row


def _edited(table: Table, row: Any) -> StoredRow:
    return StoredRow(0, table.write(row), EDITED)


def _named(work: Work, table: Table, cells: Mapping[str, str]) -> dict[str, str]:
    if table.key != ("id",) or cells.get("id"):
        return dict(cells)
    taken = marks_and_rows(work.session, table.file)
    return {**cells, "id": free_key(cells.get("name", ""), taken)}
