"""Who may open a class: its owner, and colleagues of the same school (docs/adr/0034).

Every look-up names class, account and school together: the school of the class must be that of the
account, whatever else is written down. Somebody whose account is at another school now, opens
nothing of the old one.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, exists, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import ClassColleague, SchoolClass
from quiz.storage.tables.staff import Role, Staff, staff_role
from quiz.usecases.attempts.errors import NoClass
from quiz.usecases.staff.people import NoSuchColleague

TEACHER = "teacher"


def open_to(staff_id: int, school_id: int) -> ColumnElement[bool]:
    """The classes that this account of this school may open."""
    added = exists().where(
        ClassColleague.class_id == SchoolClass.id, ClassColleague.staff_id == staff_id
    )
    mine = or_(SchoolClass.teacher_id == staff_id, added)
    return and_(SchoolClass.school_id == school_id, mine)


def hold_class_of_school(session: Session, class_id: int, school_id: int) -> SchoolClass:
    """A class of this school, held until we commit. Raises NoClass."""
    mine = SchoolClass.id == class_id, SchoolClass.school_id == school_id
    group = session.scalar(select(SchoolClass).where(*mine).with_for_update())
    if group is None:
        raise NoClass
    return group


def teachers_of(session: Session, school_id: int) -> Sequence[Staff]:
    """Everybody of a school who can give a lesson now, by address."""
    return session.scalars(_teachers(school_id).order_by(Staff.email)).all()


def teacher_at(session: Session, school_id: int, staff_id: int) -> Staff:
    """One of them. Raises NoSuchColleague."""
    person = session.scalar(_teachers(school_id).where(Staff.id == staff_id))
    if person is None:
        raise NoSuchColleague
    return person


def colleagues_of(session: Session, class_id: int) -> Sequence[Staff]:
    """Who may give the lesson of this class beside its owner, by address; open accounts only."""
    mine = (
        select(Staff)
        .join(ClassColleague, ClassColleague.staff_id == Staff.id)
        .join(SchoolClass, SchoolClass.id == ClassColleague.class_id)
        .where(ClassColleague.class_id == class_id, Staff.school_id == SchoolClass.school_id)
        .where(Staff.active)
    )
    return session.scalars(mine.order_by(Staff.email)).all()


def add_colleague(session: Session, group: SchoolClass, person: Staff, now: datetime) -> None:
    """Let a teacher of the same school give the lesson too. Twice is once; the owner may already.

    Raises NoSuchColleague for somebody of another school.
    """
    if person.school_id != group.school_id:
        raise NoSuchColleague
    known = session.get(ClassColleague, (group.id, person.id))
    if known is None and group.teacher_id != person.id:
        session.add(ClassColleague(class_id=group.id, staff_id=person.id, added_at=now))
        session.flush()


def remove_colleague(session: Session, class_id: int, staff_id: int) -> None:
    """From now on the class does not exist for this colleague. Twice does no harm."""
    this = ClassColleague.class_id == class_id, ClassColleague.staff_id == staff_id
    session.execute(delete(ClassColleague).where(*this))


def hand_over(session: Session, group: SchoolClass, heir: Staff) -> None:
    """The class is another teacher's from now on. Raises NoSuchColleague for another school.

    Who had it, has it no more; colleagues stay. Pictures stay with the class: whoever opens it
    sees the same ones, and the rule on renewing them goes on where it was.
    """
    if heir.school_id != group.school_id:
        raise NoSuchColleague
    group.teacher_id = heir.id
    session.flush()
    remove_colleague(session, group.id, heir.id)


def _teachers(school_id: int) -> Select[Staff]:
    teaches = exists().where(
        staff_role.c.staff_id == Staff.id, staff_role.c.role_id == Role.id, Role.name == TEACHER
    )
    return select(Staff).where(Staff.school_id == school_id, Staff.active, teaches)
