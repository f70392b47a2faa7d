"""Joining a class: what a pupil's start needs to know about it, and what it changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import ClassClosed, ClassFull, UnknownCode
from quiz.usecases.classes.opening import opening_times_of
from quiz.usecases.classes.seats import answered_in, make_place

_CLASS = select(
    SchoolClass.id,
    SchoolClass.name,
    SchoolClass.school_type,
    SchoolClass.year,
    SchoolClass.municipality,
    SchoolClass.capacity,
    SchoolClass.joining_until,
    SchoolClass.lesson_hours,
    SchoolClass.closed_at,
)


@dataclass(frozen=True)
class OpenClass:
    """A class that lets pupils in, with the nicknames that are taken."""

    id: int
    name: str
    school_type: str
    year: int | None
    municipality: str | None
    capacity: int
    nicknames: list[str]


def find_open_class(session: Session, code: str, now: datetime) -> OpenClass:
    """The class with this code. Raises UnknownCode, ClassClosed or ClassFull."""
    return _open_class(session, session.execute(_with_code(code)).first(), now)


def hold_class(session: Session, code: str) -> int | None:
    """Hold the class with this code until we commit, open or not; None where there is none."""
    wanted = select(SchoolClass.id).where(SchoolClass.code == code)
    return session.scalar(wanted.with_for_update())


def enter_class(session: Session, code: str, now: datetime) -> OpenClass:
    """The same for a pupil who joins now, holding the class so that nobody else does meanwhile.

    With the first pupil the hours of the lesson begin.
    """
    row = session.execute(_with_code(code).with_for_update()).first()
    found = _open_class(session, row, now)
    make_place(session, found.id, found.capacity, now)
    if row is not None and row.lesson_hours is not None:
        until = max(row.joining_until, now + timedelta(hours=row.lesson_hours))
        running = {"joining_until": until, "lesson_hours": None}
        session.execute(update(SchoolClass).where(SchoolClass.id == row.id).values(running))
    return found


def _with_code(code: str) -> Select[*tuple[Any, ...]]:
    return _CLASS.where(SchoolClass.code == code)


def _open_class(session: Session, row: Row[*tuple[Any, ...]] | None, now: datetime) -> OpenClass:
    if row is None:
        raise UnknownCode
    if not opening_times_of(row).are_open(now):
        raise ClassClosed
    if answered_in(session, row.id) >= row.capacity:
        raise ClassFull
    nicknames = session.scalars(select(Attempt.nickname).where(Attempt.class_id == row.id)).all()
    return OpenClass(
        id=row.id,
        name=row.name,
        school_type=row.school_type,
        year=row.year,
        municipality=row.municipality,
        capacity=row.capacity,
        nicknames=list(nicknames),
    )
