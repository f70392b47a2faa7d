"""A copied SQLite database is data: it holds the tables of its revision, and nothing that runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.usecases.backup.archive import BackupError

Schema = dict[tuple[str, str], frozenset[tuple[str, object]]]


def require_our_schema(copy: sqlite3.Connection, revision: str, scratch: Path) -> None:
    """Compare with a database that our migrations make at `scratch`. Raises BackupError.

    Triggers, views and virtual tables are programs; a column that is made by an expression is one
    as well; and a rule that is missing, or one more, would stop erasing or keep what must go. So
    every object must be one of ours, by kind, name, columns and rules.
    """
    expected = Database(f"sqlite:///{scratch}")
    try:
        upgrade(expected, revision)
    finally:
        expected.close()
    with closing(sqlite3.connect(scratch)) as ours:
        foreign = _schema(copy).items() ^ _schema(ours).items()
    if foreign or _revision(copy) != revision:
        names = ", ".join(sorted({_plain(name) for (_kind, name), _columns in foreign})[:3])
        raise BackupError(
            f"this is not a backup of ours: it has other tables or programs in it ({names})"
        )


def _revision(connection: sqlite3.Connection) -> object:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return rows[0][0] if len(rows) == 1 else None


def _schema(connection: sqlite3.Connection) -> Schema:
    """Every object by kind and name, and of a table its columns: name, and whether it is made."""
    try:
        objects = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {
            (_kind(kind, sql), name): (
                _columns(connection, name) | _rules(connection, name, sql)
                if kind == "table"
                else frozenset()
            )
            for kind, name, sql in objects
            if not (kind == "table" and name.startswith("sqlite_"))
        }
    except sqlite3.DatabaseError as problem:
        raise BackupError("the database is damaged: use another backup") from problem


def _kind(kind: str, sql: str | None) -> str:
    return "virtual" if (sql or "").upper().split()[:2] == ["CREATE", "VIRTUAL"] else kind


def _rules(
    connection: sqlite3.Connection, table: str, sql: str | None
) -> frozenset[tuple[str, object]]:
    """To which table a column refers and what happens when that row goes; how many other rules."""
    question = 'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)'
    found = connection.execute(question, (table,)).fetchall()
    checks = ("checks", (sql or "").upper().count("CHECK"))
    return frozenset((f"{column} to {other}", rule) for column, other, rule in found) | {checks}


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[tuple[str, object]]:
    found = connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,))
    return frozenset((name, hidden) for name, hidden in found)


def _plain(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable())[:40]
