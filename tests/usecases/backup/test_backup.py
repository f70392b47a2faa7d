"""What whoever looks after the quiz relies on: a backup holds everything, and goes back whole."""

import re
import stat
import threading
import zipfile
from pathlib import Path

from sqlalchemy import inspect, select, text

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.migrations.run import current_revision, downgrade, newest_revision
from quiz.storage.tables.wrong_count import WrongCount
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.reading import attempt_of
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import (
    answer_block,
    begin,
    everything_stored,
    new_code,
    state_of,
    walk,
)

PUPILS, BACKUPS = 4, 5


def test_what_is_lost_comes_back_to_the_last_row(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    fill_every_table(services.database)
    forget_what_a_restore_ends(services.database)
    before = apart_from_sessions(everything_stored(services.database))
    back_up(settings, tmp_path / "monday.backup")
    _lose_everything(services)
    restore(settings, tmp_path / "monday.backup", replace=False, other_key=False)
    forget_what_a_restore_ends(services.database)
    assert apart_from_sessions(everything_stored(services.database)) == before
    assert current_revision(services.database) == newest_revision()


def test_a_pupil_goes_on_after_a_restore_with_the_code_from_before(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    attempt = begin(services)
    walk(services, attempt)
    code = new_code(services, attempt)
    back_up(settings, tmp_path / "backup")
    _lose_everything(services)
    restore(settings, tmp_path / "backup", replace=False, other_key=False)
    assert attempt_of(services, code).attempt_id == attempt


def test_every_backup_made_while_pupils_answer_holds_what_was_acknowledged(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    attempts = [begin(services) for _pupil in range(PUPILS)]
    acknowledged: dict[int, int] = dict.fromkeys(attempts, 0)
    going = threading.Event()
    going.set()
    threads = [
        threading.Thread(target=_answer_on, args=(services, attempt, acknowledged, going))
        for attempt in attempts
    ]
    for thread in threads:
        thread.start()
    kept = []
    for number in range(BACKUPS):
        before = dict(acknowledged)
        back_up(settings, tmp_path / f"{number}")
        kept.append((number, before))
    going.clear()
    for thread in threads:
        thread.join()
    for number, before in kept:
        restore(settings, tmp_path / f"{number}", replace=True, other_key=False)
        for attempt, count in before.items():
            assert len(state_of(services, attempt).answers) >= count


def test_a_backup_of_before_an_update_goes_back_and_is_brought_up_to_date(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    downgrade(services.database, "-1")
    back_up(settings, tmp_path / "before")
    services.database.close()
    restore(settings, tmp_path / "before", replace=False, other_key=False)
    assert current_revision(services.database) == newest_revision()


def test_only_its_owner_can_read_a_backup(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    begin(services)
    file = tmp_path / "backup"
    back_up(settings, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".backup")] == []


def test_who_typed_something_wrong_just_now_is_not_in_a_backup(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    fill_every_table(services.database)
    count = select(WrongCount.who)
    with services.database.reading() as session:
        who = session.scalars(count).one()
    back_up(settings, tmp_path / "backup")
    with zipfile.ZipFile(tmp_path / "backup") as bundle:
        assert who not in bundle.read("database")
    restore(settings, tmp_path / "backup", replace=True, other_key=False)
    with services.database.reading() as session:
        assert session.scalars(count).all() == []


def test_the_key_is_not_in_the_backup(
    settings: Settings, services: Services, tmp_path: Path
) -> None:
    begin(services)
    back_up(settings, tmp_path / "backup")
    with zipfile.ZipFile(tmp_path / "backup") as bundle:
        content = b"".join(bundle.read(name) for name in bundle.namelist())
    assert settings.code_key.encode() not in content
    assert settings.secret_key.encode() not in content


def apart_from_sessions(stored: str) -> str:
    """What is stored, without the text that names sessions of staff: a restore ends them."""
    return re.sub(r"'([0-9a-f]{32}|u{32})'", "", stored)


def forget_what_a_restore_ends(database: Database) -> None:
    """So that the rest can be compared: sessions of pupils, what they shared, codes."""
    there = inspect(database.engine)
    with database.writing() as session:
        for table in ("share_code", "share", "staff_recovery_code", "wrong_count"):
            if there.has_table(table):
                session.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        if "session_number" in {each["name"] for each in there.get_columns("attempt")}:
            session.execute(text("UPDATE attempt SET session_number = 1"))


def _lose_everything(services: Services) -> None:
    """The disk is gone: an empty database stands in its place."""
    downgrade(services.database, "base")
    services.database.close()


def _answer_on(
    services: Services, attempt: int, acknowledged: dict[int, int], going: threading.Event
) -> None:
    while going.is_set():
        answer_block(services, attempt, 4)
        acknowledged[attempt] = len(state_of(services, attempt).answers)
        if acknowledged[attempt] > 20:
            return
