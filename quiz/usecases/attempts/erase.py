"""Erasing: everything of a pupil, at once, on their own word."""

from contextlib import suppress

from sqlalchemy import delete

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.state import load_state
from quiz.usecases.retakes.retakes import first_attempt_of
from quiz.usecases.services import Services


def erase_attempt(services: Services, attempt_id: int) -> None:
    """Remove everything of the pupil: all attempts with their answers and results.

    From any of the attempts. Erasing twice does no harm.
    """
    with services.database.erasing() as session, suppress(NoAttempt):
        session.execute(delete(Attempt).where(Attempt.id == first_attempt_of(session, attempt_id)))


def erase_if_empty(services: Services, attempt_id: int) -> None:
    """Remove an attempt that was started and never answered: nothing of it is missed.

    The attempt is held while we look, so that an answer of this very instant is seen or refused.
    """
    with services.database.erasing() as session, suppress(NoAttempt):
        if not load_state(session.connection(), attempt_id, lock=True).answers:
            session.execute(delete(Attempt).where(Attempt.id == attempt_id))
