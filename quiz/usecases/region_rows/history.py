"""What was changed in the own regions, by whom and when; the newest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quiz.domain.catalogue.files.origins import SEED
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, key_of
from quiz.storage.catalogue_rows import CatalogueAt, Key, StoredRow, some_rows, stored_row
from quiz.storage.tables.catalogue import CatalogueChange
from quiz.storage.tables.staff import Staff

MOST = 100


@dataclass(frozen=True)
class ChangeLine:
    """One change. `who` is None for an account that was removed; `before` for a row that was new.

    `origin`: who wrote the row last, or that it was taken away (catalogue/files/origins.py).
    """

    version: int
    key: Key
    kind: str
    moment: datetime
    who: str | None
    before: Mapping[str, str] | None
    after: Mapping[str, str]
    origin: str


def changes_of_row(session: Session, key: Key) -> Sequence[ChangeLine]:
    """What was done to one row."""
    here = CatalogueChange.file == key[0], CatalogueChange.key == key[1]
    return _lines(session, _CHANGES.where(*here).limit(MOST))


def changes_in(
    session: Session, regions: Collection[str], before: int | None = None, most: int = MOST
) -> Sequence[ChangeLine]:
    """What was done in these regions; before this version, when one is given."""
    wanted = _CHANGES.where(CatalogueChange.region_id.in_(sorted(regions))).limit(most)
    if before is not None:
        wanted = wanted.where(CatalogueChange.version < before)
    return _lines(session, wanted)


def row_as_stored(session: Session, at: CatalogueAt, table: Table, key: str) -> StoredRow | None:
    """A row as a change would find it, also where nothing was loaded yet."""
    if at.version is not None:
        return stored_row(session, (table.file, key))
    rows = at.catalogue.rows[table.file]
    found = next((row for row in rows if key_of(table, row) == key), None)
    return None if found is None else StoredRow(0, table.write(found), SEED)


def rows_as_stored(
    session: Session, at: CatalogueAt, rows: Iterable[RegionRow]
) -> dict[Key, StoredRow]:
    """The same of several rows, by their keys; in one query."""
    if at.version is None:
        return {
            (each.table.file, each.key): StoredRow(0, each.table.write(each.row), SEED)
            for each in rows
        }
    return some_rows(session, [(each.table.file, each.key) for each in rows])


_CHANGES: Select[*tuple[Any, ...]] = (
    select(CatalogueChange, Staff.email)
    .outerjoin(Staff, Staff.id == CatalogueChange.staff_id)
    .order_by(CatalogueChange.version.desc(), CatalogueChange.file, CatalogueChange.key)
)


def _lines(session: Session, query: Select[*tuple[Any, ...]]) -> Sequence[ChangeLine]:
    return [
        ChangeLine(
            version=change.version,
            key=(change.file, change.key),
            kind=change.kind,
            moment=change.moment,
            who=email,
            before=change.cells_before,
            after=change.cells_after,
            origin=change.origin_after,
        )
        for change, email in session.execute(query)
    ]
