"""Looking again: start a new look, or stop one that is not finished. Earlier looks stay."""

import secrets
from typing import Any

from sqlalchemy import delete, insert, select

from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.blocks import DEFAULT_BLOCKS, choose_block
from quiz.usecases.attempts.errors import NoMoreLooks
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.retakes.retakes import hold_root, looks_of
from quiz.usecases.services import Services

MOST_LOOKS = 5
_DIGEST_BYTES = 32
# What a new look takes over from the one before it.
_KEPT = (
    Attempt.nickname,
    Attempt.school_type,
    Attempt.year,
    Attempt.municipality,
    Attempt.language,
    Attempt.trial,
)


def begin_second_look(
    services: Services, attempt_id: int, schooling: Schooling | None = None
) -> int:
    """The look to go on with: a new one, or the newest while that is not finished.

    So pressing twice starts one. `schooling` where the pupil is at another school or in another
    year by now. Raises NoAttempt, or NoMoreLooks.
    """
    with services.database.writing() as session:
        root = hold_root(session, attempt_id)
        looks = looks_of(session, root)
        newest = looks[-1]
        if not newest.finished:
            return newest.id
        if len(looks) >= MOST_LOOKS:
            raise NoMoreLooks
        number = max(new_attempt_id(services.clock()), newest.id + 1)
        before = dict(session.execute(select(*_KEPT).where(Attempt.id == newest.id)).one()._mapping)
        values = _values(services, number, before, schooling)
        session.execute(insert(Attempt).values({**values, "first_id": root}))
        return number


def stop_look(services: Services, attempt_id: int) -> int:
    """Remove the later look that is busy, with its answers; the newest look that is left.

    The first look, and a look that has a result, always stay. Twice is once. Raises NoAttempt.
    """
    with services.database.erasing() as session:
        root = hold_root(session, attempt_id)
        looks = looks_of(session, root)
        newest = looks[-1]
        if newest.id == root or newest.finished or newest.scored_at is not None:
            return newest.id
        busy = Attempt.id == newest.id, Attempt.finished_at.is_(None)
        removed = session.connection().execute(delete(Attempt).where(*busy)).rowcount
        return looks[-2].id if removed else newest.id


def _values(
    services: Services, number: int, before: dict[str, Any], schooling: Schooling | None
) -> dict[str, Any]:
    now = services.clock()
    if schooling is not None:
        before |= vars(schooling)
    return before | {
        "id": number,
        "return_digest": secrets.token_bytes(_DIGEST_BYTES),  # no code leads to a look itself
        "bank_version": services.bank.version,
        "blocks": [list(choose_block(services.engine, [], {}, number))],
        "target_blocks": DEFAULT_BLOCKS,
        "started_at": now,
        "last_used_at": now,
    }
