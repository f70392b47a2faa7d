"""The catalogue that this process shows: as stored, read again when its version changes."""

from dataclasses import dataclass
from threading import Lock

from sqlalchemy.exc import SQLAlchemyError

from quiz.catalogue import Catalogue, CatalogueError, load_catalogue
from quiz.records import Database
from quiz.records.catalogue_store import read_catalogue, stored_version
from quiz.web.logs import log

Version = int | None


@dataclass(frozen=True)
class _Read:
    """A catalogue and the version it was read at; None: from the files of this product."""

    version: Version
    catalogue: Catalogue


class LiveCatalogue:
    """Reads the stored catalogue, or the files of this product as long as none was loaded.

    Asking whether it changed is one look at one row. When a new version cannot be used, that is
    logged and what was read before stays in use; at the start it raises CatalogueError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        try:
            self._read = self._newest()
        except SQLAlchemyError:
            log.warning("no stored catalogue can be read yet, the files of this product are used")
            self._read = _Read(None, load_catalogue())
        self._seen = self._read.version

    @property
    def version(self) -> Version:
        """The version in use; None for the files of this product."""
        return self._read.version

    def current(self) -> Catalogue:
        """The catalogue of now; while the database does not answer, what was read last."""
        try:
            with self._database.reading() as session:
                version = stored_version(session)
            if version != self._seen:
                with self._lock:
                    self._renew(version)
        except SQLAlchemyError:
            log.warning("the version of the catalogue cannot be read, the last one stays in use")
        return self._read.catalogue

    def _renew(self, version: Version) -> None:
        """Read a new version, unless another thread just did."""
        if version == self._seen:
            return
        try:
            self._read = self._newest()
            self._seen = self._read.version
        except CatalogueError as problem:
            log.error("the stored catalogue is refused", why=str(problem.findings[0]))
            self._seen = version

    def _newest(self) -> _Read:
        """Read what is stored; the version first, so that a change meanwhile is seen next time."""
        with self._database.reading() as session:
            version = stored_version(session)
            found = load_catalogue() if version is None else read_catalogue(session)
        return _Read(version, found)
