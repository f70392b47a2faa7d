"""What commands ask about the database before they use it."""

from pathlib import Path
from typing import TYPE_CHECKING

LOAD_FIRST = "De catalogus staat nog niet in de database: doe eerst `quiz catalogue load`."

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quiz.domain.catalogue.catalogue import Catalogue
    from quiz.storage.database import Database


def is_migrated(database: "Database") -> bool:
    """Whether the database stands at the newest schema; a file that is not there stays away."""
    from quiz.storage.migrations.run import current_revision, newest_revision

    if database.is_sqlite and not Path(database.url.database or "").is_file():
        return False
    return current_revision(database) == newest_revision()


def catalogue_of(session: "Session") -> "Catalogue":
    """The catalogue in this database, else the one that comes with the program."""
    from quiz.domain.catalogue.files.load import load_catalogue
    from quiz.storage.catalogue_store import read_catalogue, stored_version

    return load_catalogue() if stored_version(session) is None else read_catalogue(session)
