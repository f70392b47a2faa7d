"""What a pupil's start needs to know about a class."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from quiz.attempts.errors import ClassClosed, ClassFull, UnknownCode
from quiz.attempts.services import Services
from quiz.records import Attempt, SchoolClass

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
