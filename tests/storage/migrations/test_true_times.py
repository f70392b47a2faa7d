"""What was stored while times were measured wrongly no longer says that anybody hurried."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import MetaData, select

from quiz.storage.database import Database
from quiz.storage.migrations.run import downgrade, upgrade
from quiz.storage.tables.attempt import Answer, Result
from tests.storage.migrations.catalogue_rows import NOW
from tests.storage.migrations.rows import fill_every_table

PUPIL = 2**60
IN_2032 = 1_956_528_000_000
LAST_WEEK = int(NOW.timestamp() * 1000)


@pytest.fixture
def before(empty_database: Database) -> Database:
    """A database of the version that measured wrongly, with one pupil in it."""
    upgrade(empty_database)
    fill_every_table(empty_database)
    downgrade(empty_database, "0010")
    return empty_database


def _results(database: Database) -> dict[int, Any]:
    with database.reading() as session:
        rows = session.execute(sa.select(Result.number, Result.outcome))
        return {row.number: row.outcome for row in rows}


def test_no_time_of_before_counts_as_measured(before: Database) -> None:
    with before.writing() as session:
        for number, time in enumerate((0, 4, 2100, None)):
            question = f"question-{number}"
            answer = Answer(attempt_id=PUPIL, question=question, value=4, sequence=number)
            answer.milliseconds = time
            session.add(answer)
    upgrade(before)
    with before.reading() as session:
        kept = session.execute(sa.select(Answer.value, Answer.sequence, Answer.milliseconds)).all()
    assert len(kept) == 5
    assert {milliseconds for _value, _sequence, milliseconds in kept} == {None}
    assert sorted(sequence for _value, sequence, _none in kept)[:4] == [0, 1, 2, 3]


def test_no_result_of_before_says_very_fast_and_the_rest_of_it_is_as_it_was(
    before: Database,
) -> None:
    given = [["fast"], ["long_run", "fast"], ["fast", "misfit"], ["all_equal"], []]
    rest = {"answered": 28, "reasons": {"b-world": [["brace-hand", 5]], "a-world": []}}
    outcomes: list[dict[str, Any]] = [
        {**rest, "profile": {"worlds": ["z", "a"], "remarks": remarks}} for remarks in given
    ]
    with before.writing() as session:
        first = session.get_one(Result, (PUPIL, 1))
        copied = {c.name: getattr(first, c.name) for c in Result.__table__.columns}
        for number, outcome in enumerate([*outcomes, {"answered": 9}], start=2):
            session.add(Result(**(copied | {"number": number, "outcome": outcome})))
    upgrade(before)
    found = _results(before)
    assert [found[number]["profile"]["remarks"] for number in range(2, 7)] == [
        *([], ["long_run"], ["misfit"], ["all_equal"], []),
    ]
    assert found[7] == {"answered": 9}
    assert repr(found[3] | {"profile": 0}) == repr(outcomes[1] | {"profile": 0})
    assert found[3]["profile"]["worlds"] == ["z", "a"]


def test_more_results_than_go_in_one_batch(before: Database) -> None:
    outcome = {"answered": 28, "profile": {"remarks": ["fast"]}}
    with before.writing() as session:
        known = MetaData()  # the columns of that version
        known.reflect(session.connection(), only=["attempt"])
        attempts = known.tables["attempt"]
        found = session.execute(select(attempts).where(attempts.c.id == PUPIL)).one()
        first = session.get_one(Result, (PUPIL, 1))
        values = dict(found._mapping)
        copied = {c.name: getattr(first, c.name) for c in Result.__table__.columns}
        for number in range(1, 1205):
            changed = {"id": number, "return_digest": number.to_bytes(32), "class_id": None}
            session.execute(attempts.insert().values(values | changed))
            session.add(Result(**(copied | {"attempt_id": number, "outcome": outcome})))
    upgrade(before)
    with before.reading() as session:
        outcomes = session.scalars(sa.select(Result.outcome)).all()
    assert len(outcomes) == 1205
    assert not [each for each in outcomes if "fast" in str(each)]


def test_an_answer_from_the_future_locks_nobody_out_any_more(before: Database) -> None:
    with before.writing() as session:
        for question, sequence in (("a", IN_2032), ("b", IN_2032 + 1), ("c", LAST_WEEK)):
            session.add(Answer(attempt_id=PUPIL, question=question, value=4, sequence=sequence))
    upgrade(before)
    with before.reading() as session:
        rows = session.execute(sa.select(Answer.question, Answer.sequence))
        sequences = {row.question: row.sequence for row in rows}
    assert sequences["a"] < sequences["b"] < sequences["c"] == LAST_WEEK
