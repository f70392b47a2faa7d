"""A class: what a pupil's start needs to know about it, and what its teacher does with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, exists, func, select, update
from sqlalchemy.orm import Session

from quiz.attempts.errors import ClassClosed, ClassFull, NoAttempt, NoClass, UnknownCode
from quiz.attempts.services import Services
from quiz.records import Attempt, PicturedAttempt, PictureSeries, SchoolClass, SeriesClass

JOINING_TIME = timedelta(hours=12)

_CLASS = select(
    SchoolClass.id,
    SchoolClass.name,
    SchoolClass.school_type,
    SchoolClass.year,
    SchoolClass.municipality,
    SchoolClass.capacity,
    SchoolClass.joining_until,
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
    nicknames: list[str]


def find_open_class(services: Services, code: str) -> OpenClass:
    """The class with this code. Raises UnknownCode, ClassClosed or ClassFull."""
    with services.database.reading() as session:
        return _open_class(session, session.execute(_with_code(code)).first(), services.clock())


def require_open_class(session: Session, code: str, now: datetime) -> OpenClass:
    """The same inside a start, holding the class so that nobody else joins at this instant."""
    row = session.execute(_with_code(code).with_for_update()).first()
    return _open_class(session, row, now)


def class_code_of(services: Services, class_id: int) -> str | None:
    """The code of a class, so that a shared device can go on with its next pupil."""
    with services.database.reading() as session:
        return session.scalar(select(SchoolClass.code).where(SchoolClass.id == class_id))


def close_class(services: Services, class_id: int) -> None:
    """Let nobody in any more; those inside go on. Closing twice keeps the first moment."""
    closing = {"closed_at": func.coalesce(SchoolClass.closed_at, services.clock())}
    _change(services, class_id, closing)


def reopen_class(services: Services, class_id: int, lasting: timedelta = JOINING_TIME) -> None:
    """Let pupils in again, for so long from now. A frozen picture stays as it is."""
    _change(services, class_id, {"closed_at": None, "joining_until": services.clock() + lasting})


def set_room(services: Services, class_id: int, places: int, lasting: timedelta) -> None:
    """Let so many pupils in altogether, for so long from now; who is in stays in.

    A class that somebody closed stays closed.
    """
    room = {"capacity": places, "joining_until": services.clock() + lasting}
    _change(services, class_id, room)


def delete_class(services: Services, class_id: int) -> None:
    """Remove the class with its attempts, answers, results and pictures. Twice does no harm.

    A picture that shows it together with other classes stays with those.
    """
    series = select(SeriesClass.series_id).where(SeriesClass.class_id == class_id)
    with services.database.writing() as session:
        shown_in = session.scalar(series)
        session.execute(delete(SchoolClass).where(SchoolClass.id == class_id))
        still_shown = exists().where(SeriesClass.series_id == PictureSeries.id)
        ended = delete(PictureSeries).where(PictureSeries.id == shown_in, ~still_shown)
        session.execute(ended)


def detach_attempt(services: Services, class_id: int, attempt_id: int) -> None:
    """Take a stray entry out of the class, for good; the pupil keeps it and goes on alone.

    Raises NoAttempt when this class has no such entry.
    """
    entry = update(Attempt).where(Attempt.id == attempt_id, Attempt.class_id == class_id)
    with services.database.writing() as session:
        if session.connection().execute(entry.values(class_id=None)).rowcount == 0:
            raise NoAttempt
        session.execute(delete(PicturedAttempt).where(PicturedAttempt.attempt_id == attempt_id))


def _change(services: Services, class_id: int, values: dict[str, Any]) -> None:
    change = update(SchoolClass).where(SchoolClass.id == class_id).values(values)
    with services.database.writing() as session:
        if session.connection().execute(change).rowcount == 0:
            raise NoClass


def _with_code(code: str) -> Select[*tuple[Any, ...]]:
    return _CLASS.where(SchoolClass.code == code)


def _open_class(session: Session, row: Row[*tuple[Any, ...]] | None, now: datetime) -> OpenClass:
    if row is None:
        raise UnknownCode
    if row.closed_at is not None or row.joining_until <= now:
        raise ClassClosed
    nicknames = session.scalars(select(Attempt.nickname).where(Attempt.class_id == row.id)).all()
    if len(nicknames) >= row.capacity:
        raise ClassFull
    return OpenClass(row.id, row.name, row.school_type, row.year, row.municipality, list(nicknames))
