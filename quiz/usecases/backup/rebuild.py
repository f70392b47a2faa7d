"""A database built anew: tables that our migrations make, and of a backup nothing but its rows.

Whatever a backup says about tables, rules and commands is not looked at, so none of it is run.
Everything happens in one transaction: nobody ever sees the rows while what was open then is open.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Protocol, TypeVar

from sqlalchemy import Connection, MetaData, Table, inspect, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from quiz.storage.database import Database
from quiz.storage.faults import FULL, LOCKED, READ_ONLY, trouble_of
from quiz.storage.migrations.run import migrate_over, migrating, newest_revision
from quiz.storage.tables.wrong_count import WrongCount
from quiz.usecases.backup.archive import BackupError, foreign_to_us
from quiz.usecases.backup.ending import end_what_was_open
from quiz.usecases.backup.fitting import require_fitting

Found = TypeVar("Found")
_NOT_THE_BACKUP = {
    FULL: "the disk is full; make room and do it again",
    LOCKED: "the database is in use; stop the quiz and do it again",
    READ_ONLY: "the database is read-only; use the one that is written to",
}
# Made by migrations, and what is of the moment only: of whom something was typed wrong just now.
NEVER_TAKEN_ALONG = {"alembic_version", WrongCount.__tablename__}


class Rows(Protocol):
    """The rows of a copied database."""

    def tables(self) -> Collection[str]:
        """The names of its tables."""

    def fill(self, connection: Connection, table: Table) -> None:
        """Bring its rows into a table of ours. Raises BackupError when its columns are others."""


def rebuild(database: Database, rows: Rows, revision: str) -> None:
    """Replace all tables by those of `revision` with these rows, as the newest schema has them.

    Everybody's sessions and open links are over. It is committed as a whole, at the end.
    """
    with migrating(database) as connection:
        _drop_everything(connection)
        _build(connection, rows, revision)


def rebuild_unseen(
    database: Database, rows: Rows, revision: str, look: Callable[[Connection], Found]
) -> Found:
    """The same on PostgreSQL, in a schema of its own, to `look` at; then all of it is undone.

    It is one transaction that never ends well: nobody else ever sees it, nor does a backup that
    is made meanwhile, and when we are killed nothing is left. Raises BackupError.
    """
    schema = f"quiz_rehearsal_{token_hex(8)}"
    with database.engine.connect() as connection:
        try:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        except ProgrammingError as problem:
            raise BackupError(
                "this account may make no schema to rehearse in: let it own its database, or set "
                "DATABASE_URL to an empty one and run `quiz restore FILE`"
            ) from problem
        connection.execute(text(f"SET LOCAL search_path TO {schema}"))
        _build(connection, rows, revision)
        found = look(connection)
        connection.rollback()
    return found


def _build(connection: Connection, rows: Rows, revision: str) -> None:
    migrate_over(connection, revision)
    for table in _tables(connection, rows.tables()):
        rows.fill(connection, table)
        require_fitting(connection, table)
    migrate_over(connection, newest_revision() or revision)
    end_what_was_open(connection)


@contextmanager
def refusals() -> Iterator[None]:
    """One line for whatever goes wrong with what somebody put into a backup.

    Databases, and Python, tell which value they do not like; that may be anything of anybody. So
    the line has the kind of error only.
    """
    try:
        yield
    except (BackupError, OSError):
        raise
    except Exception as problem:
        cause = getattr(problem, "orig", None) or problem
        kind = getattr(cause, "sqlite_errorname", None) or type(cause).__name__
        trouble = trouble_of(DBAPIError(None, None, cause))
        reason = _NOT_THE_BACKUP.get(
            trouble or "", f"the database refused this backup ({kind}); use another one"
        )
        raise BackupError(f"nothing is changed: {reason}") from problem


def _drop_everything(connection: Connection) -> None:
    """Also the tables of a newer version."""
    quote = connection.dialect.identifier_preparer.quote
    for name in inspect(connection).get_table_names():
        connection.execute(text(f"DROP TABLE {quote(name)} CASCADE"))


def _tables(connection: Connection, theirs: Collection[str]) -> list[Table]:
    """The tables as they are now, those that others point at first. A backup has the same ones."""
    found = MetaData()
    found.reflect(connection)
    if foreign := (set(found.tables) ^ set(theirs)) - NEVER_TAKEN_ALONG:
        raise foreign_to_us("tables", foreign)
    return [table for table in found.sorted_tables if table.name not in NEVER_TAKEN_ALONG]
