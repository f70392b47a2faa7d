"""A database that a command would not understand: nothing is done, and one line says what helps."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz, complaint

COMMANDS = [
    ("purge",),
    ("purge", "--dry-run"),
    ("trail",),
    ("user", "list"),
    ("school", "list"),
    ("serve", "--port", "65535"),
    ("items", "--output", "items"),
    ("learn", "--output", "learned"),
    ("validate", "--output", "report.md"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_where_no_database_is_none_is_made(
    quiz: Quiz, words: tuple[str, ...], tmp_path: Path
) -> None:
    line = complaint(quiz(*words))
    assert "there is no database at" in line
    assert "`quiz db upgrade`" in line
    assert list(tmp_path.glob("data/quiz*")) == []


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("revision", "says"), [("9999", "newer version"), ("0025", "run `quiz db upgrade`")]
)
def test_another_version_is_told(
    quiz: Quiz, words: tuple[str, ...], upgraded: Path, revision: str, says: str
) -> None:
    with closing(sqlite3.connect(upgraded)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        database.commit()
    assert says in complaint(quiz(*words))
