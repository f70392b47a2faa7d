r"""The rows of a PostgreSQL dump, put into tables that our own migrations make.

A dump is a program: what it says is run by whoever restores it. So nothing of it is run. Only the
text between `COPY table (columns) FROM stdin;` and `\.` is taken, for tables and columns that we
have, and goes in as data, in one transaction with the new tables.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from psycopg import Cursor
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, MetaData, Table, inspect, text

from quiz.storage.database import Database
from quiz.storage.embedded import WRITE
from quiz.storage.migrations.run import migrate_over
from quiz.usecases.backup.archive import BackupError

_COPY = re.compile(rb'COPY (?:\w+\.)?(\w+) \(([\w, "]+)\) FROM stdin;\n')
_END = b"\\.\n"
Block = tuple[str, tuple[str, ...], int]


def copy_rows_in(database: Database, script: Path, revision: str) -> None:
    """Replace all tables by those of `revision`, with these rows. Raises BackupError."""
    with script.open("rb") as source:
        blocks = {block[0]: block for block in _blocks(source) if block[0] != "alembic_version"}
        with database.engine.connect().execution_options(**WRITE) as connection:
            _drop_everything(connection)
            migrate_over(connection, revision)
            for table in _tables(connection, set(blocks)):
                if table.name in blocks:
                    _fill(connection, table, blocks[table.name], source)
            connection.commit()


def _blocks(source: BinaryIO) -> Iterator[Block]:
    """Each table with rows: its name, its columns, and where in the file the rows begin."""
    inside = False
    for line in iter(source.readline, b""):
        if inside:
            inside = line != _END
        elif found := _COPY.fullmatch(line):
            columns = tuple(name.strip(' "') for name in found[2].decode("ascii").split(","))
            yield found[1].decode("ascii"), columns, source.tell()
            inside = True


def _drop_everything(connection: Connection) -> None:
    """Also the tables of a newer version."""
    quote = connection.dialect.identifier_preparer.quote
    for name in inspect(connection).get_table_names():
        connection.execute(text(f"DROP TABLE {quote(name)} CASCADE"))


def _tables(connection: Connection, wanted: set[str]) -> list[Table]:
    """The tables as they are now, those that others point at first."""
    found = MetaData()
    found.reflect(connection)
    if foreign := wanted - set(found.tables):
        raise BackupError(f"this is not a backup of ours: it has a table {min(foreign)}")
    return found.sorted_tables


def _fill(connection: Connection, table: Table, block: Block, source: BinaryIO) -> None:
    _name, columns, start = block
    if set(columns) != set(table.columns.keys()):
        raise BackupError(f"this is not a backup of ours: other columns in {table.name}")
    statement = SQL("COPY {} ({}) FROM STDIN").format(
        Identifier(table.name), SQL(", ").join(map(Identifier, columns))
    )
    source.seek(start)
    cursor = cast("Cursor[tuple[object, ...]]", connection.connection.cursor())
    with cursor, cursor.copy(statement) as rows:
        for line in iter(source.readline, b""):
            if line == _END:
                break
            rows.write(line)
    _count_on(connection, table)


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
