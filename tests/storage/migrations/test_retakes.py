"""Going back to a version without second looks: the first attempt stays, the later ones leave."""

import sqlalchemy as sa

from quiz.storage.database import Database
from quiz.storage.migrations.run import downgrade, upgrade
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.favourite import Favourite
from tests.storage.migrations.catalogue_rows import NOW
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import row_counts

FIRST = 2**60


def with_a_retake(database: Database) -> None:
    """Give the pupil of the rows a retake with an answer and a result of its own."""
    fill_every_table(database)
    with database.writing() as session:
        first = session.get_one(Attempt, FIRST)
        values = {c.name: getattr(first, c.name) for c in Attempt.__table__.columns}
        values |= {"id": FIRST + 1, "class_id": None, "first_id": FIRST, "return_digest": b"2" * 32}
        session.add(Attempt(**values))
        session.flush()
        session.add(Answer(attempt_id=FIRST + 1, question="brace-hand", value=2, sequence=1))
        session.add(Favourite(attempt_id=FIRST + 1, kind="event", row_id="dag", kept_at=NOW))
        result = session.get_one(Result, (FIRST, 1))
        copied = {c.name: getattr(result, c.name) for c in Result.__table__.columns}
        session.add(Result(**(copied | {"attempt_id": FIRST + 1})))


def test_going_back_removes_retakes_and_keeps_the_first(empty_database: Database) -> None:
    upgrade(empty_database)
    with_a_retake(empty_database)
    downgrade(empty_database, "0004")
    with empty_database.engine.connect() as connection:
        for column in (
            "attempt.id",
            "answer.attempt_id",
            "result.attempt_id",
            "favourite.attempt_id",
        ):
            table = column.partition(".")[0]
            owners = connection.scalars(sa.text(f"SELECT {column} FROM {table}"))  # noqa: S608
            assert owners.all() == [FIRST]


def test_a_retake_vanishes_with_the_first(empty_database: Database) -> None:
    upgrade(empty_database)
    with_a_retake(empty_database)
    with empty_database.writing() as session:
        session.execute(sa.delete(Attempt).where(Attempt.id == FIRST))
    left = row_counts(empty_database)
    assert {left[name] for name in ("attempt", "answer", "result", "favourite")} == {0}
