"""Correcting what a pupil told at the start: a wrong school type, year or town."""

from typing import Any

from sqlalchemy import select, update

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.retakes.retakes import lock_first_attempt, of_pupil
from quiz.usecases.services import Services


def correct_schooling(
    services: Services, attempt_id: int, told: Schooling, municipality: str | None
) -> None:
    """Store what is true after all; answers and results stay, the steps follow at once.

    School and year are those of this attempt, for an earlier one had its own. The town is that of
    the pupil; in a class it is that of the class, and stays so. Raises NoAttempt.
    """
    with services.database.writing() as session:
        first_id = lock_first_attempt(session, attempt_id)
        mine = update(Attempt).where(Attempt.id == attempt_id)
        session.execute(mine.values(vars(told)))
        if session.scalar(select(Attempt.class_id).where(Attempt.id == first_id)) is None:
            town: dict[str, Any] = {"municipality": municipality}
            session.execute(update(Attempt).where(of_pupil(first_id)).values(town))
