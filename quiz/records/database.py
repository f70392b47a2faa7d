"""The one door to the database: short reading and writing transactions on SQLite or PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    import psycopg

BUSY_TIMEOUT_MS = 15_000
CONNECT_SECONDS = 5
WRITE = {"quiz_write": True}


class Database:
    """Opens sessions. A reading session never commits; a writing one commits once, or not at all.

    On SQLite a writing transaction takes its lock at once (BEGIN IMMEDIATE): two pupils who
    press at the same instant wait for each other instead of failing half-way.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(self.url)

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is in use."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def connected(self, *, to_write: bool = False) -> Iterator[Connection]:
        """The same without a session of the ORM, for what every pupil does at every page."""
        with self.engine.connect() as connection:
            if to_write:
                connection.execution_options(**WRITE)
            yield connection
            if to_write:
                connection.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for looking only."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are committed together when the block ends well."""
        with Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options=WRITE)
            yield session
            session.commit()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _sqlite_engine(url: str) -> Engine:
    """WAL and FULL: readers never wait, and what we acknowledged survives a power cut."""
    Path(make_url(url).database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _postgresql_engine(url: URL) -> Engine:
    """Waiting ends here too: for a server that does not answer, and for a lock that is held."""
    arguments = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS}
    engine = create_engine(url, pool_size=20, connect_args=arguments)
    event.listen(engine, "connect", _limit_waiting)
    return engine


def _limit_waiting(connection: "psycopg.Connection", _record: Any) -> None:
    connection.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}".encode())
    connection.commit()


def _begin(connection: Connection) -> None:
    """Begin; only the one who writes may find the file locked, and hears it as our errors do."""
    if connection.get_execution_options().get("quiz_write", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.connection.cursor().execute("BEGIN")
