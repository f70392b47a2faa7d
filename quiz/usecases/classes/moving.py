"""Coming into a class with what was answered before: begun without a class, or in a wrong one.

The first attempt moves, and all that belongs to it (docs/adr/0025-moving.md). Whoever moves leaves
the other class altogether. Answers that are in a picture of a class never move: they would count
twice, and the two pictures together could tell on who stayed behind.
"""

from dataclasses import dataclass
from datetime import datetime
from secrets import SystemRandom
from typing import Any

from sqlalchemy import bindparam, delete, exists, select, update
from sqlalchemy.orm import Session

from quiz.domain.codes.nicknames import choose_nickname
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import SeriesClass
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.share import Share
from quiz.usecases.attempts.errors import ClassPictured, MustStay, NoAttempt, UnknownCode
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.classes.joining import OpenClass, enter_class, hold_class
from quiz.usecases.classes.seats import NEVER_LEFT
from quiz.usecases.retakes.retakes import first_attempt_of, lock_first_attempt, of_pupil
from quiz.usecases.services import Services

_WHERE = (
    select(Attempt.nickname, Attempt.class_id, SchoolClass.name, Attempt.trial, Attempt.pictured)
    .outerjoin(SchoolClass, SchoolClass.id == Attempt.class_id)
    .where(Attempt.id == bindparam("attempt"))
)


@dataclass(frozen=True)
class Whereabouts:
    """Where a pupil is: the class if any, and what keeps the answers from moving to another one."""

    nickname: str
    class_id: int | None
    class_name: str | None
    trial: bool
    pictured: bool


def whereabouts_of(session: Session, attempt_id: int) -> Whereabouts:
    """Where the pupil of this attempt is, from any attempt. Raises NoAttempt."""
    return _whereabouts(session, first_attempt_of(session, attempt_id))


def is_pictured(session: Session, class_id: int) -> bool:
    """Whether a picture of this class is made, alone or with others."""
    return bool(session.scalar(select(exists().where(SeriesClass.class_id == class_id))))


def schools_left_behind(
    session: Session, attempt_id: int, class_id: int, now: datetime
) -> tuple[str, ...]:
    """The schools that may look now, and no longer once the pupil is in this class."""
    own = select(SchoolClass.school_id).where(SchoolClass.id == class_id).scalar_subquery()
    mine = Share.attempt_id == first_attempt_of(session, attempt_id), Share.until > now
    others = select(School.name).join(Share, Share.school_id == School.id).order_by(School.name)
    confirmed = Share.confirmed_at.is_not(None), Share.school_id != own
    return tuple(session.scalars(others.where(*mine, *confirmed)))


def move_to_class(
    services: Services, attempt_id: int, code: str, *, keep_school: bool = False
) -> str:
    """Move a pupil into the class with this code; the nickname there. Twice is once.

    School and year become those of the class, as far as it has them, unless the pupil wants to
    keep what they told. The town always becomes that of the class.
    Raises UnknownCode, ClassClosed, ClassFull, ClassPictured, MustStay or NoAttempt.
    """
    with services.database.erasing() as session:
        # First the class and then the pupil, as whoever makes a picture holds them.
        class_id = hold_class(session, code)
        first_id = lock_first_attempt(session, attempt_id)
        where = _whereabouts(session, first_id)
        if class_id is None:
            raise UnknownCode
        if where.class_id == class_id:
            return where.nickname
        if where.trial or where.pictured:
            raise MustStay
        group = enter_class(session, code, services.clock())
        if is_pictured(session, group.id):
            raise ClassPictured
        nickname = _nickname(where.nickname, group)
        _move(services, session, first_id, group, nickname)
        own = _schooling(session, attempt_id)
        told = own if keep_school else schooling_in(group, own)
        session.execute(update(Attempt).where(Attempt.id == attempt_id).values(vars(told)))
        return nickname


def schooling_in(group: OpenClass, own: Schooling) -> Schooling:
    """The school of a pupil in a class: as the class has it; what it leaves open, as told."""
    ours = Schooling(group.school_type, group.year)
    return own if ours == own or ours.says_less_than(own) else ours


def _move(
    services: Services, session: Session, first_id: int, group: OpenClass, nickname: str
) -> None:
    now = services.clock()
    every: dict[str, Any] = {"nickname": nickname, "municipality": group.municipality}
    first = {"class_id": group.id, "joined_at": now, "last_used_at": now, **NEVER_LEFT}
    session.execute(update(Attempt).where(of_pupil(first_id)).values(every))
    session.execute(update(Attempt).where(Attempt.id == first_id).values(first))
    # A pupil of a class shares with the school of that class only.
    own = select(SchoolClass.school_id).where(SchoolClass.id == group.id).scalar_subquery()
    session.execute(delete(Share).where(Share.attempt_id == first_id, Share.school_id != own))


def _nickname(nickname: str, group: OpenClass) -> str:
    """The nickname that the pupil has, unless somebody in the class is called so."""
    if nickname not in group.nicknames:
        return nickname
    return choose_nickname(SystemRandom(), group.nicknames)


def _whereabouts(session: Session, first_id: int) -> Whereabouts:
    found = session.connection().execute(_WHERE, {"attempt": first_id}).one_or_none()
    if found is None:
        raise NoAttempt
    return Whereabouts(*found)


def _schooling(session: Session, attempt_id: int) -> Schooling:
    told = select(Attempt.school_type, Attempt.year).where(Attempt.id == attempt_id)
    return Schooling(*session.execute(told).one())
