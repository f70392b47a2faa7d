"""The one door to the database: short reading and writing transactions on SQLite or PostgreSQL."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quiz.records.troubles import READ_ONLY, trouble_of

if TYPE_CHECKING:
    import psycopg

BUSY_TIMEOUT_MS = 15_000
SHORT_TIMEOUT_MS = 500
CONNECT_SECONDS = 5
LEAST_ROOM = 100_000_000  # bytes: some tens of thousands of pupils
# A machine that vanished is noticed after some fifteen seconds, not after two hours.
NOTICING = {"keepalives_idle": 5, "keepalives_interval": 5, "tcp_user_timeout": BUSY_TIMEOUT_MS}
WRITE = {"quiz_write": True}
_IN_A_HURRY = {**WRITE, "quiz_hurry": True}
_WRITE_AGAIN = "UPDATE alembic_version SET version_num = version_num"  # what stands there already


class Database:
    """Opens sessions. A reading session never commits; a writing one commits once, or not at all.

    On SQLite a writing transaction takes its lock at once (BEGIN IMMEDIATE): two pupils who
    press at the same instant wait for each other instead of failing half-way. When somebody
    waited in vain, those behind wait half a second each until the lock is free again: a pupil's
    page waits in a row, and thirty times fifteen seconds would be a lesson.

    `trouble`: why the last writing failed (quiz.records.troubles); None when it went well.
    """

    def __init__(self, url: str) -> None:
        self.trouble: str | None = None
        self.url = make_url(url)
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(self.url)

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is in use."""
        return self.url.get_backend_name() == "sqlite"

    def is_nearly_full(self) -> bool:
        """Whether the disk of an SQLite file has little room left; PostgreSQL minds its own."""
        if not self.is_sqlite:
            return False
        folder = Path(self.url.database or "").parent
        return shutil.disk_usage(folder).free < LEAST_ROOM

    @contextmanager
    def connected(self, *, to_write: bool = False) -> Iterator[Connection]:
        """The same without a session of the ORM, for what every pupil does at every page."""
        if not to_write:
            with self.engine.connect() as connection:
                yield connection
            return
        with self._noting(), self.engine.connect() as connection:
            connection.execution_options(**self._how_to_write())
            yield connection
            connection.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for looking only."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are committed together when the block ends well."""
        with self._noting(), Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options=self._how_to_write())
            yield session
            session.commit()

    def try_to_write(self) -> str | None:
        """What keeps us from writing now; None when nothing does.

        Only asks for permission; but after a failure it writes, for a disk that is full still
        gives permission.
        """
        try:
            if self.trouble:
                with self.writing() as session:
                    session.connection().exec_driver_sql(_WRITE_AGAIN)
                return None
            connecting = self.engine.connect().execution_options(**_IN_A_HURRY)
            with connecting as connection, connection.begin():
                return None if self.is_sqlite or _is_writable(connection) else READ_ONLY
        except DBAPIError as error:
            return trouble_of(error)

    def _how_to_write(self) -> dict[str, bool]:
        return _IN_A_HURRY if self.trouble else WRITE

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            self.trouble = trouble_of(error)
            raise
        self.trouble = None

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
    wanted = {"connect_timeout": CONNECT_SECONDS, **NOTICING}
    arguments = {name: value for name, value in wanted.items() if name not in url.query}
    engine = create_engine(url, pool_size=20, connect_args=arguments)
    event.listen(engine, "connect", _limit_waiting)
    return engine


def _limit_waiting(connection: "psycopg.Connection", _record: Any) -> None:
    connection.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}".encode())
    connection.commit()


def _begin(connection: Connection) -> None:
    """Begin; only the one who writes may find the file locked, and hears it as our errors do."""
    options = connection.get_execution_options()
    if not options.get("quiz_write", False):
        connection.connection.cursor().execute("BEGIN")
    elif options.get("quiz_hurry", False):
        _begin_in_a_hurry(connection)
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_in_a_hurry(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout={SHORT_TIMEOUT_MS}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def _is_writable(connection: Connection) -> bool:
    """Whether PostgreSQL lets us write: a copy that follows another server does not."""
    return bool(connection.exec_driver_sql("SHOW transaction_read_only").scalar_one() == "off")
