"""Taking entries out of a class, as its teacher does, and taking that back.

Taking out detaches: the pupil keeps everything and goes on alone. An entry that stood in a class
picture does not come back, for the rule of pictures counts on that (ADR 0009).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt, Left
from quiz.storage.tables.picture import PicturedAttempt
from quiz.usecases.attempts.errors import NoAttempt, NoClass
from quiz.usecases.classes.seats import ANSWERED, hold_class, left, set_aside, take_in
from quiz.usecases.services import Services

PUT_BACK_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class TakenOut:
    """Who may be put back: the nicknames of those taken out one by one, and how many empty ones."""

    nicknames: tuple[str, ...]
    empty: int

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.nicknames or self.empty)


def detach_attempt(services: Services, class_id: int, attempt_id: int) -> None:
    """Take a stray entry out of the class; the pupil keeps it and goes on alone.

    Raises NoAttempt when this class has no such entry.
    """
    entry = update(Attempt).where(Attempt.id == attempt_id, Attempt.class_id == class_id)
    with services.database.writing() as session:
        with suppress(NoClass):  # then it has no such entry either
            hold_class(session, class_id)
        # Also those in no count of the picture: nobody may find out which of them those are.
        why = Left.PICTURED if was_pictured(session, attempt_id) else Left.TAKEN
        if session.connection().execute(entry.values(left(why, services.clock()))).rowcount == 0:
            raise NoAttempt
        session.execute(delete(PicturedAttempt).where(PicturedAttempt.attempt_id == attempt_id))


def take_out_empty(services: Services, class_id: int) -> int:
    """Take out everybody who answered nothing yet, at once; how many these were.

    Who answers at this very instant, or later, is in the class.
    """
    with services.database.writing() as session:
        hold_class(session, class_id)
        empty = select(Attempt.id).where(Attempt.class_id == class_id, ~ANSWERED)
        return set_aside(session, session.scalars(empty).all(), Left.EMPTY, services.clock())


def put_back(services: Services, class_id: int, nickname: str | None = None) -> int:
    """Put the empty entries back, or the one with this nickname; how many came back."""
    which = _one_by_one(nickname) if nickname else Attempt.left_why == Left.EMPTY
    with services.database.writing() as session:
        hold_class(session, class_id)
        out = _out(class_id, services.clock())
        numbers = session.scalars(select(Attempt.id).where(out, which).with_for_update()).all()
        take_in(session, class_id, numbers)
        return len(numbers)


def taken_out(session: Session, class_id: int, now: datetime) -> TakenOut:
    """Who may be put back into this class."""
    out = _out(class_id, now)
    every = select(Attempt.nickname, Attempt.left_why).where(out).order_by(Attempt.left_at)
    rows = session.execute(every).all()
    return _sorted_out([(row[0], row[1]) for row in rows])


def was_pictured(session: Session, attempt_id: int) -> bool:
    """Whether somebody stands in a class picture, and so cannot be put back."""
    return bool(session.scalar(select(Attempt.pictured).where(Attempt.id == attempt_id)))


def _sorted_out(rows: Sequence[tuple[str, str | None]]) -> TakenOut:
    single = tuple(nickname for nickname, why in rows if why == Left.TAKEN)
    return TakenOut(single, len(rows) - len(single))


def _out(class_id: int, now: datetime) -> ColumnElement[bool]:
    by_teacher = Attempt.left_why.in_((Left.EMPTY, Left.TAKEN))
    recent = Attempt.left_at > now - PUT_BACK_WITHIN
    return (Attempt.left_class_id == class_id) & by_teacher & recent


def _one_by_one(nickname: str) -> ColumnElement[bool]:
    return (Attempt.left_why == Left.TAKEN) & (Attempt.nickname == nickname)
