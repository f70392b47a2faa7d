"""What a page for anyone may say to the pupil in this browser: go on, or goodbye.

Such pages open without a database, and also for a pupil who has just been erased elsewhere.
"""

from flask import session
from sqlalchemy.exc import DBAPIError

from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.start import nickname_of
from quiz.web.access.audiences import current_attempt
from quiz.web.access.session_keys import STOPPED
from quiz.web.runtime import end_reading, reading


def busy_as() -> str | None:
    """The nickname of the pupil who is busy in this browser; None for everybody else."""
    try:
        attempt_id = current_attempt()
        return None if attempt_id is None else nickname_of(reading(), attempt_id)
    except NoAttempt:
        return None
    except DBAPIError:
        end_reading()
        return None


def say_goodbye() -> None:
    """The pupil stopped here: the next page for anyone may say so."""
    session[STOPPED] = True


def has_just_stopped() -> bool:
    """Whether the pupil before stopped on the page before this one; asked once."""
    return bool(session.pop(STOPPED, False))
