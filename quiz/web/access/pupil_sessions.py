"""How long a browser may be a pupil: while it holds the number of now, and a week at most."""

from datetime import timedelta

from flask import session

from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.sessions import session_number_of
from quiz.web.access.session_keys import ATTEMPT_SESSION, ATTEMPT_SINCE
from quiz.web.runtime import reading, services

# However often a page is opened: after a week the return code is asked once more.
LONGEST_SESSION = timedelta(days=7)


def note_entered(number: int) -> None:
    """From now on this browser holds this session number."""
    session[ATTEMPT_SINCE] = services().seconds()
    session[ATTEMPT_SESSION] = number


def held_number() -> int:
    """The session number that this browser holds; raises NoAttempt."""
    number = session.get(ATTEMPT_SESSION)
    if not isinstance(number, int):
        raise NoAttempt
    return number


def is_still_in(attempt_id: int) -> bool:
    """Whether the cookie holds the number of now, and is not older than any cookie may be."""
    number, since = session.get(ATTEMPT_SESSION), session.get(ATTEMPT_SINCE)
    if not isinstance(number, int) or not isinstance(since, int):
        return False
    if abs(services().seconds() - since) >= LONGEST_SESSION.total_seconds():
        return False
    return session_number_of(reading(), attempt_id) == number
