"""The rows of a copied SQLite file, which is data of somebody else.

What makes a file of SQLite run something when it is read is refused: views, triggers, virtual
tables, columns that are made by an expression. Rules and indexes say nothing when rows are only
read, and they stay behind.
"""

import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Table

from quiz.usecases.backup.archive import LARGEST_VALUE, BackupError, foreign_to_us

# How SQLite writes these two down itself; a comment in between may be anything.
_TABLE_OR_INDEX = re.compile(r"CREATE (TABLE|INDEX|UNIQUE INDEX) ")
_CAREFULLY = ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON")


class ForeignFile:
    """A copied SQLite file that is only read."""

    def __init__(self, opened: sqlite3.Connection) -> None:
        """Raises BackupError when something in it is more than a table or an index."""
        self._opened = opened
        objects = opened.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
        # Without a text it is an index that a rule of a table asks for. A name may be a lie.
        programs = {name for name, _kind, sql in objects if sql and not _TABLE_OR_INDEX.match(sql)}
        if programs:
            raise foreign_to_us("programs", programs)
        tables = {name for name, kind, _sql in objects if kind == "table"}
        self._tables = {name for name in tables if not name.startswith("sqlite_")}  # its own

    @classmethod
    @contextmanager
    def reading(cls, file: Path) -> Iterator["ForeignFile"]:
        """Open it as it is: never written, no log beside it looked at, no value without end."""
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as opened:
            opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
            for care in _CAREFULLY:
                opened.execute(f"PRAGMA {care}")
            yield cls(opened)

    def tables(self) -> Collection[str]:
        """The names of its tables."""
        return self._tables

    def fill(self, connection: Connection, table: Table) -> None:
        """Copy its rows by the names of the columns."""
        quote = connection.dialect.identifier_preparer.quote
        name, ours = quote(table.name), list(table.columns.keys())
        found = self._opened.execute(f"PRAGMA table_xinfo({name})").fetchall()
        if {(each[1], each[6]) for each in found} != {(each, 0) for each in ours}:
            raise BackupError(f"this is not a backup of ours: other columns in {table.name}")
        columns, places = ", ".join(map(quote, ours)), ", ".join("?" * len(ours))
        rows = self._opened.execute(f"SELECT {columns} FROM {name} NOT INDEXED")  # noqa: S608
        target = cast("sqlite3.Connection", connection.connection.driver_connection)
        target.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)  # noqa: S608
