"""What commands ask about the database before they use it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

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


def require_migrated(database: "Database") -> None:
    """Refuse a database of another version, which the command would not understand.

    Raises ClickException with what to do. A file that is not there stays away.
    """
    from quiz.storage.migrations.run import current_revision, is_known_revision, newest_revision

    file = Path(database.url.database or "")
    if database.is_sqlite and not file.is_file():
        raise click.ClickException(
            f"there is no database at {file}: `quiz db upgrade` makes one; or is another meant "
            "(DATABASE_URL, DATA_DIR)?"
        )
    revision = current_revision(database)
    if revision is not None and not is_known_revision(revision):
        raise click.ClickException(
            f"the database ({revision}) is of a newer version than this program: install that one"
        )
    if revision != newest_revision():
        raise click.ClickException("the database is not up to date: run `quiz db upgrade` first")


def catalogue_of(session: "Session") -> "Catalogue":
    """The catalogue in this database, else the one that comes with the program."""
    from quiz.domain.catalogue.files.load import load_catalogue
    from quiz.storage.catalogue_store import read_catalogue, stored_version

    return load_catalogue() if stored_version(session) is None else read_catalogue(session)
