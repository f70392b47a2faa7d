r"""The rows of a PostgreSQL dump.

A dump is a program: what it says is run by whoever restores it. So nothing of it is run. Only the
text between `COPY table (columns) FROM stdin;` and `\.` is taken, for tables and columns that we
have, and goes in as data.
"""

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, cast

from psycopg import Cursor
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, Table, text

from quiz.usecases.backup.archive import LARGEST_VALUE, BackupError

_COPY = re.compile(rb'COPY (?:\w+\.)?(\w+) \(([\w, "]+)\) FROM stdin;\n')
_END = b"\\.\n"


class Dump:
    """The text of a dump, open for reading."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._blocks = {name: (columns, start) for name, columns, start in self._found()}

    def tables(self) -> Collection[str]:
        """The names of its tables."""
        return self._blocks.keys()

    def fill(self, connection: Connection, table: Table) -> None:
        """Have the server take the rows, as text, by the names of the columns."""
        columns, start = self._blocks[table.name]
        if set(columns) != set(table.columns.keys()):
            raise BackupError(f"this is not a backup of ours: other columns in {table.name}")
        statement = SQL("COPY {} ({}) FROM STDIN").format(
            Identifier(table.name), SQL(", ").join(map(Identifier, columns))
        )
        self._source.seek(start)
        cursor = cast("Cursor[tuple[object, ...]]", connection.connection.cursor())
        with cursor, cursor.copy(statement) as rows:
            for line in self._lines():
                if line == _END:
                    break
                rows.write(line)
        _count_on(connection, table)

    def _found(self) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Each table with rows: its name, its columns, and where in the text the rows begin."""
        inside = False
        for line in self._lines():
            if inside:
                inside = line != _END
            elif found := _COPY.fullmatch(line):
                columns = tuple(name.strip(' "') for name in found[2].decode("ascii").split(","))
                yield found[1].decode("ascii"), columns, self._source.tell()
                inside = True

    def _lines(self) -> Iterator[bytes]:
        """What is longer than any row of ours is no row of ours."""
        for line in iter(lambda: self._source.readline(LARGEST_VALUE), b""):
            if len(line) == LARGEST_VALUE:
                raise BackupError("this is not a backup of ours: a row in it has no end")
            yield line


def _count_on(connection: Connection, table: Table) -> None:
    """The next number of a table comes after those that came in."""
    for column in table.primary_key.columns:
        sequence = connection.scalar(
            text("SELECT pg_get_serial_sequence(:table, :column)"),
            {"table": table.name, "column": column.name},
        )
        if sequence is not None:
            quote = connection.dialect.identifier_preparer.quote
            highest = f"(SELECT max({quote(column.name)}) FROM {quote(table.name)})"  # noqa: S608
            connection.execute(
                text(f"SELECT setval(:sequence, coalesce({highest}, 1), {highest} IS NOT NULL)"),
                {"sequence": sequence},
            )
