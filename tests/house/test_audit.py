"""The audit of dependencies says what it knows; knowing nothing is not being well."""

import json

import pytest

from tests.house.audit import LOCKED, judge

GOOD = {"name": "flask", "version": "3.1.2", "vulns": []}
BAD = {
    "name": "click",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "GHSA-2", "fix_versions": []}],
}
SKIPPED = {"name": "numpy", "skip_reason": "not found"}


def report(*rows: object) -> str:
    return json.dumps({"dependencies": rows, "fixes": []})


def test_a_hole_fails_and_says_what_mends_it() -> None:
    found = judge(report(GOOD, BAD, SKIPPED))
    assert found.code(strict=False) == found.code(strict=True) == 1
    assert "click 1.0: PYSEC-1, mended in 1.1" in found.sentence
    assert "GHSA-2, mended in no version yet" in found.sentence


def test_all_known_and_no_hole_is_well() -> None:
    found = judge(report(GOOD))
    assert found.code(strict=True) == 0
    assert found.sentence == "audit: no known holes in 1 packages"


@pytest.mark.parametrize(
    "text",
    ["", "ConnectionError", "[]", "{}", "null", report(), report(SKIPPED), report(GOOD, SKIPPED)],
)
def test_what_could_not_be_looked_up_is_called_not_audited(text: str) -> None:
    found = judge(text)
    assert "NOT AUDITED" in found.sentence
    assert found.code(strict=False) == 0
    assert found.code(strict=True) == 1


def test_every_package_that_runs_is_pinned_with_hashes_and_names_no_index() -> None:
    text = LOCKED.read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if line and line[0].isalpha()]
    assert len(packages) > 40
    assert all("==" in line for line in packages)
    assert text.count("--hash=sha256:") >= len(packages)
    assert "index-url" not in text
    assert "://" not in text
