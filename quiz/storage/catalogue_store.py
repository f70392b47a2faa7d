"""Puts a catalogue into the database and gets it out again: all of it, or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, tuple_, update
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.origins import GONE, IMPORTED, LAPSED, OURS, SEED
from quiz.domain.catalogue.files.stored import cells_of
from quiz.storage.catalogue_rows import (
    KEY,
    Cells,
    Key,
    StoredRow,
    catalogue_of,
    count_on,
    live_cells,
    stored_rows,
    stored_version,
)
from quiz.storage.tables.catalogue import CatalogueRow

__all__ = ["Loaded", "load_seed", "read_catalogue", "stored_version"]


@dataclass(frozen=True)
class Loaded:
    """What a load did, in numbers of rows.

    `kept`: rows that the files would change or bring back, but about which somebody here, or a
    newer file of DUO, decided otherwise. `unlisted`: rows of an earlier load that the files no
    longer hold; `removed` counts those that were taken away.
    """

    added: int
    changed: int
    kept: int
    unlisted: int
    removed: int


@dataclass(frozen=True)
class _Wanted:
    """A row as the files have it."""

    position: int
    cells: Cells


def read_catalogue(session: Session) -> Catalogue:
    """The stored catalogue, checked again. Raises CatalogueError."""
    return catalogue_of(live_cells(stored_rows(session)))


def load_seed(
    session: Session, catalogue: Catalogue, now: datetime, *, remove: bool = False
) -> Loaded:
    """Add and update the rows of a checked catalogue; a row that was edited here stays as it is.

    Rows that the files no longer hold stay too, unless `remove`; edited ones always do. The outcome
    is checked as a whole: raises CatalogueError, and then the session must not be committed.
    """
    before, wanted = stored_rows(session), _wanted(catalogue)
    merged = _Merge(before, wanted)
    gone = merged.unlisted if remove else []
    catalogue_of(merged.outcome(gone))
    _write(session, merged, gone, now)
    done = Loaded(
        added=len(merged.added),
        changed=len(merged.changed),
        kept=len(merged.kept),
        unlisted=len(merged.unlisted) - len(gone),
        removed=len(gone),
    )
    if done.added or merged.moved or done.removed:
        count_on(session)
    return done


class _Merge:
    """Which rows a load adds, changes, leaves and no longer lists."""

    def __init__(self, before: Mapping[Key, StoredRow], wanted: Mapping[Key, _Wanted]) -> None:
        self.before, self.wanted = before, wanted
        self.added = [key for key in wanted if key not in before]
        ours = {
            key for key, row in before.items() if key in wanted and _is_ours(row, wanted[key].cells)
        }
        self.moved = [
            key
            for key, row in wanted.items()
            if key in before
            and key not in ours
            and (row.cells, row.position, SEED)
            != (before[key].cells, before[key].position, before[key].origin)
        ]
        self.changed = [
            key
            for key in self.moved
            if wanted[key].cells != before[key].cells or before[key].origin in GONE
        ]
        self.kept = [
            key
            for key in wanted
            if key in ours
            and (wanted[key].cells != before[key].cells or before[key].origin in GONE)
        ]
        self._ours = ours
        self.unlisted = [
            key for key, row in before.items() if key not in wanted and row.origin == SEED
        ]

    def outcome(self, gone: Iterable[Key]) -> dict[Key, Cells]:
        """The cells of every row that is in use afterwards, in the order of the files."""
        taken = set(gone)
        rows: dict[Key, Cells] = {}
        for key in {**self.before, **self.wanted}:
            if key in self.wanted and key not in self._ours:
                rows[key] = self.wanted[key].cells
            elif key not in taken and self.before[key].origin not in GONE:
                rows[key] = self.before[key].cells
        return rows


def _is_ours(row: StoredRow, wanted: Cells) -> bool:
    """Whether a row stays as it is: decided here, or checked elsewhere as late as in the files.

    Elsewhere: in DUO's files, or by somebody here who said that it is still right.
    """
    if row.origin in {IMPORTED, LAPSED}:
        return wanted.get("checked_on", "") <= row.cells.get("checked_on", "")
    return row.origin in OURS or _is_checked_later(row.cells, wanted)


def _is_checked_later(cells: Cells, wanted: Cells) -> bool:
    later = cells.get("checked_on", "") > wanted.get("checked_on", "")
    return later and {**cells, "checked_on": ""} == {**wanted, "checked_on": ""}


def _write(session: Session, merged: _Merge, gone: Iterable[Key], now: datetime) -> None:
    if merged.added:
        rows = (_values(key, merged.wanted[key], now) for key in merged.added)
        session.execute(insert(CatalogueRow), list(rows))
    if merged.moved:
        session.execute(
            update(CatalogueRow), [_values(key, merged.wanted[key], now) for key in merged.moved]
        )
    for key in gone:
        session.execute(delete(CatalogueRow).where(tuple_(*KEY) == key))


def _values(key: Key, row: _Wanted, now: datetime) -> dict[str, Any]:
    file, name = key
    return {
        "file": file,
        "key": name,
        "position": row.position,
        "cells": dict(row.cells),
        "origin": SEED,
        "changed_at": now,
    }


def _wanted(catalogue: Catalogue) -> dict[Key, _Wanted]:
    return {
        (file, key): _Wanted(position, cells)
        for file, rows in cells_of(catalogue).items()
        for position, (key, cells) in enumerate(rows.items(), 1)
    }
