"""Who may enter: every route names its audience, and is closed to everybody else from here.

A browser is busy for one pupil's attempt, or for one member of staff, or for nobody: entering as
one forgets the other.
"""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

from flask import Flask, current_app, g, request, session

from quiz.attempts import NoAttempt, session_number_of
from quiz.web.assets import STATIC_ENDPOINT
from quiz.web.services import services
from quiz.web.staff import StaffMember, current_staff, note_activity

__all__ = [
    "Audience",
    "NotAllowed",
    "NotSignedIn",
    "StaffMember",
    "audience",
    "current_attempt",
    "current_staff",
    "enter",
    "install",
    "leave",
    "require_attempt",
    "require_staff",
]
View = TypeVar("View", bound=Callable[..., object])
_ATTEMPT, _NUMBER, _SINCE = "attempt", "attempt_session", "attempt_since"
# However often a page is opened: after a week the return code is asked once more.
LONGEST_SESSION = timedelta(days=7)
_LARGEST_NUMBER = 2**63 - 1
_FORM_GUARD = "csrf_token"


class NotSignedIn(Exception):
    """A page for staff, and nobody is signed in here."""


class NotAllowed(Exception):
    """Not for this person: the answer is as if the thing did not exist."""


class Audience(StrEnum):
    """The audiences of routes: STAFF is anyone who is signed in, the last four are roles."""

    ANYONE = "anyone"
    PUPIL = "pupil"
    STAFF = "staff"
    TEACHER = "teacher"
    COUNSELLOR = "counsellor"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


_WITHOUT_ACCOUNT = frozenset((Audience.ANYONE, Audience.PUPIL))


def audience(who: Audience, *, background: bool = False) -> Callable[[View], View]:
    """Declare for whom a view is; without it nobody gets in, and a test refuses the route.

    A `background` view is asked for by a script, again and again: it keeps nobody signed in.
    """

    def declare(view: View) -> View:
        view.audience = who  # type: ignore[attr-defined]
        view.background = background  # type: ignore[attr-defined]
        return view

    return declare


def install(app: Flask) -> None:
    """Check the audience of every view before it runs, whatever the view itself checks."""
    app.before_request(_guard)


def _guard() -> None:
    if request.endpoint is None or request.endpoint == STATIC_ENDPOINT:
        return
    view = current_app.view_functions[request.endpoint]
    who = getattr(view, "audience", None)
    if who in _WITHOUT_ACCOUNT:
        return
    if who is None:
        raise NotAllowed
    require_staff(*(() if who is Audience.STAFF else (who,)))
    if not getattr(view, "background", False):
        note_activity()


def require_staff(*roles: str) -> StaffMember:
    """The member of staff in this browser, with one of these roles if any are named.

    Raises NotSignedIn or NotAllowed.
    """
    staff = current_staff()
    if staff is None:
        raise NotSignedIn
    if roles and staff.roles.isdisjoint(roles):
        raise NotAllowed
    return staff


def current_attempt() -> int | None:
    """The attempt of this browser, while it may be that pupil; looked up once in a request."""
    attempt = session.get(_ATTEMPT)
    if not isinstance(attempt, int) or not 0 < attempt <= _LARGEST_NUMBER:
        return None
    if g.get(_ATTEMPT) != attempt:
        if not _still_in(attempt):
            return None
        setattr(g, _ATTEMPT, attempt)
    return attempt


def names_what_is_gone() -> bool:
    """Whether this browser's cookie names an attempt that does not exist any more."""
    attempt = session.get(_ATTEMPT)
    return isinstance(attempt, int) and session_number_of(services(), attempt) is None


def _still_in(attempt_id: int) -> bool:
    """Whether the cookie holds the number of now, and is not older than any cookie may be."""
    number, since = session.get(_NUMBER), session.get(_SINCE)
    if not isinstance(number, int) or not isinstance(since, int):
        return False
    if abs(_now() - since) >= LONGEST_SESSION.total_seconds():
        return False
    return session_number_of(services(), attempt_id) == number


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
    ours = session.get(_ATTEMPT) in (None, attempt_id) and current_staff() is None
    guard = session.get(_FORM_GUARD) if ours else None
    leave()
    session[_ATTEMPT], session[_SINCE] = attempt_id, _now()
    session[_NUMBER] = session_number_of(services(), attempt_id)
    if guard:
        session[_FORM_GUARD] = guard


def leave() -> None:
    """Forget who was busy here and all that belongs to it; only the chosen language stays."""
    language = session.get("language")
    session.clear()
    g.pop(_ATTEMPT, None)
    if language:
        session["language"] = language
    session.permanent = True


def _now() -> int:
    return int(services().clock().timestamp())
