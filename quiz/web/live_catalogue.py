"""The catalogue that this process shows: as stored, read again when its version changes."""

from threading import Lock

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.storage.catalogue_renewal import renewed
from quiz.storage.catalogue_rows import CatalogueAt
from quiz.storage.catalogue_store import read_catalogue, stored_version
from quiz.storage.database import Database
from quiz.web.logs import log

Version = int | None


class LiveCatalogue:
    """Reads the stored catalogue, or the files of this product as long as none was loaded.

    Asking whether it changed is one look at one row. When a new version cannot be used, that is
    logged and what was read before stays in use; at the start, the files of this product. They
    are checked before anything is served: raises CatalogueError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._read: CatalogueAt | None = None
        self._seen: Version = None
        self._refused: Version = None
        with database.reading() as session:
            self.current(session)

    @property
    def version(self) -> Version:
        """The version in use; None for the files of this product."""
        return self._shown().version

    @property
    def refused(self) -> Version:
        """A newer version that is stored but cannot be used; None when all is well."""
        return self._refused

    def current(self, session: Session) -> Catalogue:
        """The catalogue of now; while the database does not answer, what was read last."""
        return self.at(session).catalogue

    def at(self, session: Session) -> CatalogueAt:
        """The same with the version at which it was read, for who wants to change it."""
        try:
            version = stored_version(session)
            if version != self._seen:
                with self._lock:
                    self._renew(version)
        except SQLAlchemyError:
            session.close()  # it cannot go on; who reads next begins anew
            log.warning("no stored catalogue can be read now, the last one stays in use")
        return self._shown()

    def _shown(self) -> CatalogueAt:
        """What was read last; the files of this product as long as nothing was."""
        if self._read is None:
            self._read = CatalogueAt(None, load_catalogue())
        return self._read

    def _renew(self, version: Version) -> None:
        """Read a new version, unless another thread just did."""
        if version == self._seen:
            return
        try:
            newest = self._newest()
            self._read, self._seen, self._refused = newest, newest.version, None
        except (ValueError, TypeError, AttributeError) as problem:  # a row that is no row of ours
            log.error("the stored catalogue is refused", why=_why(problem))
            self._seen = self._refused = version

    def _newest(self) -> CatalogueAt:
        """Read what is stored; the version first, so that a change meanwhile is seen next time.

        Where only some rows changed since, those alone: a pupil may be waiting.
        """
        with self._database.reading() as session:
            version = stored_version(session)
            if version is None:
                return CatalogueAt(None, load_catalogue())
            some = None if self._read is None else renewed(session, self._read, version)
            return CatalogueAt(version, some or read_catalogue(session))


def _why(problem: Exception) -> str:
    """The first finding; of what nobody foresaw the kind, for its words may hold anything."""
    if isinstance(problem, CatalogueError):
        return str(problem.findings[0])
    return f"a row cannot be read ({type(problem).__name__})"
