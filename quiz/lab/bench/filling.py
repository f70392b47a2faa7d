"""Fills a database with finished attempts in classes of 25, to see what grows with them."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import insert, text

from quiz.lab.bench.place import SCHOOL
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from quiz.usecases.staff.people import school_named

PUPILS = 25
CLASSES_AT_ONCE = 200
PROFILES = 100
ANSWERED = 28
_CODES, _MILLISECONDS = count(), count()


def fill(services: Services, attempts: int, show: Callable[[int], object]) -> list[int]:
    """Add so many attempts, rounded down to whole classes; the numbers of those classes.

    `show` is called with how many are there.
    """
    classes: list[int] = []
    for first in range(0, attempts // PUPILS, CLASSES_AT_ONCE):
        classes += _fill(services, min(CLASSES_AT_ONCE, attempts // PUPILS - first))
        show(len(classes) * PUPILS)
    if not services.database.is_sqlite:
        with services.database.writing() as session:
            session.execute(text("ANALYZE"))  # as its autovacuum does in a minute
    return classes


def _fill(services: Services, classes: int) -> list[int]:
    chance = Random(next(_CODES))  # noqa: S311
    outcomes = [_outcome(services, chance) for _ in range(PROFILES)]
    with services.database.writing() as session:
        school = school_named(session, SCHOOL).id
        rows = [_class_row(services, school) for _ in range(classes)]
        made = insert(SchoolClass).returning(SchoolClass.id)
        numbers = list(session.scalars(made, rows))
        pupils = [_attempt_row(services, number) for number in numbers for _ in range(PUPILS)]
        session.execute(insert(Attempt), pupils)
        session.execute(
            insert(Result), [_result_row(services, row, chance.choice(outcomes)) for row in pupils]
        )
        answers = [
            {"attempt_id": row["id"], "question": item, "value": chance.randint(1, 5)}
            for row in pupils
            for item in services.bank.tech_items
        ]
        session.execute(insert(Answer).values(sequence=1), answers)
    return numbers


def _outcome(services: Services, chance: Random) -> dict[str, Any]:
    """What the engine says of a pupil who answers anything."""
    asked = chance.sample(list(services.bank.live), ANSWERED)
    profile = services.engine.profile({question: chance.randint(1, 5) for question in asked})
    return {"answered": ANSWERED, "profile": profile.as_json(), "reasons": {}}


def _class_row(services: Services, school: int) -> dict[str, Any]:
    now = services.clock()
    return {
        "school_id": school,
        "name": "2B",
        "code": f"{next(_CODES):06d}",  # digits: no real code has them all
        "school_type": "havo",
        "year": 2,
        "municipality": "GM0228",
        "created_at": now,
        "joining_until": now + timedelta(hours=12),
    }


def _attempt_row(services: Services, class_id: int) -> dict[str, Any]:
    now = services.clock()
    number = new_attempt_id(now - timedelta(milliseconds=next(_MILLISECONDS)))
    return {
        "id": number,
        "class_id": class_id,
        "nickname": f"Otter {number}",
        "return_digest": number.to_bytes(32, "big"),
        "school_type": "havo",
        "year": 2,
        "municipality": "GM0228",
        "language": "nl",
        "bank_version": services.bank.version,
        "blocks": [],
        "target_blocks": 4,
        "started_at": now,
        "last_used_at": now,
        "finished_at": now,
    }


def _result_row(
    services: Services, attempt: dict[str, Any], outcome: dict[str, Any]
) -> dict[str, Any]:
    return {
        "attempt_id": attempt["id"],
        "number": 1,
        "scored_at": attempt["finished_at"],
        "bank_version": services.bank.version,
        "bank_hash": services.bank.hash,
        "model_version": services.engine.model_version,
        "fallback": False,
        "outcome": outcome,
    }
