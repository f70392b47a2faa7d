"""The places of a class: who takes one, who makes way, and how those get back in.

A place is taken with the first answer, not by coming in: else one browser could fill a class with
entries that never answer (ADR 0024). There are never more entries than places. When all are
taken and some of them answered nothing yet, the oldest of those makes way for the newcomer; with
the first answer it is back, as long as there is a place. Whoever answered keeps theirs.

Every function here wants the class held (`hold_class`), so that they wait for each other. They
then wait for attempts that are being saved, and saving never waits for a class.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from secrets import SystemRandom
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from quiz.domain.codes.nicknames import choose_nickname
from quiz.storage.tables.attempt import Answer, Attempt, Left
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import ClassFull, NoClass
from quiz.usecases.classes.opening import opening_times_of
from quiz.usecases.services import Services

REGAINING = frozenset({Left.PUSHED, Left.EMPTY})
MOST_PUSHED = 2000  # entries of one class that made way and never answered
KEPT_EMPTY = timedelta(days=7)
NEVER_LEFT = dict.fromkeys(("left_class_id", "left_at", "left_why"))

ANSWERED = or_(exists().where(Answer.attempt_id == Attempt.id), Attempt.finished_at.is_not(None))
_GROUP = select(
    SchoolClass.id,
    SchoolClass.capacity,
    SchoolClass.joining_until,
    SchoolClass.lesson_hours,
    SchoolClass.closed_at,
)


def hold_class(session: Session, class_id: int) -> Row[*tuple[Any, ...]]:
    """Hold a class until we commit. Raises NoClass."""
    row = session.execute(_GROUP.where(SchoolClass.id == class_id).with_for_update()).one_or_none()
    if row is None:
        raise NoClass
    return row


def answered_in(session: Session, class_id: int) -> int:
    """How many in a class answered something, and so take a place."""
    return sum(_entries(session, class_id).values())


def make_place(session: Session, class_id: int, capacity: int, now: datetime) -> None:
    """See that there is a place for one more. Raises ClassFull: all are taken by answers."""
    while True:
        entries = _entries(session, class_id)
        empty = [number for number, answered in entries.items() if not answered]
        if len(entries) - len(empty) >= capacity:
            raise ClassFull
        surplus = len(entries) - capacity + 1
        if surplus <= 0 or set_aside(session, empty[:surplus], Left.PUSHED, now) == surplus:
            break  # else some of them answered meanwhile: look again
    _forget_oldest_pushed(session, class_id)


def set_aside(session: Session, numbers: Collection[int], why: Left, now: datetime) -> int:
    """Take entries out of their class that still have no answer; how many these were.

    They are held before we look for answers, so that one of this very instant is seen.
    """
    held = select(Attempt.id).where(Attempt.id.in_(numbers), Attempt.class_id.is_not(None))
    mine = session.scalars(held.order_by(Attempt.id).with_for_update()).all()
    still = session.scalars(select(Attempt.id).where(Attempt.id.in_(mine), ~ANSWERED)).all()
    session.execute(update(Attempt).where(Attempt.id.in_(still)).values(left(why, now)))
    return len(still)


def left(why: Left, now: datetime) -> Mapping[str, Any]:
    """What an attempt becomes that leaves its class."""
    moved = Attempt.class_id if why != Left.PICTURED else None
    return {"class_id": None, "left_class_id": moved, "left_at": now, "left_why": str(why)}


def take_in(session: Session, class_id: int, numbers: Collection[int]) -> None:
    """Put entries that left back into their class; one whose nickname is taken gets another."""
    names = select(Attempt.nickname).where(Attempt.class_id == class_id)
    taken = set(session.scalars(names))
    mine = select(Attempt.id, Attempt.nickname).where(Attempt.id.in_(numbers))
    for number, nickname in session.execute(mine.order_by(Attempt.id)).all():
        name = choose_nickname(SystemRandom(), taken) if nickname in taken else nickname
        taken.add(name)
        back = {"class_id": class_id, "nickname": name, **NEVER_LEFT}
        session.execute(update(Attempt).where(Attempt.id == number).values(back))


def regain_place(services: Services, attempt_id: int, class_id: int) -> None:
    """Let an entry that made way back in, now that it answered; where it cannot, nothing happens.

    An entry that was there before the class closed may come back after it, as everybody who is
    busy goes on. Not those whom the teacher took out: closing and clearing ends an attack.
    """
    with services.database.writing() as session:
        try:
            group = hold_class(session, class_id)
        except NoClass:
            return
        out = select(Attempt.left_why).where(
            Attempt.id == attempt_id, Attempt.left_class_id == class_id
        )
        why, now = session.scalar(out.with_for_update()), services.clock()
        if why != Left.PUSHED and not (why == Left.EMPTY and opening_times_of(group).are_open(now)):
            return
        try:
            make_place(session, class_id, group.capacity, now)
        except ClassFull:
            return
        take_in(session, class_id, [attempt_id])


def never_answered_for_long(now: datetime) -> ColumnElement[bool]:
    """Entries that made way a week ago and never answered: nobody misses them."""
    return Attempt.left_why.in_(REGAINING) & (Attempt.left_at < now - KEPT_EMPTY) & ~ANSWERED


def _entries(session: Session, class_id: int) -> dict[int, bool]:
    """Everybody in a class, the oldest first, and whether they answered something."""
    every = select(Attempt.id, ANSWERED).where(Attempt.class_id == class_id)
    return {
        number: bool(answered) for number, answered in session.execute(every.order_by(Attempt.id))
    }


def _forget_oldest_pushed(session: Session, class_id: int) -> None:
    """Keep so many of those who made way: entries that somebody makes without end have an end."""
    pushed = select(Attempt.id).where(
        Attempt.left_class_id == class_id, Attempt.left_why == Left.PUSHED
    )
    beyond = pushed.order_by(Attempt.id.desc()).offset(MOST_PUSHED).with_for_update()
    numbers = session.scalars(beyond).all()
    if numbers:
        session.execute(delete(Attempt).where(Attempt.id.in_(numbers), ~ANSWERED))
