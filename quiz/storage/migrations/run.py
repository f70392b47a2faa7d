"""Bring the database to a revision, and tell whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from quiz.config.paths import MIGRATIONS
from quiz.storage.database import Database
from quiz.storage.embedded import WRITE


class BrokenReferences(ValueError):
    """After a migration rows point at rows that do not exist."""


class UnknownRevision(ValueError):
    """The database stands at a revision that this version does not have."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def migrating(database: Database) -> Iterator[Connection]:
    """A connection whose changes are committed together when the block ends well.

    SQLite changes a table by copying it and dropping the old one; with foreign keys on, dropping
    a class would erase its attempts. So they are off meanwhile, and checked before the commit.
    """
    with database.engine.connect().execution_options(**WRITE) as connection:
        _switch_references(connection, on=False)
        try:
            broken_before = _broken_references(connection)
            yield connection
            if _broken_references(connection) > broken_before:
                raise BrokenReferences("the migration would break references: nothing is changed")
            connection.commit()
        finally:
            connection.rollback()
            _switch_references(connection, on=True)


def _switch_references(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys; only possible outside a transaction."""
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
        cursor.close()


def _broken_references(connection: Connection) -> int:
    """How many rows point at nothing; PostgreSQL never lets them in."""
    if connection.dialect.name != "sqlite":
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def migrate_over(connection: Connection, revision: str) -> None:
    """Make the tables of a revision in a transaction of somebody else, who commits."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def upgrade(database: Database, revision: str = "head") -> None:
    """Migrate forwards in one transaction; a failure leaves the schema as it was.

    Raises UnknownRevision when the database was made by a newer version of this program.
    """
    config = _config()
    with migrating(database) as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, revision)
        except CommandError as problem:
            raise UnknownRevision(
                f"the database is of a newer version than this program ({problem}): update it"
            ) from problem


def downgrade(database: Database, revision: str) -> None:
    """Migrate back to a revision ("base" removes everything)."""
    config = _config()
    with migrating(database) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def newest_revision() -> str | None:
    """The revision that this version of the code expects."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def is_known_revision(revision: str) -> bool:
    """Whether this version of the code has that revision, so that it can migrate on from it."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(revision) is not None
    except CommandError:
        return False


def current_revision(database: Database) -> str | None:
    """The revision the database stands at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
