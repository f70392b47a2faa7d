"""Who may enter: every route names its audience, and is closed to everybody else from here.

A browser is busy for one pupil's attempt, or for one member of staff, or for nobody: entering as
one forgets the other. Only staff who try the quiz have their own trial beside it.
"""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, current_app, g, request, session

from quiz.storage.identifiers import LARGEST_LONG_NUMBER
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.sessions import Admission, session_number_of
from quiz.web.access.audience_kinds import ROLES, WITHOUT_ACCOUNT, Audience
from quiz.web.access.pupil_sessions import held_number, is_still_in, note_entered
from quiz.web.access.refused import NotAllowed, NotSignedIn, SetUpFirst
from quiz.web.access.screen_pass import holder_of_pass
from quiz.web.access.session_keys import (
    ATTEMPT,
    ATTEMPT_SINCE,
    FORM_GUARD,
    LANGUAGE,
    SET_UP_FIRST,
    SIGNED_IN,
)
from quiz.web.access.staff import StaffMember, current_staff, note_activity
from quiz.web.pages.static_files import STATIC_ENDPOINT
from quiz.web.runtime import reading

__all__ = [
    "Audience",
    "NotAllowed",
    "NotSignedIn",
    "SetUpFirst",
    "StaffMember",
    "audience",
    "current_attempt",
    "current_staff",
    "enter",
    "go_on_with",
    "install",
    "leave",
    "leave_attempt",
    "require_attempt",
    "require_staff",
]
View = TypeVar("View", bound=Callable[..., object])
NO_CLASS = 0


def audience(
    who: Audience, *, background: bool = False, before_set_up: bool = False
) -> Callable[[View], View]:
    """Declare for whom a view is; without it nobody gets in, and a test refuses the route.

    A `background` view is asked for by a script, again and again: it keeps nobody signed in.
    One `before_set_up` is open to who must still set up the second step: to do that, or to leave.
    """

    def declare(view: View) -> View:
        view.audience = who  # type: ignore[attr-defined]
        view.background = background  # type: ignore[attr-defined]
        view.before_set_up = before_set_up  # type: ignore[attr-defined]
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
    if who in WITHOUT_ACCOUNT:
        return
    if who is None:
        raise NotAllowed
    if who is Audience.SCREEN:
        g.viewer = _require_viewer((request.view_args or {}).get("class_id", NO_CLASS))
        return
    require_staff(*ROLES.get(who, (who,)))
    if session.get(SET_UP_FIRST) and not getattr(view, "before_set_up", False):
        raise SetUpFirst
    if not getattr(view, "background", False):
        note_activity()


def require_staff(*roles: str) -> StaffMember:
    """Who acts in this request: the member of staff whom the guard let in, so a view names no role.

    The guard asks for one of these roles. Raises NotSignedIn or NotAllowed.
    """
    staff = g.get("viewer") or current_staff()
    if staff is None:
        raise NotSignedIn
    if roles and staff.roles.isdisjoint(roles):
        raise NotAllowed
    return staff


def _require_viewer(class_id: int) -> StaffMember:
    """The teacher for whom the screen of this class is shown: by its pass, or signed in here.

    Raises NotSignedIn or NotAllowed.
    """
    holder = holder_of_pass(class_id)
    if holder is not None and Audience.TEACHER in holder.roles:
        return holder
    if session.get(SET_UP_FIRST):
        raise SetUpFirst
    return require_staff(Audience.TEACHER)


def current_attempt() -> int | None:
    """The attempt of this browser, while it may be that pupil; looked up once in a request."""
    attempt = session.get(ATTEMPT)
    if not isinstance(attempt, int) or not 0 < attempt <= LARGEST_LONG_NUMBER:
        return None
    if g.get(ATTEMPT) != attempt:
        if not is_still_in(attempt):
            return None
        setattr(g, ATTEMPT, attempt)
    return attempt


def names_what_is_gone() -> bool:
    """Whether this browser's cookie names an attempt that does not exist any more."""
    attempt = session.get(ATTEMPT)
    return isinstance(attempt, int) and session_number_of(reading(), attempt) is None


def require_attempt() -> int:
    """The attempt of this browser; raises NoAttempt."""
    attempt = current_attempt()
    if attempt is None:
        raise NoAttempt
    return attempt


def enter(admitted: Admission, *, trial: bool = False) -> None:
    """From now on this browser goes on with this attempt, in a session that knows nothing else.

    `trial`: it may be of a member of staff who tries the quiz here, and then stays signed in.
    A page sent again right after (Back, a double click) is still good: its token stays. Where
    somebody else was busy it does not, so that their old tabs cannot write here.
    """
    staff = current_staff() is not None
    ours = trial if staff else session.get(ATTEMPT) in (None, admitted.attempt_id)
    guard = session.get(FORM_GUARD) if ours else None
    (leave_attempt if trial else leave)()
    session[ATTEMPT] = admitted.attempt_id
    note_entered(admitted.session_number)
    if guard:
        session[FORM_GUARD] = guard


def go_on_with(attempt: int) -> None:
    """Go on in this browser with another attempt of the pupil, number and moment as they were."""
    since = session.get(ATTEMPT_SINCE)
    enter(Admission(attempt, held_number()), trial=True)
    session[ATTEMPT_SINCE] = since


def leave_attempt() -> None:
    """Forget the pupil who was busy here; staff who tried the quiz stay signed in."""
    if current_staff() is None:
        leave()
        return
    kept = {name: session[name] for name in (*SIGNED_IN, FORM_GUARD) if name in session}
    leave()
    session.update(kept)


def leave() -> None:
    """Forget whoever was busy here, with everything of theirs but the chosen language."""
    language = session.get(LANGUAGE)
    session.clear()
    g.pop(ATTEMPT, None)
    if language:
        session[LANGUAGE] = language
    session.permanent = True
