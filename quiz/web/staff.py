"""Who of the staff is signed in here, found without a query for a visitor who is not.

The signed cookie carries Flask-Login's user id, the moment of signing in and the moment of the
last page. Pupils have none of the three, so their pages never look further.
"""

from dataclasses import dataclass
from datetime import timedelta

from flask import g, session
from flask_security import current_user

from quiz.records import Staff
from quiz.web.services import services

IDLE = timedelta(hours=2)
LONGEST_SESSION = timedelta(hours=12)
_USER = "_user_id"  # Flask-Login's own name
_SINCE, _SEEN = "staff_since", "staff_seen"
_SECONDS_BETWEEN_NOTES = 60


@dataclass(frozen=True)
class StaffMember:
    """Somebody who is signed in: what every room may know of them."""

    id: int
    school_id: int
    roles: frozenset[str]
    email: str


def current_staff() -> StaffMember | None:
    """The member of staff in this browser, looked up once in a request; None for anyone else."""
    if _USER not in session:
        return None
    if "staff" not in g:
        g.staff = _find() if _still_valid() else None
    found: StaffMember | None = g.staff
    return found


def note_signed_in() -> None:
    """From now on the clock of this session runs."""
    session[_SINCE] = session[_SEEN] = _now()
    g.pop("staff", None)


def note_activity() -> None:
    """The visitor asked for a page: the idle time starts again."""
    if _now() - session[_SEEN] >= _SECONDS_BETWEEN_NOTES:
        session[_SEEN] = _now()


def _still_valid() -> bool:
    since, seen, now = session.get(_SINCE), session.get(_SEEN), _now()
    if not isinstance(since, int) or not isinstance(seen, int):
        return False
    # In both directions: a clock that was put back gives nobody a longer session.
    too_old = abs(now - since) >= LONGEST_SESSION.total_seconds()
    return not too_old and abs(now - seen) < IDLE.total_seconds()


def _find() -> StaffMember | None:
    person = current_user._get_current_object()
    return staff_member(person) if isinstance(person, Staff) else None


def staff_member(person: Staff) -> StaffMember:
    """What rooms may know of an account."""
    roles = frozenset(role.name for role in person.roles)
    return StaffMember(person.id, person.school_id, roles, person.email)


def _now() -> int:
    return int(services().clock().timestamp())
