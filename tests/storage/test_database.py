"""The database: short, whole, durable, and safe when many come at once."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer
from quiz.storage.tables.school import School
from quiz.storage.tables.staff import StaffAction
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import at_the_same_instant, row_counts

PRAGMAS = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")


class Interrupted(Exception):
    """Something that goes wrong half-way."""


def add_school(database: Database, name: str) -> None:
    with database.writing() as session:
        session.add(School(name=name))


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(School.name).order_by(School.name)))


def test_what_was_written_is_there_for_the_next_reader(database: Database) -> None:
    add_school(database, "De Linde")
    assert names(database) == ["De Linde"]


def test_a_write_that_fails_half_way_leaves_nothing(database: Database) -> None:
    with suppress(Interrupted), database.writing() as session:
        session.add(School(name="De Linde"))
        session.flush()
        raise Interrupted
    assert names(database) == []


def test_a_write_that_the_database_refuses_leaves_nothing(database: Database) -> None:
    def add_two() -> None:
        with database.writing() as session:
            session.add(School(name="De Eik"))
            session.flush()
            session.add(School(name="De Linde"))

    add_school(database, "De Linde")
    with pytest.raises(IntegrityError):
        add_two()
    assert names(database) == ["De Linde"]


def test_a_reading_session_never_commits(database: Database) -> None:
    with database.reading() as session:
        session.add(School(name="De Linde"))
        session.flush()
    assert names(database) == []


def test_after_a_failure_the_next_write_goes_well(database: Database) -> None:
    for _attempt in range(40):  # more often than there are connections to lose
        with pytest.raises(Interrupted), database.writing():
            raise Interrupted
    add_school(database, "De Linde")
    assert names(database) == ["De Linde"]


def test_thirty_writers_at_the_same_instant_all_get_their_turn(database: Database) -> None:
    at_the_same_instant([partial(add_school, database, f"School {n:02}") for n in range(30)])
    assert names(database) == [f"School {n:02}" for n in range(30)]


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    add_school(database, "De Linde")
    with database.writing() as session:
        session.add(School(name="De Eik"))
        session.flush()
        assert names(database) == ["De Linde"]
    assert names(database) == ["De Eik", "De Linde"]


def test_an_answer_without_its_attempt_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(Answer(attempt_id=12, question="brace-hand", value=3, sequence=0))


@pytest.mark.parametrize("change", [{"value": -1}, {"sequence": -1}])
def test_the_database_itself_refuses_impossible_answers(
    database: Database, change: dict[str, int]
) -> None:
    fill_every_table(database)
    values = {"value": 3, "sequence": 0, **change}
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(Answer(attempt_id=2**60, question="brace-foot", **values))


def test_removing_a_school_takes_everything_of_it(database: Database) -> None:
    fill_every_table(database)
    with database.writing() as session:
        session.delete(session.scalars(select(School)).one())
    left = {table for table, rows in row_counts(database).items() if rows}
    offered = {"agenda_item", "catalogue_change", "catalogue_row", "catalogue_version"}
    shared = {*offered, "tried_link", "role", "upkeep", "wrong_count"}
    pictures = {"frozen_picture", "picture_series"}  # about ten pupils or more
    figures = {*pictures, "region_figure", "region_member"}
    assert left == {*shared, *figures, "staff_action"}, "what all share, figures, a trail"
    with database.reading() as session:
        assert session.scalars(select(StaffAction)).one().staff_id is None


def test_sqlite_writes_ahead_syncs_fully_and_holds_foreign_keys(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/quiz.sqlite3")
    with database.reading() as session:
        found = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS}
    database.close()
    full = 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 15_000,
        "secure_delete": 1,
    }


def test_a_folder_that_cannot_be_made_is_an_error_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        Database(f"sqlite:///{tmp_path}/file/quiz.sqlite3")


def test_a_database_that_is_not_there_is_an_operational_error() -> None:
    database = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(OperationalError), database.reading() as session:
        session.execute(select(1))
    database.close()
