"""A restore that stops at any moment left the database as it was: nobody of then is in again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from quiz.config import Settings
from quiz.storage.tables.staff import Staff
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.operations import restore
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin, everything_stored
from tests.usecases.backup.test_a_backup_is_data import file

__all__ = ["file"]
LAST, EVERY = 15, 60  # steps: each of the last ones, where rows are in, and some before


class Stopped(BaseException):
    """The process ends here: no `except` of ours goes on after it."""


@contextmanager
def stopping_before(step: int) -> Iterator[list[int]]:
    """Stop before so many statements and commits to any database; counts them."""
    steps = [0]

    def one_more(*about: object) -> None:
        if getattr(about[-2:][0], "_is_server_side", False):
            return  # psycopg would complain of a cursor that was never used
        steps[0] += 1
        if steps[0] == step:
            raise Stopped

    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, one_more)
    try:
        yield steps
    finally:
        for moment in ("before_cursor_execute", "commit"):
            event.remove(Engine, moment, one_more)


def test_wherever_a_restore_stops_the_database_is_as_it_was(
    settings: Settings, services: Services, file: Path
) -> None:
    with services.database.reading() as session:
        of_then = set(session.query(Staff.fs_uniquifier).all())
    restore(settings, file, replace=True, other_key=False)
    begin(services)
    before = everything_stored(services.database)
    with stopping_before(0) as steps:
        restore(settings, file, replace=True, other_key=False)
    after = everything_stored(services.database)
    assert after != before
    for step in sorted({*range(1, steps[0], EVERY), *range(steps[0] - LAST, steps[0] + 1)}):
        with stopping_before(step), pytest.raises((Stopped, BackupError)):
            restore(settings, file, replace=True, other_key=False)
        assert everything_stored(services.database) == after, f"step {step} of {steps[0]}"
    with services.database.reading() as session:
        assert not of_then & set(session.query(Staff.fs_uniquifier).all())
