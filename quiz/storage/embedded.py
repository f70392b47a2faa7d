"""SQLite: one file of ours alone, short transactions, and nothing left of what was erased."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from quiz.config.private_files import (
    DEMO_SECRETS,
    files_of,
    new_database,
    private_database,
    private_folder,
)

BUSY_TIMEOUT_MS = 15_000
SHORT_TIMEOUT_MS = 500
WRITE = {"quiz_write": True}
IN_A_HURRY = {**WRITE, "quiz_hurry": True}


def embedded_engine(url: URL) -> Engine:
    """WAL and FULL: readers never wait, and what we acknowledged survives a power cut."""
    file = Path(url.database or "")
    private_folder(file.parent, {DEMO_SECRETS, *(each.name for each in files_of(file))})
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "do_connect", lambda *_how: new_database(file))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "connect", lambda *_connected: private_database(file))
    event.listen(engine, "begin", _begin)
    return engine


def empty_log(engine: Engine, patience_ms: int) -> bool:
    """Bring the write-ahead log into the file and make it empty; whether that could be done.

    What was erased stands in the log as it was before, until then. Whoever reads an older moment
    meanwhile keeps it; we wait for them as long as our patience lasts. Never an error.
    """
    return _quietly(engine, patience_ms, "PRAGMA wal_checkpoint(TRUNCATE)") == 0


def rewrite(engine: Engine) -> bool:
    """Write the whole file anew and empty the log; whether both could be done. Never an error.

    SQLite wipes what is erased, but not the copies that it left when it moved rows to other pages.
    """
    done = _quietly(engine, BUSY_TIMEOUT_MS, "VACUUM") is not None
    return empty_log(engine, BUSY_TIMEOUT_MS) and done


def _quietly(engine: Engine, patience_ms: int, statement: str) -> int | None:
    """Run a statement outside any transaction: the first figure that it gives, 0 without one."""
    try:
        with closing(engine.raw_connection()) as connection:
            _wait_at_most(connection, patience_ms)
            try:
                row = connection.cursor().execute(statement).fetchone()
            finally:
                _wait_at_most(connection, BUSY_TIMEOUT_MS)
    except (sqlite3.Error, SQLAlchemyError):
        return None
    return row[0] if row else 0


def _wait_at_most(connection: PoolProxiedConnection, milliseconds: int) -> None:
    connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds}")


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


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
