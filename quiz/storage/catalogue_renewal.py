"""Reads what coordinators changed in the catalogue since it was last read, and nothing more."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.origins import GONE
from quiz.domain.catalogue.upkeep.renewal import FileNow, renew
from quiz.storage.catalogue_rows import CatalogueAt, Key, StoredRow, some_rows
from quiz.storage.tables.catalogue import CatalogueChange, CatalogueRow

MOST = 500  # changes; of more it is quicker to read all


class _Change(NamedTuple):
    """A row that changed at a version; `is_new` where there was none, not even a mark."""

    version: int
    key: Key
    is_new: bool


def renewed(session: Session, before: CatalogueAt, version: int) -> Catalogue | None:
    """The catalogue at a version, from the one before; None where it is to be read whole.

    That is so when something else than a change by a coordinator lies between: a load, an import on
    the command line, a database that was put back.
    """
    changes = _changes(session, before.version, version)
    if changes is None:
        return None
    rows = some_rows(session, {change.key for change in changes})
    new = {change.key for change in changes if change.is_new}
    files = {file: _file_now(session, file, rows, new) for file in {file for file, _key in rows}}
    return renew(before.catalogue, files)


def _changes(session: Session, since: int | None, version: int) -> Sequence[_Change] | None:
    """All that changed; None where not every version tells what that was."""
    if since is None or version <= since:
        return None
    change = CatalogueChange
    query = select(change.version, change.file, change.key, change.origin_before)
    newer = session.execute(query.where(change.version > since).limit(MOST + 1))
    found = [_Change(row.version, (row.file, row.key), row.origin_before is None) for row in newer]
    told = {each.version for each in found}
    whole = len(found) <= MOST and told.issuperset(range(since + 1, version + 1))
    return found if whole else None


def _file_now(session: Session, file: str, rows: Mapping[Key, StoredRow], new: set[Key]) -> FileNow:
    here = {key: row for (of, key), row in rows.items() if of == file}
    in_order = sorted(here, key=lambda key: (here[key].position, key))
    return FileNow(
        changed={key: here[key].cells for key in in_order if here[key].origin not in GONE},
        gone={key for key in here if here[key].origin in GONE},
        last={key for of, key in new if of == file},
        order=partial(_order, session, file),
    )


def _order(session: Session, file: str) -> Sequence[str]:
    """The keys of all rows of a file that are in use, in their order."""
    live = CatalogueRow.file == file, CatalogueRow.origin.not_in(sorted(GONE))
    query = select(CatalogueRow.key).where(*live)
    return session.scalars(query.order_by(CatalogueRow.position, CatalogueRow.key)).all()
