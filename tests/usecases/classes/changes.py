"""What happens to the only class, and who wants to come in."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.start import NewAttempt
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import ALONE, ticket


def change_class(services: Services, **values: object) -> None:
    """Change the only class."""
    with services.database.writing() as session:
        session.execute(update(SchoolClass).values(values))


def close(services: Services) -> None:
    change_class(services, closed_at=services.clock())


def let_the_hours_pass(services: Services) -> None:
    change_class(services, joining_until=services.clock() - timedelta(seconds=1))


def fill(services: Services) -> None:
    change_class(services, capacity=0)


def pupil_of(code: str) -> NewAttempt:
    return replace(ALONE, ticket=ticket(), class_code=code)
