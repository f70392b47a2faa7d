"""kill -9 of `quiz restore`: what was open when the backup was made is never open again."""

import subprocess
import time
from pathlib import Path

from sqlalchemy import text

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.demonstration import QUIZ, own_environment
from tests.usecases.backup.conftest import services, settings
from tests.usecases.backup.test_a_backup_is_data import file

__all__ = ["file", "services", "settings"]
AT_ONCE, PARTS = 2, 2  # kills as soon as the rows are seen, and spread over the whole


def sessions(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.scalars(text("SELECT fs_uniquifier FROM staff")))


def is_of_now(database: Database) -> bool:
    with database.reading() as session:
        return bool(session.scalar(text("SELECT count(*) FROM attempt WHERE nickname = 'Nu'")))


def begin_restore(settings: Settings, services: Services, file: Path) -> "subprocess.Popen[bytes]":
    """Start the command over rows that can be told from those of the backup."""
    with services.database.writing() as session:
        session.execute(text("UPDATE attempt SET nickname = 'Nu'"))
    own = own_environment()
    for name in ("database_url", "code_key", "secret_key"):
        own[name.upper()] = str(getattr(settings, name))
    return subprocess.Popen(
        [QUIZ, "restore", "--replace", file], env=own, stdout=subprocess.DEVNULL
    )


def test_whenever_a_restore_is_killed_nobody_of_then_is_in(
    settings: Settings, services: Services, file: Path
) -> None:
    of_then = sessions(services.database)
    assert of_then
    restore(settings, file, replace=True, other_key=False)
    begun = time.monotonic()
    assert begin_restore(settings, services, file).wait() == 0
    whole = time.monotonic() - begun
    for number in range(AT_ONCE + PARTS):
        with begin_restore(settings, services, file) as process:
            if number < AT_ONCE:
                while process.poll() is None and is_of_now(services.database):
                    time.sleep(0.002)
            else:
                time.sleep(whole * (number - AT_ONCE + 1) / PARTS)
            process.kill()
        found = sessions(services.database)
        assert len(found) == len(of_then)
        assert not found & of_then, number
    back_up(settings, file.with_name("another"))
    assert not list(file.parent.glob(".backup-*"))
