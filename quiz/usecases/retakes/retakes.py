"""Retakes: a pupil does the quiz again later, and what belongs to the pupil stays on the first one.

The *first attempt* holds class, return code, favourites, shares and agreed steps. A *retake* is an
attempt of its own that points at it (docs/adr/0013-looks.md, where attempts are called looks). The
newest has the highest number: it gets one above all before it, whatever the clock says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Select,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt, Result
from quiz.usecases.attempts.errors import NoAttempt, NotFinished


@dataclass(frozen=True)
class PupilAttempt:
    """One of a pupil's attempts. `number` counts from 1, the first one.

    `finished`: no question is open; `scored_at`: when its newest result was made, None without.
    """

    id: int
    number: int
    finished: bool
    scored_at: datetime | None


def first_attempt(attempt_id: BindParameter[int]) -> Select[int]:
    """Which attempt is the first of the pupil whose attempt this is, as a query of one number."""
    return select(func.coalesce(Attempt.first_id, Attempt.id)).where(Attempt.id == attempt_id)


def first_attempt_of(session: Session, attempt_id: int) -> int:
    """The first attempt of the pupil whose attempt this is: itself, or what it points at.

    Raises NoAttempt when there is no such attempt.
    """
    found: int | None = session.connection().scalar(_FIRST, {"attempt": attempt_id})
    if found is None:
        raise NoAttempt
    return found


def lock_first_attempt(session: Session, attempt_id: int) -> int:
    """Hold the pupil's first attempt until we commit, so that two presses wait for each other.

    Gives its number. Raises NoAttempt.
    """
    first_id = first_attempt_of(session, attempt_id)
    held = session.scalar(select(Attempt.id).where(Attempt.id == first_id).with_for_update())
    if held is None:
        raise NoAttempt
    return held


def attempts_of(session: Session, attempt_id: int) -> tuple[PupilAttempt, ...]:
    """All attempts of the pupil whose attempt this is, the first one first. Raises NoAttempt."""
    every = session.connection().execute(_ATTEMPTS, {"attempt": attempt_id})
    attempts = tuple(
        PupilAttempt(number, place, finished_at is not None, scored_at)
        for place, (number, finished_at, scored_at) in enumerate(every, start=1)
    )
    if not attempts:
        raise NoAttempt
    return attempts


def attempt_with_result(session: Session, attempt_id: int) -> int:
    """The pupil's newest attempt that has a result, also while a newer one is busy.

    Raises NoAttempt, or NotFinished before the first result.
    """
    return newest_with_result(attempts_of(session, attempt_id)).id


def newest_with_result(attempts: Sequence[PupilAttempt]) -> PupilAttempt:
    """The newest of these attempts that has a result. Raises NotFinished."""
    scored = [attempt for attempt in attempts if attempt.scored_at is not None]
    if not scored:
        raise NotFinished
    return scored[-1]


def of_pupil(first_id: int | ScalarSelect[int]) -> ColumnElement[bool]:
    """Every attempt of the pupil with this first attempt, as a condition."""
    return or_(Attempt.id == first_id, Attempt.first_id == first_id)


# Built once: every page of a result asks for them.
_FIRST = first_attempt(bindparam("attempt"))
_ATTEMPTS = (
    select(Attempt.id, Attempt.finished_at, func.max(Result.scored_at, type_=Result.scored_at.type))
    .outerjoin(Result, Result.attempt_id == Attempt.id)
    .where(of_pupil(_FIRST.scalar_subquery()))
    .group_by(Attempt.id)
    .order_by(Attempt.id)
)
