"""Puts a catalogue into the database and gets it out again: all of it, or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.stored import catalogue_of_cells, cells_of
from quiz.storage.tables.catalogue import EDITED, SEED, CatalogueRow, CatalogueVersion

Key = tuple[str, str]
Cells = Mapping[str, str]
_KEY = (CatalogueRow.file, CatalogueRow.key)


@dataclass(frozen=True)
class Loaded:
    """What a load did, in numbers of rows.

    `kept`: rows that the files would change, but that were edited here. `unlisted`: rows of an
    earlier load that the files no longer hold; `removed` counts those that were taken away.
    """

    added: int
    changed: int
    kept: int
    unlisted: int
    removed: int


@dataclass(frozen=True)
class _Stored:
    """A row as it stands in the database."""

    position: int
    cells: Cells
    origin: str


@dataclass(frozen=True)
class _Wanted:
    """A row as the files have it."""

    position: int
    cells: Cells


def stored_version(session: Session) -> int | None:
    """The number of the stored catalogue; None as long as none was loaded."""
    return session.scalar(select(CatalogueVersion.number))


def read_catalogue(session: Session) -> Catalogue:
    """The stored catalogue, checked again. Raises CatalogueError."""
    return _catalogue({key: row.cells for key, row in _stored(session).items()})


def load_seed(
    session: Session, catalogue: Catalogue, now: datetime, *, remove: bool = False
) -> Loaded:
    """Add and update the rows of a checked catalogue; a row that was edited here stays as it is.

    Rows that the files no longer hold stay too, unless `remove`; edited ones always do. The outcome
    is checked as a whole: raises CatalogueError, and then the session must not be committed.
    """
    before, wanted = _stored(session), _wanted(catalogue)
    merged = _Merge(before, wanted)
    gone = merged.unlisted if remove else []
    outcome = {key: row.cells for key, row in (before | wanted).items() if key not in set(gone)}
    outcome |= {key: before[key].cells for key in merged.kept}
    _catalogue(outcome)
    _write(session, merged, gone, now)
    done = Loaded(
        added=len(merged.added),
        changed=len(merged.changed),
        kept=len(merged.kept),
        unlisted=len(merged.unlisted) - len(gone),
        removed=len(gone),
    )
    if done.added or merged.moved or done.removed:
        _count_on(session)
    return done


class _Merge:
    """Which rows a load adds, changes, leaves and no longer lists."""

    def __init__(self, before: Mapping[Key, _Stored], wanted: Mapping[Key, _Wanted]) -> None:
        self.wanted = wanted
        self.added = [key for key in wanted if key not in before]
        edited = {key for key, row in before.items() if row.origin == EDITED}
        self.moved = [
            key
            for key, row in wanted.items()
            if key in before
            and key not in edited
            and (row.cells, row.position) != (before[key].cells, before[key].position)
        ]
        self.changed = [key for key in self.moved if wanted[key].cells != before[key].cells]
        self.kept = [
            key for key in wanted if key in edited and wanted[key].cells != before[key].cells
        ]
        self.unlisted = [key for key in before if key not in wanted and key not in edited]


def _write(session: Session, merged: _Merge, gone: Iterable[Key], now: datetime) -> None:
    if merged.added:
        rows = (_values(key, merged.wanted[key], now) for key in merged.added)
        session.execute(insert(CatalogueRow), [{**row, "origin": SEED} for row in rows])
    if merged.moved:
        session.execute(
            update(CatalogueRow), [_values(key, merged.wanted[key], now) for key in merged.moved]
        )
    for key in gone:
        session.execute(delete(CatalogueRow).where(tuple_(*_KEY) == key))


def _values(key: Key, row: _Wanted, now: datetime) -> dict[str, Any]:
    file, name = key
    return {
        "file": file,
        "key": name,
        "position": row.position,
        "cells": dict(row.cells),
        "changed_at": now,
    }


def _count_on(session: Session) -> None:
    """Tell every process that reads the catalogue that it changed."""
    number = stored_version(session)
    if number is None:
        session.execute(insert(CatalogueVersion).values(id=1, number=1))
    else:
        session.execute(update(CatalogueVersion).values(number=number + 1))


def _stored(session: Session) -> dict[Key, _Stored]:
    """All rows, in the order of the files."""
    query = select(*_KEY, CatalogueRow.position, CatalogueRow.cells, CatalogueRow.origin)
    rows = session.execute(query.order_by(CatalogueRow.position, *_KEY))
    return {(row.file, row.key): _Stored(row.position, row.cells, row.origin) for row in rows}


def _wanted(catalogue: Catalogue) -> dict[Key, _Wanted]:
    return {
        (file, key): _Wanted(position, cells)
        for file, rows in cells_of(catalogue).items()
        for position, (key, cells) in enumerate(rows.items(), 1)
    }


def _catalogue(rows: Mapping[Key, Cells]) -> Catalogue:
    files: dict[str, list[Cells]] = defaultdict(list)
    for (file, _), cells in rows.items():
        files[file].append(cells)
    return catalogue_of_cells(files)
