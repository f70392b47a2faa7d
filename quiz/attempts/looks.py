"""Looks: a pupil does the quiz again later, and what belongs to the pupil stays on the first one.

The first attempt is the *root*: it holds class, return code, favourites, shares and agreed steps.
A later look is an attempt of its own that points at the root (docs/adr/0012-looks.md).
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.attempts.errors import NoAttempt
from quiz.records import Attempt


def root_of(session: Session, attempt_id: int) -> int:
    """The first attempt of the pupil whose attempt this is: itself, or what it points at.

    Raises NoAttempt when there is no such attempt.
    """
    root = func.coalesce(Attempt.first_id, Attempt.id)
    found = session.scalar(select(root).where(Attempt.id == attempt_id))
    if found is None:
        raise NoAttempt
    return found
