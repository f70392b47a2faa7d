"""A database that several programs use at once: nobody's coming and going costs an answer."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from quiz.storage.database import Database

LOOK = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(*c.execute('SELECT n FROM t'))"


def _seen_from_outside(file: Path) -> str:
    """What another program reads; it is gone afterwards."""
    done = subprocess.run([sys.executable, "-c", LOOK, str(file)], capture_output=True, check=True)
    return done.stdout.decode().strip()


def _put(database: Database, number: int) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE t SET n = :n"), {"n": number})


@pytest.mark.parametrize("how", ["another connection", "another engine", "an engine that ends"])
def test_what_we_write_is_seen_outside_whoever_came_and_went(tmp_path: Path, how: str) -> None:
    # Closing any handle of the file in this process would take the locks of SQLite away: the other
    # program would think that it is alone, and remove the log in which our answers are.
    file = tmp_path / "quiz.sqlite3"
    database = Database(f"sqlite:///{file}")
    with database.writing() as session:
        session.execute(text("CREATE TABLE t (n INTEGER)"))
        session.execute(text("INSERT INTO t VALUES (0)"))
    others = []
    for number in range(1, 4):
        if how == "another connection":
            with database.reading() as one, database.reading() as other:
                assert one.scalar(text("SELECT n FROM t")) == other.scalar(text("SELECT n FROM t"))
        else:
            others.append(Database(f"sqlite:///{file}"))
            with others[-1].reading() as session:
                session.execute(text("SELECT n FROM t"))
            if how == "an engine that ends":
                others.pop().close()
        assert _seen_from_outside(file) == f"({number - 1},)"
        _put(database, number)
        assert _seen_from_outside(file) == f"({number},)"
    for each in (database, *others):
        each.close()
    assert _seen_from_outside(file) == "(3,)"
