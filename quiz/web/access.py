"""Who may enter: every route names its audience, and the pupil's session names one attempt."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import session

from quiz.attempts import NoAttempt

View = TypeVar("View", bound=Callable[..., object])
_ATTEMPT = "attempt"
_LARGEST_NUMBER = 2**63 - 1
_FORM_GUARD = "csrf_token"


class Audience(StrEnum):
    """The audiences of routes. Staff audiences come with their rooms."""

    ANYONE = "anyone"
    PUPIL = "pupil"


def audience(who: Audience) -> Callable[[View], View]:
    """Declare for whom a view is. A test refuses a route without it."""

    def declare(view: View) -> View:
        view.audience = who  # type: ignore[attr-defined]
        return view

    return declare


def current_attempt() -> int | None:
    """The attempt of this browser, as far as its signed cookie says."""
    attempt = session.get(_ATTEMPT)
    return attempt if isinstance(attempt, int) and 0 < attempt <= _LARGEST_NUMBER else None


def require_attempt() -> int:
    """The attempt of this browser; raises NoAttempt."""
    attempt = current_attempt()
    if attempt is None:
        raise NoAttempt
    return attempt


def enter(attempt_id: int) -> None:
    """From now on this browser goes on with this attempt, in a session that knows nothing else.

    A page sent again right after (Back, a double click) is still good: its token stays. Where
    somebody else was busy it does not, so that their old tabs cannot write here.
    """
    guard = session.get(_FORM_GUARD) if current_attempt() in (None, attempt_id) else None
    leave()
    session[_ATTEMPT] = attempt_id
    if guard:
        session[_FORM_GUARD] = guard


def leave() -> None:
    """Forget the attempt and all that belongs to it; only the chosen language stays."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    session.permanent = True
