"""Copying a whole database out and in, each kind with the tool that its makers keep.

Both ways out are consistent while pupils answer: SQLite's backup interface and pg_dump each copy
one moment. Both ways in are one step: the database is replaced whole, with what was open ended, or
stays as it was, also when we are killed at any moment. They take rows only: on PostgreSQL in one
transaction, on SQLite into a file beside, whose pages then come in one transaction as well.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError

from quiz.config.private_files import new_database
from quiz.storage.database import Database
from quiz.storage.faults import FAILING, trouble_of
from quiz.storage.tables.wrong_count import WrongCount
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.dump import Dump
from quiz.usecases.backup.foreign import ForeignFile
from quiz.usecases.backup.place import REBUILT, TEXT
from quiz.usecases.backup.rebuild import Found, rebuild, rebuild_unseen, refusals

_LONGEST_REASON = 300
OF_THE_MOMENT = WrongCount.__tablename__
_OURS_ALONE = 0o077
_CONNECTION = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "username", "PGPASSWORD": "password"}


def copy_out(database: Database, target: Path) -> None:
    """Copy the database as it is at this moment into a new file. Raises BackupError."""
    if not database.is_sqlite:
        without = f"--exclude-table-data={OF_THE_MOMENT}"
        arguments = ["--format=custom", "--no-owner", without, f"--file={target}"]
        _run("pg_dump", arguments, database.url)
        return
    new_database(target)
    try:
        with closing(sqlite3.connect(target)) as copy:
            with closing(_opened(database)) as source:
                source.backup(copy)
            _forget_the_moment(copy)
            _require_sound(copy)
    except sqlite3.Error as problem:
        raise BackupError(f"the database cannot be copied: {problem}") from problem


def copy_in(database: Database, copied: Path, revision: str) -> None:
    """Replace the whole database by a copied one. Raises BackupError; then nothing changed."""
    with refusals():
        if database.is_sqlite:
            _copy_file_in(database, copied, revision)
        else:
            with _as_text(database, copied).open("rb") as text:
                rebuild(database, Dump(text), revision)


def try_in(
    database: Database, copied: Path, revision: str, look: Callable[[Connection], Found]
) -> Found:
    """Bring a copied PostgreSQL in unseen, `look`, and undo it. Raises BackupError."""
    with refusals(), _as_text(database, copied).open("rb") as text:
        return rebuild_unseen(database, Dump(text), revision, look)


def _copy_file_in(database: Database, copied: Path, revision: str) -> None:
    rebuilt = copied.with_name(REBUILT)
    with (
        closing(Database(URL.create("sqlite", database=str(rebuilt)))) as ours,
        ForeignFile.reading(copied) as rows,
    ):
        rebuild(ours, rows, revision)
    with closing(sqlite3.connect(rebuilt)) as whole, closing(_opened(database)) as target:
        _require_sound(whole)
        try:
            whole.backup(target)
        except sqlite3.DatabaseError as problem:
            if trouble_of(DBAPIError(None, None, problem)) != FAILING:
                raise
            file = database.url.database
            raise BackupError(
                f"nothing is changed: {file} is too damaged to put a backup into it: "
                f"move {file} away, with {file}-wal and {file}-shm, and do it again"
            ) from problem


def _as_text(database: Database, dump: Path) -> Path:
    """The rows of a dump as text, and nothing else of it: what it would run is never run."""
    script = dump.with_name(TEXT)
    arguments = ["--data-only", "--no-owner", f"--file={script}", str(dump)]
    _run("pg_restore", arguments, database.url)
    return script


def _opened(database: Database) -> sqlite3.Connection:
    return sqlite3.connect(str(database.url.database))


def _forget_the_moment(copy: sqlite3.Connection) -> None:
    """Counts of wrong codes are not for keeping."""
    copy.execute("PRAGMA secure_delete=ON")
    if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (OF_THE_MOMENT,)).fetchone():
        copy.execute(f"DELETE FROM {OF_THE_MOMENT}")  # noqa: S608
        copy.commit()


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
        [path, *arguments],
        env=_environment(url),
        umask=_OURS_ALONE,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        told = " ".join(done.stderr.split())[:_LONGEST_REASON]
        reason = "".join(filter(str.isprintable, told))
        raise BackupError(f"{program} failed, nothing is changed: {reason}")


def _environment(url: URL) -> Mapping[str, str]:
    """The connection goes through the environment: arguments can be read by every process.

    What stands behind the question mark of the address (sslmode, host of a socket) is passed on.
    """
    options = {f"PG{name.upper()}": str(value) for name, value in url.query.items()}
    given = {name: getattr(url, part) for name, part in _CONNECTION.items()}
    known = {name: str(value) for name, value in given.items() if value}
    return os.environ | options | known | {"PGDATABASE": url.database or ""}
