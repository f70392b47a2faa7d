"""`quiz metrics`: text that a monitor reads, of the machine and never of people."""

import re
from pathlib import Path

from tests.cli.conftest import Quiz, complaint

LINE = re.compile(r"(# (TYPE|HELP) quiz_\w+ .+|quiz_\w+ \d[\d.e+]*|# EOF)")


def _values(text: str) -> dict[str, float]:
    assert text.endswith("# EOF\n")
    assert all(LINE.fullmatch(line) for line in text.splitlines()), text
    pairs = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def test_what_is_told(quiz: Quiz, environment: dict[str, str], tmp_path: Path) -> None:
    assert _values(quiz("metrics").output) == {"quiz_database_ok": 0}
    assert quiz("db", "upgrade").exit_code == 0
    values = _values(quiz("metrics").output)
    assert values["quiz_database_ok"] == values["quiz_clock_ok"] == 1
    assert (values["quiz_purge_late"], values["quiz_backup_late"]) == (0, 0)
    assert "quiz_purge_last_seconds" not in values
    assert quiz("purge").exit_code == 0
    assert _values(quiz("metrics").output)["quiz_purge_last_seconds"] > 1_700_000_000
    environment["BACKUP_DIR"] = "elsewhere"
    assert "quiz_backup_late" not in _values(quiz("metrics").output)


def test_it_is_written_whole_or_not_at_all(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    file = tmp_path / "quiz.prom"
    assert quiz("metrics", "--output", str(file)).output == ""
    assert _values(file.read_text("utf-8"))["quiz_database_ok"] == 1
    assert complaint(quiz("metrics", "--output", str(tmp_path / "gone" / "quiz.prom")))
