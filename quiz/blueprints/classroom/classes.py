"""The classes that a teacher may open, as they stand: read here, for the pages of this room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.classes.colleagues import open_to
from quiz.usecases.classes.opening import OpeningTimes
from quiz.usecases.classes.seats import ANSWERED
from quiz.web.access.audiences import NotAllowed, StaffMember

_JOINED = (
    select(func.count()).where(Attempt.class_id == SchoolClass.id).correlate(SchoolClass)
).scalar_subquery()
_FINISHED = (
    select(func.count())
    .where(Attempt.class_id == SchoolClass.id, Attempt.finished_at.is_not(None))
    .correlate(SchoolClass)
).scalar_subquery()
_ANSWERED = (
    select(func.count()).where(Attempt.class_id == SchoolClass.id, ANSWERED).correlate(SchoolClass)
).scalar_subquery()
_OWNER = (
    select(Staff.email).where(Staff.id == SchoolClass.teacher_id).correlate(SchoolClass)
).scalar_subquery()
_CLASSES: Select[*tuple[Any, ...]] = select(
    SchoolClass.id,
    SchoolClass.name,
    SchoolClass.code,
    SchoolClass.school_type,
    SchoolClass.year,
    SchoolClass.municipality,
    SchoolClass.capacity,
    SchoolClass.created_at,
    SchoolClass.joining_until,
    SchoolClass.lesson_hours,
    SchoolClass.closed_at,
    SchoolClass.size,
    SchoolClass.lesson_began_at,
    SchoolClass.lesson_minutes,
    SchoolClass.teacher_id.label("owner_id"),
    _OWNER.label("owner"),
    _JOINED.label("joined"),
    _FINISHED.label("finished"),
    _ANSWERED.label("answered"),
)


@dataclass(frozen=True)
class OwnClass:
    """A class that the `teacher` who asks may open: as its owner, or with its owner.

    `owner`: the address of the owner, or None. `joined`, `finished` and `answered` count its
    pupils, `size` is what the teacher said. A place is taken with the first answer
    (quiz/usecases/classes/seats.py).
    """

    id: int
    name: str
    code: str
    school_type: str
    year: int | None
    municipality: str | None
    capacity: int
    created_at: datetime
    opening: OpeningTimes
    size: int | None
    lesson_began_at: datetime | None
    lesson_minutes: int | None
    owner_id: int | None
    owner: str | None
    joined: int
    finished: int
    answered: int
    teacher: StaffMember

    @property
    def is_full(self) -> bool:
        """Whether all places are taken."""
        return self.answered >= self.capacity

    @property
    def is_mine(self) -> bool:
        """Whether the teacher who asks is its owner."""
        return self.owner_id == self.teacher.id


def own_classes(session: Session, teacher: StaffMember) -> Sequence[OwnClass]:
    """All classes that this teacher may open, the newest first."""
    mine = _of(teacher).order_by(SchoolClass.created_at.desc(), SchoolClass.id.desc())
    return [_own_class(row, teacher) for row in session.execute(mine)]


def own_class(session: Session, teacher: StaffMember, class_id: int) -> OwnClass:
    """One of these. Raises NotAllowed: for any other it is as if there were none."""
    if class_id > LARGEST_NUMBER:
        raise NotAllowed
    row = session.execute(_of(teacher).where(SchoolClass.id == class_id)).one_or_none()
    if row is None:
        raise NotAllowed
    return _own_class(row, teacher)


def _of(teacher: StaffMember) -> Select[*tuple[Any, ...]]:
    return _CLASSES.where(open_to(teacher.id, teacher.school_id))


def _own_class(row: Row[*tuple[Any, ...]], teacher: StaffMember) -> OwnClass:
    columns = dict(row._mapping)
    opening = OpeningTimes(
        *(columns.pop(name) for name in ("joining_until", "lesson_hours", "closed_at"))
    )
    return OwnClass(**columns, opening=opening, teacher=teacher)
