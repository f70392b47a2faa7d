"""A small stored catalogue, its coordinators, and rows of it as somebody sees them."""

from datetime import UTC, datetime
from pathlib import Path

from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.storage.catalogue_rows import CatalogueAt, Key, StoredRow, stored_row
from quiz.storage.catalogue_store import load_seed, read_catalogue, stored_version
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import Shown
from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import coordinator
from tests.domain.catalogue.small import Files, small_files, write_files

BOUWER: Key = ("companies.csv", "bouwer")
VAK: Key = ("institutions.csv", "vak")
ZEE: Key = ("institutions.csv", "zee")
LANDELIJK: Key = ("events.csv", "landelijk")
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def load_small(services: Services, folder: Path, files: Files | None = None) -> None:
    """Put the small catalogue (or a changed one) into the database, as a new version would."""
    write_files(folder, files or small_files())
    with services.database.writing() as session:
        load_seed(session, load_catalogue(folder), NOW)


def of_gelderland(services: Services, name: str = "regio") -> Staff:
    """A coordinator of Gelderland, where the town of `bouwer` lies."""
    return coordinator(services, "gelderland", name=name)


def now(services: Services) -> CatalogueAt:
    """The catalogue as it is stored."""
    with services.database.reading() as session:
        version = stored_version(session)
        return CatalogueAt(version, read_catalogue(session))


def row(services: Services, key: Key) -> StoredRow:
    """A row as it is stored."""
    with services.database.reading() as session:
        found = stored_row(session, key)
    assert found is not None
    return found


def seen(services: Services, key: Key) -> Shown:
    """A row as somebody sees it now."""
    found = row(services, key)
    return Shown(key, digest_of(found.cells, found.origin))
