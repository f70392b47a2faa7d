"""Where a lesson is and how many pupils the class has: what its teacher said of it."""

from datetime import datetime, timedelta

from sqlalchemy import update

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services

LARGEST_CLASS = 60


def place_lesson(services: Services, class_id: int, minutes: int, done: int) -> None:
    """The lesson of so many minutes has so many of them behind it now."""
    began: datetime = services.clock() - timedelta(minutes=done)
    values = {"lesson_minutes": minutes, "lesson_began_at": began}
    with services.database.writing() as session:
        session.execute(update(SchoolClass).where(SchoolClass.id == class_id).values(values))


def set_size(services: Services, class_id: int, pupils: int | None) -> None:
    """So many pupils are in this class at school; None when nobody says."""
    with services.database.writing() as session:
        change = update(SchoolClass).where(SchoolClass.id == class_id).values(size=pupils)
        session.execute(change)
