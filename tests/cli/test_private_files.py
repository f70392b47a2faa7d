"""What the commands make can be read by their user only, whatever the umask of that user is."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.config import Settings
from quiz.config.private_files import DEMO_SECRETS
from quiz.storage.database import Database
from tests.cli.conftest import Quiz
from tests.storage.migrations.rows import fill_every_table


@pytest.fixture(params=[0o022, 0o000], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def data(environment: dict[str, str], tmp_path: Path, umask: int) -> Path:
    return tmp_path / "data"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def modes(folder: Path) -> dict[str, int]:
    return {"": mode(folder), **{each.name: mode(each) for each in folder.iterdir()}}


def only_ours(folder: Path, *more: str) -> dict[str, int]:
    """What a folder must look like while the database is in use."""
    beside = ("quiz.sqlite3", "quiz.sqlite3-wal", "quiz.sqlite3-shm", *more)
    return {"": 0o700, **dict.fromkeys(beside, 0o600)}


def in_use(folder: Path) -> Database:
    """The database of that folder, with something in it: its log is there."""
    database = Database(f"sqlite:///{folder}/quiz.sqlite3")
    fill_every_table(database)
    return database


def test_upgrading_by_hand(quiz: Quiz, data: Path) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    database = in_use(data)
    assert modes(data) == only_ours(data)
    database.close()


@pytest.mark.parametrize("there", [0o777, 0o755])
def test_what_an_older_version_left_open_is_shut(quiz: Quiz, data: Path, there: int) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    database = in_use(data)
    for path in (data, *data.iterdir()):
        path.chmod(there)
    assert quiz("db", "upgrade").exit_code == 0
    assert modes(data) == only_ours(data)
    database.close()


def test_the_demonstration(quiz: Quiz, data: Path, environment: dict[str, str]) -> None:
    del environment["SECRET_KEY"], environment["CODE_KEY"]
    assert quiz("demo", "--prepare", "--empty").exit_code == 0
    database = Database(f"sqlite:///{data}/quiz.sqlite3")
    assert not database.try_to_write()
    assert modes(data) == only_ours(data, DEMO_SECRETS)
    database.close()


def test_a_restore_into_a_new_place(
    quiz: Quiz, data: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    in_use(data).close()
    assert quiz("backup", str(tmp_path / "a.backup")).exit_code == 0
    assert mode(tmp_path / "a.backup") == 0o600
    environment["DATA_DIR"] = str(tmp_path / "new")
    assert quiz("restore", str(tmp_path / "a.backup")).exit_code == 0
    database = Database(Settings.from_environment(environment).database_url)
    assert not database.try_to_write()
    assert modes(tmp_path / "new") == only_ours(tmp_path / "new")
    database.close()


def test_a_folder_with_other_things_stays_as_it_is(quiz: Quiz, data: Path) -> None:
    data.mkdir()
    (data / "letter.txt").touch()
    before = modes(data)
    assert quiz("db", "upgrade").exit_code == 0
    assert modes(data) == {**before, "quiz.sqlite3": 0o600}


def test_a_folder_that_everybody_puts_things_in_stays_as_it_is(quiz: Quiz, data: Path) -> None:
    data.mkdir()
    data.chmod(0o1777)
    assert quiz("db", "upgrade").exit_code == 0
    assert modes(data) == {"": 0o1777, "quiz.sqlite3": 0o600}


def test_a_file_that_is_no_database_keeps_its_mode(
    quiz: Quiz, data: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Beste ouders, " * 500, encoding="utf-8")
    letter.chmod(0o644)
    environment["DATABASE_URL"] = f"sqlite:///{letter}"
    assert quiz("db", "upgrade").exit_code == 1
    assert mode(letter) == 0o644
