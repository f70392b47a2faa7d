"""Fill the invented school with examples, and begin again when they are of another day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.classes.care import delete_class
from quiz.usecases.demonstration.classes import make_classes
from quiz.usecases.demonstration.examples import NAMES
from quiz.usecases.demonstration.school import COUNSELLOR, MENTOR, SCHOOL, TEACHER
from quiz.usecases.demonstration.shared import renew_figure, share_classes
from quiz.usecases.demonstration.talks import forget_talks, make_talks
from quiz.usecases.services import Services

_AT_IT = Lock()


@dataclass(frozen=True)
class Examples:
    """What was made: the number of each class and each talk, and a pupil's return code."""

    classes: dict[str, int]
    talks: dict[str, int]
    return_code: str


class BusyFilling(Exception):
    """The examples are being made already."""


def fill(services: Services) -> Examples:
    """Make the examples anew; those of before go after that, with everything in them.

    So there are examples at every moment: when making fails, those of before stay and nothing of
    the new ones does. The staff of the demonstration must be there. Other classes of the school
    stay as they are. Raises BusyFilling while this process is at it.
    """
    if not _AT_IT.acquire(blocking=False):
        raise BusyFilling
    try:
        return _fill(services)
    finally:
        _AT_IT.release()


def _fill(services: Services) -> Examples:
    with services.database.reading() as session:
        before = _example_classes(session)
        people = _people(session)
    try:
        made = _make(services, people)
    except BaseException:
        with services.database.reading() as session:
            unfinished = set(_example_classes(session)) - set(before)
        _remove(services, unfinished)
        raise
    _remove(services, before)
    forget_talks(services, people[COUNSELLOR].school_id)
    renew_figure(services, people[TEACHER].school_id)
    return made


def _remove(services: Services, classes: Iterable[int]) -> None:
    for class_id in classes:
        delete_class(services, class_id)


def _make(services: Services, people: Mapping[str, Staff]) -> Examples:
    classes = make_classes(services, people[TEACHER])
    talks, return_code = make_talks(services, people[TEACHER], people[COUNSELLOR])
    share_classes(services, classes, people[TEACHER], people[MENTOR])
    return Examples(classes, talks, return_code)


def _example_classes(session: Session) -> list[int]:
    mine = select(SchoolClass.id).join(School, School.id == SchoolClass.school_id)
    return list(session.scalars(mine.where(School.name == SCHOOL, SchoolClass.name.in_(NAMES))))


def _people(session: Session) -> dict[str, Staff]:
    """The staff by address."""
    mine = select(Staff).join(School, School.id == Staff.school_id).where(School.name == SCHOOL)
    return {each.email: each for each in session.scalars(mine)}
