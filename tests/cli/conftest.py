"""Commands as somebody types them, in an environment of their own that no other test sees."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from tests import live_server
from tests.conftest import SECRETS
from tests.own_app import NAME

Quiz = Callable[..., Result]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the commands find in the environment: good secrets, and a data folder."""
    values = {name.upper(): value for name, value in SECRETS.items()}
    values |= {"DATA_DIR": str(tmp_path / "data"), "PATH": os.environ["PATH"]}
    monkeypatch.setattr(os, "environ", values)
    return values


@pytest.fixture
def free_port() -> int:
    """A port on which nothing listens."""
    return live_server.free_port()


@pytest.fixture
def quiz(environment: dict[str, str]) -> Quiz:
    """Runs `quiz` with these words."""
    return lambda *words: CliRunner().invoke(main, words, prog_name="quiz")


@pytest.fixture
def upgraded(environment: dict[str, str], migrated: Path) -> Path:
    """The file of the commands' database, with the tables that `quiz db upgrade` makes."""
    folder = Path(environment["DATA_DIR"])
    folder.mkdir(mode=0o700)
    return Path(shutil.copy(migrated, folder / NAME))


def complaint(result: Result) -> str:
    """The one line that a failed command gives."""
    assert result.exit_code != 0
    assert isinstance(result.exception, SystemExit), f"a traceback: {result.exception!r}"
    lines = result.stderr.strip().splitlines()
    errors = [line for line in lines if line.startswith("Error: ")]
    assert errors == lines[-1:], "the last line says what is wrong, once"
    assert len(lines) == 1 or lines[0].startswith("Usage: "), lines
    return errors[0]
