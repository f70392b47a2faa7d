"""Writes what a preview of files from DUO shows: all of it, or nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from quiz.config import school_time
from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.standing import Standing, Stored
from quiz.domain.catalogue.files.origins import IMPORTED, LAPSED
from quiz.storage.catalogue_rows import (
    Cells,
    Key,
    StoredRow,
    catalogue_of,
    count_on,
    live_cells,
    locked_version,
    stored_rows,
)
from quiz.storage.tables.catalogue import CatalogueRow, CatalogueVersion


class CatalogueMoved(Exception):
    """The catalogue changed after the preview was made; nothing was written."""


@dataclass(frozen=True)
class Taken:
    """The stored catalogue as it was when a preview was made of it."""

    version: int
    rows: Mapping[Key, StoredRow]
    standing: Standing


def take(session: Session) -> Taken | None:
    """The stored catalogue, to compare with; None as long as none was loaded.

    The version is read first, so that a change meanwhile is noticed. Raises CatalogueError.
    """
    version = session.scalar(select(CatalogueVersion.number))
    if version is None:
        return None
    rows = stored_rows(session)
    stored = {key: Stored(row.cells, row.origin) for key, row in rows.items()}
    return Taken(version, rows, Standing(catalogue_of(live_cells(rows)), stored))


def outcome(taken: Taken, preview: Preview, *, remove: bool) -> dict[Key, Cells]:
    """The cells of every row in use after the import."""
    gone = set(preview.gone) if remove else set()
    kept = {key: cells for key, cells in live_cells(taken.rows).items() if key not in gone}
    return kept | dict(preview.rows)


def apply_import(
    session: Session, taken: Taken, preview: Preview, now: datetime, *, remove: bool
) -> None:
    """Write a preview whose outcome was checked with `outcome`.

    Raises CatalogueMoved when the catalogue is no longer what the preview was made of.
    """
    if locked_version(session) != taken.version:
        raise CatalogueMoved
    gone = preview.gone if remove else ()
    if not (preview.rows or gone):
        return
    last = _last_positions(session)
    added, updated = [], []
    for key, cells in preview.rows.items():
        values = {"cells": dict(cells), "origin": IMPORTED, "changed_at": now}
        if key in taken.rows:
            updated.append({**_named(key), **values, "position": taken.rows[key].position})
        else:
            last[key[0]] += 1
            added.append({**_named(key), **values, "position": last[key[0]]})
    updated += [_lapsed(key, taken.rows[key], now) for key in gone]
    if added:
        session.execute(insert(CatalogueRow), added)
    if updated:
        session.execute(update(CatalogueRow), updated)
    count_on(session)


def _last_positions(session: Session) -> Counter[str]:
    query = select(CatalogueRow.file, func.max(CatalogueRow.position)).group_by(CatalogueRow.file)
    return Counter({row[0]: row[1] for row in session.execute(query)})


def _named(key: Key) -> dict[str, Any]:
    return {"file": key[0], "key": key[1]}


def _lapsed(key: Key, row: StoredRow, now: datetime) -> dict[str, Any]:
    """The mark of a row that is no longer in the files of DUO, with the day that they were read."""
    cells = {**row.cells, "checked_on": school_time.day_of(now).isoformat()}
    return {
        **_named(key),
        "position": row.position,
        "cells": cells,
        "origin": LAPSED,
        "changed_at": now,
    }
