"""Writes changes of single rows of the catalogue, each with what the row was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.catalogue_rows import Cells, Key, StoredRow
from quiz.storage.tables.catalogue import CatalogueChange, CatalogueRow


@dataclass(frozen=True)
class Author:
    """Who changes, when, and the version of the catalogue that it makes."""

    staff_id: int
    moment: datetime
    version: int


@dataclass(frozen=True)
class Change:
    """A row as it becomes; `before` is None where there was none. `kind`: one of CHANGES."""

    key: Key
    kind: str
    region: str
    before: StoredRow | None
    cells: Cells
    origin: str


def write_change(session: Session, change: Change, author: Author) -> None:
    """Write the row, and the change beside it."""
    before = change.before
    values = {"cells": dict(change.cells), "origin": change.origin, "changed_at": author.moment}
    named = {"file": change.key[0], "key": change.key[1]}
    if before is None:
        position = _last_position(session, change.key[0]) + 1
        session.execute(insert(CatalogueRow).values(**named, **values, position=position))
    else:
        here = CatalogueRow.file == change.key[0], CatalogueRow.key == change.key[1]
        session.execute(update(CatalogueRow).where(*here).values(**values))
    told = insert(CatalogueChange).values(
        **named,
        version=author.version,
        region_id=change.region,
        kind=change.kind,
        moment=author.moment,
        staff_id=author.staff_id,
        cells_before=None if before is None else dict(before.cells),
        origin_before=None if before is None else before.origin,
        cells_after=dict(change.cells),
        origin_after=change.origin,
    )
    session.execute(told)


def change_at(session: Session, version: int, key: Key) -> CatalogueChange | None:
    """What was done to a row at a version."""
    return session.get(CatalogueChange, (version, *key))


def marks_and_rows(session: Session, file: str) -> Mapping[str, str]:
    """The origin of every row of a file by its key, marks too."""
    query = select(CatalogueRow.key, CatalogueRow.origin).where(CatalogueRow.file == file)
    return {row.key: row.origin for row in session.execute(query)}


def _last_position(session: Session, file: str) -> int:
    last = select(func.max(CatalogueRow.position)).where(CatalogueRow.file == file)
    return session.scalar(last) or 0
