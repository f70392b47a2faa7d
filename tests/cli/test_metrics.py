"""`quiz metrics`: text that a monitor reads, of the machine and never of people."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client import parser
from prometheus_client.openmetrics import parser as openmetrics

from quiz.cli import metrics
from tests.cli.conftest import Quiz, complaint


def _values(text: str) -> dict[str, float]:
    """As both kinds of monitors read it: OpenMetrics, and node_exporter's older text."""
    found = {}
    for family in openmetrics.text_string_to_metric_families(text):  # type: ignore[no-untyped-call]
        assert family.type == "gauge"
        assert family.documentation
        (sample,) = family.samples
        found[sample.name] = sample.value
    older = parser.text_string_to_metric_families(text)
    assert found == {each.name: each.value for family in older for each in family.samples}
    return found


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
    assert stat.S_IMODE(file.stat().st_mode) == 0o644, "a monitor is another user"
    assert complaint(quiz("metrics", "--output", str(tmp_path / "gone" / "quiz.prom")))


def test_a_clock_before_this_product_is_not_right(
    quiz: Quiz, upgraded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert upgraded.exists()
    monkeypatch.setattr(metrics, "now", lambda: datetime(2020, 1, 1, tzinfo=UTC))
    assert _values(quiz("metrics").output)["quiz_clock_ok"] == 0
