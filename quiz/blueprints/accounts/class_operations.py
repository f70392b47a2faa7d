"""The classes of a school as its admin looks after them: who gives the lesson.

No pupil, no progress, no picture. An admin names a substitute, or hands a class over, for instance
when an account is closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.errors import NoClass
from quiz.usecases.classes import colleagues
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, NotAllowed, StaffMember
from quiz.web.runtime import reading, services

CLASS, STAFF = "class", "staff"
GIVE, ADD, REMOVE = "give", "add", "remove"
_DONE = {
    GIVE: Action.CLASS_HANDED_OVER,
    ADD: Action.CLASS_SHARED,
    REMOVE: Action.CLASS_UNSHARED,
}


@dataclass(frozen=True)
class ClassOfSchool:
    """A class, and who opens it. `owner` is None where nobody of the school can."""

    id: int
    name: str
    school_type: str
    year: int | None
    owner: Staff | None


def classes_of_school(staff: StaffMember) -> list[ClassOfSchool]:
    """Every class of the own school: those that nobody opens first, then the newest."""
    mine = select(SchoolClass).where(SchoolClass.school_id == staff.school_id)
    newest = mine.order_by(SchoolClass.created_at.desc(), SchoolClass.id.desc())
    teachers = {person.id: person for person in teachers_here(staff)}
    found = [_class(row, teachers.get(row.teacher_id or 0)) for row in reading().scalars(newest)]
    return sorted(found, key=lambda each: each.owner is not None)


def class_of_school(staff: StaffMember, class_id: int) -> ClassOfSchool:
    """One of them. Raises NotAllowed."""
    mine = select(SchoolClass).where(SchoolClass.school_id == staff.school_id)
    row = reading().scalar(mine.where(SchoolClass.id == min(class_id, LARGEST_NUMBER)))
    if row is None or row.id != class_id:
        raise NotAllowed
    teachers = {person.id: person for person in teachers_here(staff)}
    return _class(row, teachers.get(row.teacher_id or 0))


def classes_of(staff: StaffMember, staff_id: int) -> list[ClassOfSchool]:
    """The classes of which this colleague is the owner."""
    every = classes_of_school(staff)
    return [each for each in every if each.owner is not None and each.owner.id == staff_id]


def teachers_here(staff: StaffMember) -> Sequence[Staff]:
    """Everybody of the own school who can give a lesson."""
    return colleagues.teachers_of(reading(), staff.school_id)


def substitutes(class_id: int) -> Sequence[Staff]:
    """Who gives the lesson of this class beside its owner."""
    return colleagues.colleagues_of(reading(), class_id)


def change_class(staff: StaffMember, class_id: int, action: str, staff_id: int) -> None:
    """Let a colleague give the lesson too or no longer, or give them the class.

    Raises NotAllowed, or NoSuchColleague for who cannot give a lesson at this school.
    """
    with services().database.writing() as session:
        require_now(session, staff, Audience.ADMIN)
        try:
            group = colleagues.hold_class_of_school(session, class_id, staff.school_id)
        except NoClass as problem:
            raise NotAllowed from problem
        if action == REMOVE:
            colleagues.remove_colleague(session, class_id, staff_id)
        else:
            person = colleagues.teacher_at(session, staff.school_id, staff_id)
            if action == GIVE:
                colleagues.hand_over(session, group, person)
            else:
                colleagues.add_colleague(session, group, person, services().clock())
        for kind, number in ((CLASS, class_id), (STAFF, staff_id)):
            record_action(session, staff, _DONE[action], kind, number)


def hand_all_over(session: Session, staff: StaffMember, person: Staff, heir_id: int) -> None:
    """Give every class of a colleague to another one, in this transaction.

    The accounts of the school are held. Raises NoSuchColleague.
    """
    heir = colleagues.teacher_at(session, staff.school_id, heir_id)
    theirs = SchoolClass.teacher_id == person.id, SchoolClass.school_id == staff.school_id
    mine = select(SchoolClass).where(*theirs).order_by(SchoolClass.id).with_for_update()
    for group in session.scalars(mine).all():
        colleagues.hand_over(session, group, heir)
        record_action(session, staff, Action.CLASS_HANDED_OVER, CLASS, group.id)
    record_action(session, staff, Action.CLASS_HANDED_OVER, STAFF, heir.id)


def _class(row: SchoolClass, owner: Staff | None) -> ClassOfSchool:
    return ClassOfSchool(row.id, row.name, row.school_type, row.year, owner)
