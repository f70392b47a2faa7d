"""What a teacher says of the lesson; each leaves a line in the trail."""

from quiz.blueprints.classroom.classes import OwnClass
from quiz.usecases.classes import lesson_time
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.runtime import services

KIND = "class"


def place_lesson(group: OwnClass, minutes: int, done: int) -> None:
    """Say that so many minutes of this lesson are over."""
    lesson_time.place_lesson(services(), group.id, minutes, done)
    _note(group, Action.LESSON_TIMED)


def set_size(group: OwnClass, pupils: int | None) -> None:
    """Say how many pupils the class has."""
    lesson_time.set_size(services(), group.id, pupils)
    _note(group, Action.CLASS_CHANGED)


def _note(group: OwnClass, action: Action) -> None:
    with services().database.writing() as session:
        record_action(session, group.teacher, action, KIND, group.id)
