"""Writes changes of single rows of the catalogue, each with what the row was before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def write_changes(session: Session, changes: Sequence[Change], author: Author) -> None:
    """Write rows of one file, and each change beside it; all of them in three statements."""
    added = [_row(change, author) for change in changes if change.before is None]
    changed = [_row(change, author) for change in changes if change.before is not None]
    if added:
        last = _last_position(session, changes[0].key[0])
        numbered = [{**row, "position": last + n} for n, row in enumerate(added, 1)]
        session.execute(insert(CatalogueRow), numbered)
    if changed:
        session.execute(update(CatalogueRow), changed)
    if changes:
        session.execute(insert(CatalogueChange), [_told(change, author) for change in changes])


def _row(change: Change, author: Author) -> dict[str, Any]:
    return {
        **_named(change),
        "cells": dict(change.cells),
        "origin": change.origin,
        "changed_at": author.moment,
    }


def _told(change: Change, author: Author) -> dict[str, Any]:
    before = change.before
    return {
        **_named(change),
        "version": author.version,
        "region_id": change.region,
        "kind": change.kind,
        "moment": author.moment,
        "staff_id": author.staff_id,
        "cells_before": None if before is None else dict(before.cells),
        "origin_before": None if before is None else before.origin,
        "cells_after": dict(change.cells),
        "origin_after": change.origin,
    }


def _named(change: Change) -> dict[str, Any]:
    return {"file": change.key[0], "key": change.key[1]}


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
