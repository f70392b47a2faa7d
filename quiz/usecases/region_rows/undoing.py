"""Takes the last change of a row back; that is a change as well, and can be undone again."""

from quiz.domain.catalogue.files.origins import GONE, REMOVED
from quiz.storage.catalogue_changes import change_at
from quiz.storage.catalogue_rows import CatalogueAt, Key, StoredRow
from quiz.storage.tables.catalogue import CatalogueChange
from quiz.usecases.region_rows.changing import judged, refuse_needed, table_of
from quiz.usecases.region_rows.errors import RowChanged
from quiz.usecases.region_rows.work import Work, working
from quiz.usecases.services import Services
from quiz.usecases.staff.regions import SignedIn


def undo(services: Services, staff: SignedIn, at: CatalogueAt, key: Key, version: int) -> int:
    """Make a row what it was before the change at this version. Returns the version it made.

    A row that was added is taken away. Raises NoRow, RowChanged (something was changed since, or
    there is no such change), RowRefused or CatalogueMoved.
    """
    with working(services, staff, at) as work:
        change = change_at(work.session, version, key)
        now = work.own_row(key)
        if change is None or (now.cells, now.origin) != (change.cells_after, change.origin_after):
            raise RowChanged(now)
        after = _before(change, now)
        _refuse(work, key, after)
        work.write("undone", key, now, after)
        return work.author.version


def _before(change: CatalogueChange, now: StoredRow) -> StoredRow:
    if change.cells_before is None or change.origin_before is None:
        return StoredRow(now.position, now.cells, REMOVED)
    return StoredRow(now.position, change.cells_before, change.origin_before)


def _refuse(work: Work, key: Key, after: StoredRow) -> None:
    """Raise RowRefused or NoRow for what may not come back as it was."""
    table = table_of(key)
    if after.origin in GONE:
        refuse_needed(work, table, key[1])
        return
    judged(work, table, {**dict.fromkeys(table.columns, ""), **after.cells}, key[1])
