"""What a backup refuses, so that nothing is lost by a slip: each time the database stays."""

import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from quiz.config import Settings
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.backup.rebuild import refusals
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin, state_of

ANYWAY = {"replace": True, "other_key": True}


def test_a_backup_is_never_written_over(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    begin(services)
    back_up(settings, tmp_path / "backup")
    first = (tmp_path / "backup").read_bytes()
    with pytest.raises(BackupError, match="choose another name"):
        back_up(settings, tmp_path / "backup")
    assert (tmp_path / "backup").read_bytes() == first


def test_attempts_of_now_are_not_overwritten_by_accident(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    back_up(settings, tmp_path / "empty")
    attempt = begin(services)
    with pytest.raises(BackupError, match="--replace"):
        restore(settings, tmp_path / "empty", replace=False, other_key=False)
    assert state_of(services, attempt)


def test_another_key_is_told_before_anything_changes(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    back_up(settings, tmp_path / "backup")
    attempt = begin(services)
    other = replace(settings, code_key="another-key-0123456789-abcdefghijklmnop")
    with pytest.raises(BackupError, match="CODE_KEY"):
        restore(other, tmp_path / "backup", replace=True, other_key=False)
    assert state_of(services, attempt)
    restore(other, tmp_path / "backup", replace=True, other_key=True)


def test_a_damaged_backup_is_refused_and_changes_nothing(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "backup"
    attempt = begin(services)
    back_up(settings, file)
    whole = file.read_bytes()
    for damage in ("cut", "changed", "changed label", "not a zip", "foreign zip"):
        file.write_bytes(whole)
        _damage(file, damage)
        with pytest.raises(BackupError, match=r"another backup|not a backup"):
            restore(settings, file, replace=True, other_key=False)
        assert state_of(services, attempt), damage


def test_a_backup_of_a_newer_version_is_refused(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    with services.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    back_up(settings, tmp_path / "backup")
    with pytest.raises(BackupError, match="newer version"):
        restore(settings, tmp_path / "backup", replace=True, other_key=False)


def test_an_empty_database_has_nothing_to_back_up(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="nothing to back up"):
        back_up(settings, tmp_path / "backup")
    assert list(tmp_path.glob("backup*")) == []


def test_a_folder_that_does_not_exist_is_said(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    assert services
    with pytest.raises(BackupError, match="make it first"):
        back_up(settings, tmp_path / "nowhere" / "backup")


def test_a_backup_of_the_other_kind_of_database_is_refused(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    back_up(settings, tmp_path / "backup")
    url = "sqlite:////tmp/x" if "postgres" in settings.database_url else "postgresql+psycopg:///x"
    with pytest.raises(BackupError, match="DATABASE_URL is"):
        restore(replace(settings, database_url=url), tmp_path / "backup", **ANYWAY)


def _of_sqlite(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("about geheim")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (_of_sqlite("SQLITE_FULL"), "the disk is full"),
        (psycopg.errors.DiskFull("geheim"), "the disk is full"),
        (DBAPIError("", {}, psycopg.errors.LockNotAvailable("geheim")), "stop the quiz"),
        (_of_sqlite("SQLITE_BUSY"), "stop the quiz"),
        (psycopg.errors.ReadOnlySqlTransaction("geheim"), "read-only"),
        (psycopg.errors.InvalidTextRepresentation("geheim"), "use another one"),
    ],
)
def test_what_goes_wrong_on_the_way_is_told_without_values(problem: Exception, told: str) -> None:
    with pytest.raises(BackupError, match=told) as refused, refusals():
        raise problem
    assert "geheim" not in str(refused.value)


def _start_of_database(file: Path) -> int:
    with zipfile.ZipFile(file) as bundle:
        return bundle.getinfo("database").header_offset


def _damage(file: Path, how: str) -> None:
    content = file.read_bytes()
    if how == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif how.startswith("changed"):
        place = 60 if how == "changed label" else _start_of_database(file) + 500
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    elif how == "not a zip":
        file.write_text("just a text", encoding="utf-8")
    else:
        with zipfile.ZipFile(file, "w") as bundle:
            bundle.writestr("letter.txt", "something else")
