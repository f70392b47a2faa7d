"""`quiz learn` and `quiz items`, on a database that hardly holds anything."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from quiz.config import paths
from quiz.domain.bank.load import load_bank
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from tests.conftest import SECRETS


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    url = f"sqlite:///{tmp_path}/quiz.sqlite3"
    database = Database(url)
    upgrade(database)
    database.close()
    return {"DATABASE_URL": url, **{name.upper(): value for name, value in SECRETS.items()}}


def run(environment: dict[str, str], *arguments: str) -> Result:
    return CliRunner(env=environment).invoke(main, list(arguments))


def test_learning_from_too_little_says_so_and_writes_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = run(environment, "learn", "--output", str(tmp_path / "new"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: too little data: ")
    assert not (tmp_path / "new").exists()


def test_learning_never_writes_over_the_model_in_use(environment: dict[str, str]) -> None:
    done = run(environment, "learn", "--output", str(paths.MODELS))
    assert done.exit_code == 1
    assert "another folder" in done.stderr


def test_item_statistics_are_two_tables(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment, "items", "--output", str(tmp_path / "new"))
    assert done.exit_code == 0, done.output
    every = len(load_bank().items)  # also those that are no longer asked: they have answers
    assert f"0 pupils; 0 of {every} questions" in done.stdout
    rows = (tmp_path / "new" / "questions.csv").read_text("utf-8").splitlines()
    assert len(rows) == every + 1
    assert len((tmp_path / "new" / "worlds.csv").read_text("utf-8").splitlines()) == 8


def test_item_statistics_are_not_written_over_the_worlds_of_the_catalogue(
    environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "catalogue"
    assert run(environment, "catalogue", "export", str(folder)).exit_code == 0
    before = (folder / "worlds.csv").read_bytes()
    done = run(environment, "items", "--output", str(folder))
    assert done.exit_code == 1
    assert "worlds.csv is there already and holds something else" in done.stderr
    assert (folder / "worlds.csv").read_bytes() == before
    assert not (folder / "questions.csv").exists()
    assert run(environment, "items", "--output", str(tmp_path)).exit_code == 0
    assert run(environment, "items", "--output", str(tmp_path)).exit_code == 0, "its own it may"
