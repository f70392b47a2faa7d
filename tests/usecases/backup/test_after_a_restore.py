"""After a restore nobody is signed in by what was given before, and the command says so."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from quiz.cli import main
from quiz.config import Settings
from quiz.storage.tables.share import Share, ShareCode
from quiz.storage.tables.staff import Staff, StaffInvitation, StaffRecoveryCode
from quiz.usecases.attempts.sessions import session_number_of
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import begin, state_of
from tests.usecases.backup.test_a_backup_is_data import file

__all__ = ["file"]


def test_after_a_restore_sessions_and_links_are_over(
    settings: Settings, services: Services, file: Path
) -> None:
    with services.database.writing() as session:
        session.execute(text("UPDATE staff_invitation SET used_at = NULL"))
        before = session.query(Staff.fs_uniquifier).all()
    file.unlink()
    back_up(settings, file)
    restore(settings, file, replace=True, other_key=False)
    with services.database.reading() as session:
        assert not set(before) & set(session.query(Staff.fs_uniquifier).all())
        assert session.query(StaffInvitation).all() == []
        assert session.query(StaffRecoveryCode).all() == [], "some were used since then"


def test_after_a_restore_no_browser_is_a_pupil_and_nobody_sees_what_was_shared(
    settings: Settings, services: Services, file: Path
) -> None:
    number = begin(services)
    before = read(services, session_number_of, number)
    with services.database.reading() as session:
        assert session.query(Share).count()
        assert session.query(ShareCode).count()
    file.unlink()
    back_up(settings, file)
    restore(settings, file, replace=True, other_key=False)
    assert read(services, session_number_of, number) not in (None, 0, before)
    with services.database.reading() as session:
        assert session.query(Share).count() == session.query(ShareCode).count() == 0


def test_the_command_says_what_is_over(
    settings: Settings, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert services
    for name in ("database_url", "code_key", "secret_key"):
        monkeypatch.setenv(name.upper(), str(getattr(settings, name)))
    done = CliRunner().invoke(main, ["restore", str(file), "--replace"])
    assert done.exit_code == 0, done.output
    assert "everybody is signed out; open links are over" in done.output
    assert "nobody sees what pupils shared" in done.output
    assert "closed accounts are as they were" in done.output


def test_new_rows_after_a_restore_get_numbers_of_their_own(
    settings: Settings, services: Services, file: Path
) -> None:
    restore(settings, file, replace=True, other_key=False)
    attempt = begin(services)
    assert state_of(services, attempt)
    with services.database.writing() as session:
        before = session.scalars(text("SELECT max(id) FROM school")).one()
        session.execute(text("INSERT INTO school (name) VALUES ('Een nieuwe')"))
        assert session.scalars(text("SELECT max(id) FROM school")).one() > before
