"""Whoever watches over a database reads in a word what is wrong with it."""

import sqlite3

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DBAPIError, IntegrityError, InternalError, OperationalError

from quiz.storage.faults import trouble_of


def of_sqlite(name: str) -> sqlite3.Error:
    """An error as SQLite gives it."""
    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("SQLITE_BUSY", "locked"),
        ("SQLITE_BUSY_SNAPSHOT", "locked"),
        ("SQLITE_READONLY_DBMOVED", "read-only"),
        ("SQLITE_FULL", "full"),
        ("SQLITE_IOERR_WRITE", "failing"),
        ("SQLITE_CORRUPT", "failing"),
        ("SQLITE_CANTOPEN", "unreachable"),
        ("SQLITE_ERROR", None),
    ],
)
def test_what_sqlite_says(name: str, trouble: str | None) -> None:
    assert trouble_of(OperationalError("", {}, of_sqlite(name))) == trouble


@pytest.mark.parametrize(
    ("error", "kind", "trouble"),
    [
        (errors.LockNotAvailable(), OperationalError, "locked"),
        (errors.DeadlockDetected(), OperationalError, "locked"),
        (errors.ReadOnlySqlTransaction(), InternalError, "read-only"),
        (errors.DiskFull(), OperationalError, "full"),
        (errors.AdminShutdown(), OperationalError, "unreachable"),
        (errors.TooManyConnections(), OperationalError, "unreachable"),
        (psycopg.OperationalError("no such socket"), OperationalError, "unreachable"),
        (errors.UniqueViolation(), IntegrityError, None),
        (errors.QueryCanceled(), OperationalError, None),
    ],
)
def test_what_postgresql_says(
    error: psycopg.Error, kind: type[DBAPIError], trouble: str | None
) -> None:
    assert trouble_of(kind("", {}, error)) == trouble
