"""The trail as a page and a command show it: who did what with which thing, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff, StaffAction

MOST = 200


@dataclass(frozen=True)
class TrailLine:
    """One line. `who` is None for the command line, or an account that was removed."""

    id: int
    moment: datetime
    who: str | None
    school: str | None
    action: str
    kind: str
    object_id: int | None


def trail_of(
    session: Session, school_id: int | None = None, before: int | None = None, most: int = MOST
) -> Sequence[TrailLine]:
    """The newest lines; of one school, and older than line number `before`, when these are given.

    Of a school: what its accounts did, and what the operator did to them or to the school.
    """
    wanted = (
        select(StaffAction, Staff.email, School.name)
        .outerjoin(Staff, Staff.id == StaffAction.staff_id)
        .outerjoin(School, School.id == Staff.school_id)
        .order_by(StaffAction.id.desc())
        .limit(most)
    )
    if school_id is not None:
        wanted = wanted.where(_of_school(school_id))
    if before is not None:
        wanted = wanted.where(StaffAction.id < before)
    return [
        TrailLine(row.id, row.moment, email, school, row.action, row.kind, row.object_id)
        for row, email, school in session.execute(wanted)
    ]


def _of_school(school_id: int) -> ColumnElement[bool]:
    theirs = select(Staff.id).where(Staff.school_id == school_id)
    to_them = and_(StaffAction.kind == "staff", StaffAction.object_id.in_(theirs))
    to_it = and_(StaffAction.kind == "school", StaffAction.object_id == school_id)
    by_operator = and_(StaffAction.staff_id.is_(None), or_(to_them, to_it))
    return or_(StaffAction.staff_id.in_(theirs), by_operator)
