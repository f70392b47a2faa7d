"""The stored rows of the catalogue and its version: what loading and importing share."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select, tuple_, update
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.origins import GONE
from quiz.domain.catalogue.files.stored import catalogue_of_cells
from quiz.storage.tables.catalogue import CatalogueRow, CatalogueVersion

Key = tuple[str, str]
Cells = Mapping[str, str]
KEY = (CatalogueRow.file, CatalogueRow.key)

_VERSION = select(CatalogueVersion.number)


@dataclass(frozen=True)
class StoredRow:
    """A row as it stands in the database, or the mark of one that was taken away."""

    position: int
    cells: Cells
    origin: str


@dataclass(frozen=True)
class CatalogueAt:
    """A catalogue and the version at which it was read; None: from the files of this product."""

    version: int | None
    catalogue: Catalogue


def stored_version(session: Session) -> int | None:
    """The number of the stored catalogue; None as long as none was loaded."""
    found: int | None = session.connection().scalar(_VERSION)
    return found


def count_on(session: Session) -> None:
    """Tell every process that reads the catalogue that it changed."""
    number = stored_version(session)
    if number is None:
        session.execute(insert(CatalogueVersion).values(id=1, number=1))
    else:
        session.execute(update(CatalogueVersion).values(number=number + 1))


def locked_version(session: Session) -> int | None:
    """The version, held until the end of the transaction; SQLite holds everything anyway."""
    return session.scalar(select(CatalogueVersion.number).with_for_update())


def stored_row(session: Session, key: Key) -> StoredRow | None:
    """One row, or the mark of one."""
    row = session.get(CatalogueRow, key)
    return None if row is None else StoredRow(row.position, row.cells, row.origin)


def some_rows(session: Session, keys: Collection[Key]) -> dict[Key, StoredRow]:
    """The rows with these keys that there are, marks too."""
    query = select(*KEY, CatalogueRow.position, CatalogueRow.cells, CatalogueRow.origin)
    rows = session.execute(query.where(tuple_(*KEY).in_(sorted(keys))))
    return {(row.file, row.key): StoredRow(row.position, row.cells, row.origin) for row in rows}


def stored_rows(session: Session) -> dict[Key, StoredRow]:
    """All rows, in the order of the files; marks too."""
    query = select(*KEY, CatalogueRow.position, CatalogueRow.cells, CatalogueRow.origin)
    rows = session.execute(query.order_by(CatalogueRow.position, *KEY))
    return {(row.file, row.key): StoredRow(row.position, row.cells, row.origin) for row in rows}


def live_cells(rows: Mapping[Key, StoredRow]) -> dict[Key, Cells]:
    """The cells of the rows that are in use."""
    return {key: row.cells for key, row in rows.items() if row.origin not in GONE}


def catalogue_of(rows: Mapping[Key, Cells]) -> Catalogue:
    """The catalogue of these rows, checked. Raises CatalogueError."""
    files: dict[str, list[Cells]] = defaultdict(list)
    for (file, _), cells in rows.items():
        files[file].append(cells)
    return catalogue_of_cells(files)
