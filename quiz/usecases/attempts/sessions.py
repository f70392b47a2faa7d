"""Which browsers may be a pupil: those that hold the session number of the pupil's first attempt.

Starting and a return code give the number of now. A new return code, "volgende leerling" and
erasing give the attempt another one: whoever came in before, by whatever way, is out at once.

A number is read together with what shows that somebody may have it, never later: in between, the
pupil may have put everybody out.
"""

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session, aliased

from quiz.storage.identifiers import new_session_number
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.retakes.retakes import first_attempt_of
from quiz.usecases.services import Services

_FIRST = aliased(Attempt)
_NUMBER = (
    select(func.coalesce(_FIRST.session_number, Attempt.session_number))
    .select_from(Attempt)
    .outerjoin(_FIRST, _FIRST.id == Attempt.first_id)
    .where(Attempt.id == bindparam("attempt"))
)


@dataclass(frozen=True)
class Admission:
    """An attempt to go on with, and the session number that goes with what was shown for it."""

    attempt_id: int
    session_number: int


def session_number_of(session: Session, attempt_id: int) -> int | None:
    """The number that a browser must hold to be this pupil; None when the attempt is gone."""
    found: int | None = session.connection().scalar(_NUMBER, {"attempt": attempt_id})
    return found


def end_sessions_of(services: Services, attempt_id: int) -> None:
    """Put every browser of this pupil out. Raises NoAttempt."""
    with services.database.writing() as session:
        first = first_attempt_of(session, attempt_id)
        change = update(Attempt).where(Attempt.id == first)
        session.execute(change.values(session_number=new_session_number()))
