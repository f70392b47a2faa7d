"""A class as its teacher looks after it: close, open again, make room, delete."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import case, delete, exists, func, select, update
from sqlalchemy.orm import Session

from quiz.config import HOURS
from quiz.storage.tables.picture import PictureSeries, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import NoClass
from quiz.usecases.classes.opening import opening_times_of
from quiz.usecases.classes.seats import hold_class
from quiz.usecases.services import Services

JOINING_TIME = timedelta(hours=HOURS)


def class_code_of(session: Session, class_id: int) -> str | None:
    """The code of a class, so that a shared device can go on with its next pupil."""
    return session.scalar(select(SchoolClass.code).where(SchoolClass.id == class_id))


def close_class(services: Services, class_id: int) -> None:
    """Let nobody in any more; those inside go on. Closing twice keeps the first moment."""
    closing = {"closed_at": func.coalesce(SchoolClass.closed_at, services.clock())}
    _change(services, class_id, closing)


def reopen_class(services: Services, class_id: int, lasting: timedelta = JOINING_TIME) -> None:
    """Let pupils in again, for so long from now. A frozen picture stays as it is."""
    until = services.clock() + lasting
    again = {"closed_at": None, "joining_until": until, "lesson_hours": None}
    _change(services, class_id, again)


def undo_closing(services: Services, class_id: int, lasting: timedelta = JOINING_TIME) -> None:
    """Let a class that was just closed be as open as it was; is its time over, then as anew."""
    now = services.clock()
    with services.database.writing() as session:
        group = hold_class(session, class_id)
        values: dict[str, Any] = {"closed_at": None}
        if not replace(opening_times_of(group), closed_at=None).are_open(now):
            values |= {"joining_until": now + lasting, "lesson_hours": None}
        session.execute(update(SchoolClass).where(SchoolClass.id == class_id).values(values))


def set_room(services: Services, class_id: int, places: int, lasting: timedelta) -> None:
    """Let so many pupils in altogether, for so long from now; those who are in stay in.

    Where nobody came yet the time still counts from the first pupil. A class that somebody closed
    stays closed.
    """
    hours = lasting // timedelta(hours=1)
    waits = case((SchoolClass.lesson_hours.is_not(None), hours), else_=None)
    until = services.clock() + lasting
    room = {"capacity": places, "joining_until": until, "lesson_hours": waits}
    _change(services, class_id, room)


def delete_class(services: Services, class_id: int) -> None:
    """Remove the class with its attempts, answers, results and pictures. Twice does no harm.

    A picture that shows it together with other classes stays with those.
    """
    series = select(SeriesClass.series_id).where(SeriesClass.class_id == class_id)
    with services.database.erasing() as session:
        shown_in = session.scalar(series)
        session.execute(delete(SchoolClass).where(SchoolClass.id == class_id))
        still_shown = exists().where(SeriesClass.series_id == PictureSeries.id)
        ended = delete(PictureSeries).where(PictureSeries.id == shown_in, ~still_shown)
        session.execute(ended)


def _change(services: Services, class_id: int, values: dict[str, Any]) -> None:
    change = update(SchoolClass).where(SchoolClass.id == class_id).values(values)
    with services.database.writing() as session:
        if session.connection().execute(change).rowcount == 0:
            raise NoClass
