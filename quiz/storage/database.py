"""The one way to the database: short reading and writing transactions on SQLite or PostgreSQL."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from quiz.storage.embedded import (
    BUSY_TIMEOUT_MS,
    IN_A_HURRY,
    SHORT_TIMEOUT_MS,
    WRITE,
    embedded_engine,
    empty_log,
    rewrite,
)
from quiz.storage.faults import READ_ONLY, trouble_of

if TYPE_CHECKING:
    import psycopg

CONNECT_SECONDS = 5
LEAST_ROOM = 100_000_000  # bytes: some tens of thousands of pupils
# A machine that vanished is noticed after some fifteen seconds, not after two hours.
NOTICING = {"keepalives_idle": 5, "keepalives_interval": 5, "tcp_user_timeout": BUSY_TIMEOUT_MS}
_WRITE_AGAIN = "UPDATE alembic_version SET version_num = version_num"  # what stands there already


class Database:
    """Opens sessions. A reading session never commits; a writing one commits once, or not at all.

    `session` is the reading session of this thread, as a page asks for it: it begins with the
    first who reads and ends with the request, or before anybody writes. So a page reads in one
    transaction, and what is read after a change knows the change.

    On SQLite a writing transaction takes its lock at once (BEGIN IMMEDIATE): two pupils who
    press at the same instant wait for each other instead of failing half-way. When somebody
    waited in vain, those behind wait half a second each until the lock is free again: a pupil's
    page waits in a row, and thirty times fifteen seconds would be a lesson.

    What is erased leaves the files of SQLite at once (`erasing`), and again at night (`rewrite`).

    `trouble`: why the last writing failed (quiz.storage.faults); None when it went well.
    """

    def __init__(self, url: str | URL) -> None:
        self.trouble: str | None = None
        self._log_tells = False  # of what was erased, for somebody read it just then
        self.url = make_url(url)
        self.engine = embedded_engine(self.url) if self.is_sqlite else _postgresql_engine(self.url)
        self.session = scoped_session(sessionmaker(self.engine, autoflush=False))

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
    def reading(self) -> Iterator[Session]:
        """A session for looking only, of its own: for commands, which have no page."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are committed together when the block ends well."""
        self.session.remove()
        with self._noting(), Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options=self._how_to_write())
            yield session
            session.commit()

    @contextmanager
    def saving(self) -> Iterator[Connection]:
        """`writing` without a session of the ORM, for what every pupil does at every block."""
        self.session.remove()
        with self._noting(), self.engine.connect() as connection:
            connection.execution_options(**self._how_to_write())
            yield connection
            connection.commit()

    @contextmanager
    def erasing(self) -> Iterator[Session]:
        """Like `writing`, for what has to be gone for good: out of SQLite's write-ahead log too.

        A reader at that moment holds the log; after half a second we leave it, and the next
        writer tries again.
        """
        with self.writing() as session:
            yield session
        self._empty_log(patience_ms=SHORT_TIMEOUT_MS)

    def rewrite(self) -> bool:
        """Leave no trace of what was erased in the files; False when somebody kept us from it.

        PostgreSQL minds its own: see docs/operations.md.
        """
        return not self.is_sqlite or rewrite(self.engine)

    def _empty_log(self, patience_ms: int) -> None:
        if self.is_sqlite:
            self._log_tells = not empty_log(self.engine, patience_ms)

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
            connecting = self.engine.connect().execution_options(**IN_A_HURRY)
            with connecting as connection, connection.begin():
                return None if self.is_sqlite or _is_writable(connection) else READ_ONLY
        except DBAPIError as error:
            return trouble_of(error)

    def _how_to_write(self) -> dict[str, bool]:
        return IN_A_HURRY if self.trouble else WRITE

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            self.trouble = trouble_of(error)
            raise
        self.trouble = None
        if self._log_tells:
            self._empty_log(patience_ms=0)

    def close(self) -> None:
        """Give all connections back."""
        self.session.remove()
        self.engine.dispose()


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


def _is_writable(connection: Connection) -> bool:
    """Whether PostgreSQL lets us write: a copy that follows another server does not."""
    return bool(connection.exec_driver_sql("SHOW transaction_read_only").scalar_one() == "off")
