"""Start a retake, or discard one that is not finished. Earlier attempts stay."""

import secrets
from typing import Any

from sqlalchemy import delete, insert, select

from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.blocks import DEFAULT_BLOCKS, choose_block
from quiz.usecases.attempts.errors import NoMoreRetakes
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.retakes.retakes import attempts_of, lock_first_attempt
from quiz.usecases.services import Services

MOST_ATTEMPTS = 5
_DIGEST_BYTES = 32
# What a retake takes over from the one before it.
_KEPT = (
    Attempt.nickname,
    Attempt.school_type,
    Attempt.year,
    Attempt.municipality,
    Attempt.language,
    Attempt.trial,
)


def start_retake(services: Services, attempt_id: int, schooling: Schooling | None = None) -> int:
    """The attempt to go on with: a new one, or the newest while that is not finished.

    So pressing twice starts one. `schooling` where the pupil is at another school or in another
    year by now. Raises NoAttempt, or NoMoreRetakes.
    """
    with services.database.writing() as session:
        first_id = lock_first_attempt(session, attempt_id)
        attempts = attempts_of(session, first_id)
        newest = attempts[-1]
        if not newest.finished:
            return newest.id
        if len(attempts) >= MOST_ATTEMPTS:
            raise NoMoreRetakes
        number = max(new_attempt_id(services.clock()), newest.id + 1)
        before = dict(session.execute(select(*_KEPT).where(Attempt.id == newest.id)).one()._mapping)
        values = _values(services, number, before, schooling)
        session.execute(insert(Attempt).values({**values, "first_id": first_id}))
        return number


def discard_retake(services: Services, attempt_id: int) -> int:
    """Remove the retake that is busy, with its answers; the newest attempt that is left.

    The first attempt, and one that has a result, always stay. Twice is once. Raises NoAttempt.
    """
    with services.database.erasing() as session:
        first_id = lock_first_attempt(session, attempt_id)
        attempts = attempts_of(session, first_id)
        newest = attempts[-1]
        if newest.id == first_id or newest.finished or newest.scored_at is not None:
            return newest.id
        busy = Attempt.id == newest.id, Attempt.finished_at.is_(None)
        removed = session.connection().execute(delete(Attempt).where(*busy)).rowcount
        return attempts[-2].id if removed else newest.id


def _values(
    services: Services, number: int, before: dict[str, Any], schooling: Schooling | None
) -> dict[str, Any]:
    now = services.clock()
    if schooling is not None:
        before |= vars(schooling)
    return before | {
        "id": number,
        "return_digest": secrets.token_bytes(_DIGEST_BYTES),  # no code leads to an attempt itself
        "bank_version": services.bank.version,
        "blocks": [list(choose_block(services.engine, [], {}, number))],
        "target_blocks": DEFAULT_BLOCKS,
        "started_at": now,
        "last_used_at": now,
    }
