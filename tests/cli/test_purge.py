"""`quiz purge`: counts first, removes when asked, and says what it did."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

from quiz.storage import embedded
from tests.cli.conftest import Quiz


def test_an_empty_database_has_nothing_to_remove(quiz: Quiz) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    dry, real = quiz("purge", "--dry-run"), quiz("purge")
    assert dry.output.startswith("would remove 0 attempts")
    assert real.output.startswith("removed 0 attempts")


def test_traces_that_may_be_left_are_told(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody reads in it all the time, as a backup that hangs."""
    monkeypatch.setattr(embedded, "BUSY_TIMEOUT_MS", 20)
    assert quiz("db", "upgrade").exit_code == 0
    file = tmp_path / "data" / "quiz.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as somebody:
        somebody.execute("BEGIN")
        somebody.execute("SELECT * FROM attempt").fetchall()
        kept = quiz("purge")
        assert quiz("purge", "--dry-run").stderr == ""
    assert (kept.exit_code, kept.stdout[:9]) == (0, "removed 0")
    assert "traces of what was erased may be in it" in kept.stderr
    assert quiz("purge").stderr == ""


def test_what_a_killed_backup_left_beside_the_database_goes(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    left = Path(mkdtemp(prefix=".backup-", dir=tmp_path / "data"))
    (left / "database").touch()
    assert quiz("purge", "--dry-run").exit_code == 0
    assert left.exists()
    assert quiz("purge").exit_code == 0
    assert not left.exists()
