"""Bring the database to a revision, and tell whether it is there."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from quiz.paths import MIGRATIONS
from quiz.records import Database
from quiz.records.database import WRITE


class UnknownRevision(ValueError):
    """The database stands at a revision that this version does not have."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(database: Database, revision: str = "head") -> None:
    """Migrate forwards in one transaction; a failure leaves the schema as it was.

    Raises UnknownRevision when the database was made by a newer version of this program.
    """
    config = _config()
    with database.engine.connect().execution_options(**WRITE) as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, revision)
        except CommandError as problem:
            raise UnknownRevision(
                f"the database is of a newer version than this program ({problem}): update it"
            ) from problem
        connection.commit()


def downgrade(database: Database, revision: str) -> None:
    """Migrate back to a revision ("base" removes everything)."""
    config = _config()
    with database.engine.connect().execution_options(**WRITE) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
        connection.commit()


def newest_revision() -> str | None:
    """The revision that this version of the code expects."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def current_revision(database: Database) -> str | None:
    """The revision the database stands at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
