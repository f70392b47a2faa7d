"""Copying a whole database out and in, each kind with the tool that its makers keep.

Both ways are consistent while pupils answer: SQLite's backup interface and pg_dump each copy one
moment. Both ways in are one transaction: the database is replaced whole, or stays as it was; and
they take data only, never a table, trigger or command that our migrations do not make.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from quiz.storage.database import Database
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.foreign import require_our_schema
from quiz.usecases.backup.rows import copy_rows_in

_LONGEST_REASON = 300
_CONNECTION = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "username", "PGPASSWORD": "password"}


def copy_out(database: Database, target: Path) -> None:
    """Copy the database as it is at this moment into a new file. Raises BackupError."""
    if not database.is_sqlite:
        _run("pg_dump", ["--format=custom", "--no-owner", f"--file={target}"], database.url)
        return
    with closing(sqlite3.connect(target)) as copy:
        with closing(_opened(database)) as source:
            source.backup(copy)
        _require_sound(copy)


def copy_in(database: Database, source: Path, revision: str) -> None:
    """Replace the whole database by a copied one. Raises BackupError; then nothing changed."""
    if not database.is_sqlite:
        copy_rows_in(database, _data_of(database, source), revision)
        return
    with closing(sqlite3.connect(source)) as copy, closing(_opened(database)) as target:
        copy.execute("PRAGMA trusted_schema=OFF")
        require_our_schema(copy, revision, source.with_name("expected"))
        _require_sound(copy)
        copy.backup(target)


def _data_of(database: Database, source: Path) -> Path:
    """The rows of a dump as text, and nothing else of it: what it would run is never run."""
    script = source.with_name("rows.sql")
    arguments = ["--data-only", "--no-owner", f"--file={script}", str(source)]
    _run("pg_restore", arguments, database.url)
    return script


def _opened(database: Database) -> sqlite3.Connection:
    return sqlite3.connect(str(database.url.database))


def _require_sound(connection: sqlite3.Connection) -> None:
    """SQLite's own check of every page and reference."""
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        sound, broken = False, []
    if not sound or broken:
        raise BackupError("the database is damaged (SQLite's integrity check): use another backup")


def _run(program: str, arguments: list[str], url: URL) -> None:
    path = shutil.which(program)
    if path is None:
        raise BackupError(f"{program} is missing here: install PostgreSQL's client programs")
    done = subprocess.run(  # noqa: S603
        [path, *arguments], env=_environment(url), capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().replace("\n", " ")[:_LONGEST_REASON]
        raise BackupError(f"{program} failed, nothing is changed: {reason}")


def _environment(url: URL) -> Mapping[str, str]:
    """The connection goes through the environment: arguments can be read by every process.

    What stands behind the question mark of the address (sslmode, host of a socket) is passed on.
    """
    options = {f"PG{name.upper()}": str(value) for name, value in url.query.items()}
    given = {name: getattr(url, part) for name, part in _CONNECTION.items()}
    known = {name: str(value) for name, value in given.items() if value}
    return os.environ | options | known | {"PGDATABASE": url.database or ""}
