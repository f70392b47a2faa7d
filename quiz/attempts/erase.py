"""Erasing an attempt: everything of it, at once, on the pupil's own word."""

from sqlalchemy import delete, exists

from quiz.attempts.services import Services
from quiz.records import Answer, Attempt


def erase_attempt(services: Services, attempt_id: int) -> None:
    """Remove the attempt with its answers and results. Erasing twice does no harm."""
    with services.database.writing() as session:
        session.execute(delete(Attempt).where(Attempt.id == attempt_id))


def erase_if_empty(services: Services, attempt_id: int) -> None:
    """Remove an attempt that was started and never answered: nothing of it is missed."""
    answered = exists().where(Answer.attempt_id == attempt_id)
    with services.database.writing() as session:
        session.execute(delete(Attempt).where(Attempt.id == attempt_id, ~answered))
