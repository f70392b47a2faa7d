"""A release is named by one command: what is unreleased gets a version and a day."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "name-version.py"
PROJECT = '[project]\nname = "zeven-werelden"\nversion = "0.1.0"\n'
CHANGES = "# Changelog\n\n## [Unreleased]\n\n- A thing.\n\n## [0.1.0] - 2026-11-01\n- Old.\n"


def named(folder: Path, version: str) -> tuple[str, str, str]:
    """What the command says, and the changelog and the version afterwards."""
    done = subprocess.run(
        [sys.executable, SCRIPT, version], cwd=folder, capture_output=True, text=True, check=False
    )
    project = (folder / "pyproject.toml").read_text("utf-8")
    return done.stderr, (folder / "CHANGELOG.md").read_text("utf-8"), project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def test_what_is_unreleased_gets_a_version_and_a_day(folder: Path) -> None:
    said, changes, project = named(folder, "0.2.0")
    assert said == ""
    unreleased, rest = changes.split("## [0.2.0] - 20", 1)
    assert unreleased.endswith("## [Unreleased]\n\n")
    assert rest.index("- A thing.") < rest.index("## [0.1.0]")
    assert 'version = "0.2.0"' in project
    assert named(folder, "0.2.0")[1] == changes, "twice is once"


@pytest.mark.parametrize(("version", "why"), [("1.x", "no version"), ("0.3.0", "nothing stands")])
def test_what_cannot_be_named_changes_nothing(folder: Path, version: str, why: str) -> None:
    named(folder, "0.2.0")
    before = [path.read_bytes() for path in sorted(folder.iterdir())]
    assert why in named(folder, version)[0]
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before
