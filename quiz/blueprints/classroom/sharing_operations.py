"""Sharing a class with colleagues: done by its owner, looked at once more in the transaction."""

from quiz.blueprints.classroom.classes import OwnClass
from quiz.usecases.attempts.errors import NoClass
from quiz.usecases.classes import colleagues
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, NotAllowed
from quiz.web.runtime import services

CLASS, STAFF = "class", "staff"


def add_colleague(group: OwnClass, staff_id: int) -> None:
    """Let a colleague give the lesson too. Raises NotAllowed or NoSuchColleague."""
    teacher = group.teacher
    with services().database.writing() as session:
        require_now(session, teacher, Audience.TEACHER)
        try:
            row = colleagues.hold_class_of_school(session, group.id, teacher.school_id)
        except NoClass as problem:
            raise NotAllowed from problem
        if row.teacher_id != teacher.id:
            raise NotAllowed
        person = colleagues.teacher_at(session, teacher.school_id, staff_id)
        colleagues.add_colleague(session, row, person, services().clock())
        for kind, number in ((CLASS, group.id), (STAFF, staff_id)):
            record_action(session, teacher, Action.CLASS_SHARED, kind, number)


def remove_colleague(group: OwnClass, staff_id: int) -> None:
    """Close the class for a colleague, or for oneself. Raises NotAllowed."""
    teacher = group.teacher
    with services().database.writing() as session:
        require_now(session, teacher, Audience.TEACHER)
        if not group.is_mine and staff_id != teacher.id:
            raise NotAllowed
        colleagues.remove_colleague(session, group.id, staff_id)
        for kind, number in ((CLASS, group.id), (STAFF, staff_id)):
            record_action(session, teacher, Action.CLASS_UNSHARED, kind, number)
