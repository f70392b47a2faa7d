"""An update, and going back from it: whatever version the data is of, nothing of it is lost."""

import re
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.migrations.run import current_revision, downgrade, newest_revision, upgrade
from quiz.usecases.backup import operations, rebuild
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.storage.migrations.rows import fill_every_table
from tests.storage.migrations.test_migrations import REVISIONS
from tests.usecases.attempts.pupils import answer_block, begin, state_of
from tests.usecases.backup.test_backup import forget_what_a_restore_ends

OLDER = REVISIONS[:-1]


class OldProgram:
    """What the program of an earlier version does: it knows no later schema than its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, revision: str) -> None:
        known = REVISIONS[: REVISIONS.index(revision) + 1]
        monkeypatch.setattr(rebuild, "newest_revision", lambda: revision)
        monkeypatch.setattr(operations, "is_known_revision", known.__contains__)


@pytest.mark.parametrize("revision", OLDER)
def test_after_an_update_that_disappoints_the_old_version_has_its_data_back(
    revision: str,
    settings: Settings,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _data_of_version(services.database, revision)
    forget_what_a_restore_ends(services.database)
    before = _apart_from_sessions(_all_rows(services.database))
    back_up(settings, tmp_path / "before")
    upgrade(services.database)
    begin(services)
    services.database.close()
    with monkeypatch.context() as patch:
        OldProgram(patch, revision)
        restore(settings, tmp_path / "before", replace=True, other_key=False)
    assert current_revision(services.database) == revision
    forget_what_a_restore_ends(services.database)
    assert _apart_from_sessions(_all_rows(services.database)) == before


def test_a_pupil_of_the_first_version_goes_on_after_every_update(
    services: Services,
) -> None:
    attempt = begin(services)
    answer_block(services, attempt, 4)
    given = state_of(services, attempt)
    downgrade(services.database, REVISIONS[0])
    for revision in REVISIONS[1:]:
        upgrade(services.database, revision)
    assert current_revision(services.database) == newest_revision()
    assert state_of(services, attempt) == given
    answer_block(services, attempt, 5)
    assert len(state_of(services, attempt).answers) == 2 * len(given.answers)


def test_the_old_version_refuses_a_backup_of_the_new_one(
    settings: Settings, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(services)
    before = _all_rows(services.database)
    back_up(settings, tmp_path / "after")
    OldProgram(monkeypatch, OLDER[-1])
    with pytest.raises(BackupError, match="newer version"):
        restore(settings, tmp_path / "after", replace=True, other_key=False)
    assert _all_rows(services.database) == before


def _data_of_version(database: Database, revision: str) -> dict[str, list[Any]]:
    """Rows in every table that this version has."""
    fill_every_table(database)
    downgrade(database, revision)
    found = _all_rows(database)
    assert found["attempt"]
    assert found["answer"]
    return found


def _all_rows(database: Database) -> dict[str, list[Any]]:
    """Every row of every table there is, whatever the models of today say."""
    with database.engine.connect() as connection:
        known = sa.MetaData()
        known.reflect(connection)
        return {
            name: sorted(map(str, connection.execute(sa.select(table)).all()))
            for name, table in known.tables.items()
        }


def _apart_from_sessions(rows: dict[str, Any]) -> dict[str, Any]:
    """The rows without the text that names sessions of staff: a restore ends them."""
    return rows | {
        "staff": [re.sub(r"'([0-9a-f]{32}|u{32})'", "", row) for row in rows.get("staff", [])]
    }
