"""Who may enter: every route names its audience, and is closed to everybody else from here.

A browser is busy for one pupil's attempt, or for one member of staff, or for nobody: entering as
one forgets the other.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import Flask, current_app, request, session

from quiz.attempts import NoAttempt
from quiz.web.assets import STATIC_ENDPOINT
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
_ATTEMPT = "attempt"
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
    ours = current_attempt() in (None, attempt_id) and current_staff() is None
    guard = session.get(_FORM_GUARD) if ours else None
    leave()
    session[_ATTEMPT] = attempt_id
    if guard:
        session[_FORM_GUARD] = guard


def leave() -> None:
    """Forget who was busy here and all that belongs to it; only the chosen language stays."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    session.permanent = True
