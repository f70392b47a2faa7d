"""Looks: a pupil does the quiz again later, and what belongs to the pupil stays on the first one.

The first attempt is the *root*: it holds class, return code, favourites, shares and agreed steps.
A later look is an attempt of its own that points at the root (docs/adr/0013-looks.md). The newest
look has the highest number: a new one gets a number above all before it, whatever the clock says.
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
class Look:
    """One of a pupil's looks. `number` counts from 1, the first one.

    `finished`: no question is open; `scored_at`: when its newest result was made, None without.
    """

    id: int
    number: int
    finished: bool
    scored_at: datetime | None


def first_look(attempt_id: int | BindParameter[int]) -> Select[int]:
    """Which attempt is the first of the pupil whose attempt this is, as a query of one number."""
    return select(func.coalesce(Attempt.first_id, Attempt.id)).where(Attempt.id == attempt_id)


def root_of(session: Session, attempt_id: int) -> int:
    """The first attempt of the pupil whose attempt this is: itself, or what it points at.

    Raises NoAttempt when there is no such attempt.
    """
    found = session.scalar(first_look(attempt_id))
    if found is None:
        raise NoAttempt
    return found


def hold_root(session: Session, attempt_id: int) -> int:
    """Hold the pupil's first attempt until we commit, so that two presses wait for each other.

    Gives its number. Raises NoAttempt.
    """
    root = root_of(session, attempt_id)
    held = session.scalar(select(Attempt.id).where(Attempt.id == root).with_for_update())
    if held is None:
        raise NoAttempt
    return held


def looks_of(session: Session, attempt_id: int) -> tuple[Look, ...]:
    """All looks of the pupil whose attempt this is, the first one first. Raises NoAttempt."""
    every = session.execute(_LOOKS, {"attempt": attempt_id})
    looks = tuple(
        Look(number, place, finished_at is not None, scored_at)
        for place, (number, finished_at, scored_at) in enumerate(every, start=1)
    )
    if not looks:
        raise NoAttempt
    return looks


def look_with_result(session: Session, attempt_id: int) -> int:
    """The pupil's newest look that has a result, also while a newer one is busy.

    Raises NoAttempt, or NotFinished before the first result.
    """
    return newest_with_result(looks_of(session, attempt_id)).id


def newest_with_result(looks: Sequence[Look]) -> Look:
    """The newest of these looks that has a result. Raises NotFinished."""
    scored = [look for look in looks if look.scored_at is not None]
    if not scored:
        raise NotFinished
    return scored[-1]


def of_pupil(root: int | ScalarSelect[int]) -> ColumnElement[bool]:
    """Every look of the pupil with this first attempt, as a condition."""
    return or_(Attempt.id == root, Attempt.first_id == root)


# Built once: every page of a result asks for it.
_LOOKS = (
    select(Attempt.id, Attempt.finished_at, func.max(Result.scored_at, type_=Result.scored_at.type))
    .outerjoin(Result, Result.attempt_id == Attempt.id)
    .where(of_pupil(first_look(bindparam("attempt")).scalar_subquery()))
    .group_by(Attempt.id)
    .order_by(Attempt.id)
)
