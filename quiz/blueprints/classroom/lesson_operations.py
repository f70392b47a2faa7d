"""What a teacher says of the lesson; each leaves a line in the trail."""

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.operations import note
from quiz.usecases.classes import lesson_time
from quiz.usecases.staff.audit import Action
from quiz.web.runtime import services


def place_lesson(group: OwnClass, minutes: int, done: int) -> None:
    """Say that so many minutes of this lesson are over."""
    lesson_time.place_lesson(services(), group.id, minutes, done)
    note(group, Action.LESSON_TIMED)


def set_size(group: OwnClass, pupils: int | None) -> None:
    """Say how many pupils the class has."""
    lesson_time.set_size(services(), group.id, pupils)
    note(group, Action.CLASS_CHANGED)
