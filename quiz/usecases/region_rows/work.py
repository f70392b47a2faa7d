"""One transaction of a coordinator: the version is held, so that two at once come one by one."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.origins import GONE
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import Judge
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.domain.catalogue.upkeep.region_rows import region_of_cells
from quiz.storage.catalogue_changes import Author, Change, write_changes
from quiz.storage.catalogue_import import CatalogueMoved
from quiz.storage.catalogue_rows import (
    CatalogueAt,
    Key,
    StoredRow,
    count_on,
    locked_version,
    stored_row,
)
from quiz.storage.catalogue_store import load_seed
from quiz.usecases.region_rows.errors import NoRow, RowChanged
from quiz.usecases.services import Services
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.regions import SignedIn, regions_now


@dataclass
class Work:
    """What a change needs to know; `write` writes it down."""

    services: Services
    session: Session
    catalogue: Catalogue
    regions: frozenset[str]
    author: Author
    written: int = 0
    _judges: dict[str, Judge] = field(default_factory=dict)

    def judge(self, table: Table) -> Judge:
        """Who judges rows of this table."""
        if table.file not in self._judges:
            tags = self.services.bank.tags
            self._judges[table.file] = Judge(self.catalogue, table, tags, self.regions)
        return self._judges[table.file]

    def own_row(self, key: Key) -> StoredRow:
        """A row of the own regions, or the mark of one. Raises NoRow."""
        row = stored_row(self.session, key)
        if row is None or self.region(row.cells) not in self.regions:
            raise NoRow
        return row

    def same_row(self, key: Key, digest: str) -> StoredRow:
        """The same, when it is as it was shown and not taken away. Raises NoRow or RowChanged."""
        row = self.own_row(key)
        if row.origin in GONE or digest_of(row.cells, row.origin) != digest:
            raise RowChanged(row)
        return row

    def region(self, cells: Mapping[str, str]) -> str:
        """The region of a row; "" for what belongs to none."""
        return region_of_cells(self.catalogue, cells)

    def write(self, kind: str, key: Key, before: StoredRow | None, after: StoredRow) -> None:
        """Write one change."""
        self.write_all(kind, [(key, before, after)])

    def write_all(
        self, kind: str, changes: Iterable[tuple[Key, StoredRow | None, StoredRow]]
    ) -> None:
        """Write changes of rows of one file, each with what it was before."""
        every = [
            Change(key, kind, self.region(after.cells), before, after.cells, after.origin)
            for key, before, after in changes
        ]
        write_changes(self.session, every, self.author)
        self.written += len(every)


@contextmanager
def working(services: Services, staff: SignedIn, shown: CatalogueAt) -> Iterator[Work]:
    """Work on the catalogue as it was shown. Raises CatalogueMoved when there is a newer one.

    The first change of all puts the files of this product into the database.
    """
    with services.database.writing() as session:
        version = _version(services, session, shown)
        now = services.clock()
        author = Author(staff.id, now, version + 1)
        regions = regions_now(session, staff)
        work = Work(services, session, shown.catalogue, regions, author)
        yield work
        if work.written:
            count_on(session)
            record_action(session, staff, Action.CATALOGUE_CHANGED, "catalogue", author.version)


def _version(services: Services, session: Session, shown: CatalogueAt) -> int:
    version = locked_version(session)
    if version != shown.version:
        raise CatalogueMoved
    if version is not None:
        return version
    try:
        load_seed(session, shown.catalogue, services.clock())
    except IntegrityError:  # two began at the same moment, and the other was first
        raise CatalogueMoved from None
    return locked_version(session) or 1
