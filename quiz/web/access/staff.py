"""Who of the staff is signed in here, found without a query for a visitor who is not.

The signed cookie carries the secret number of all sessions of the account, the moments of signing
in and of the last page, and a number for this session alone. Pupils have none of these, so their
pages never look further.
"""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from flask import g, session
from sqlalchemy import select

from quiz.storage.identifiers import LARGEST_LONG_NUMBER
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.audit import has_ended
from quiz.web.access.session_keys import (
    ACCOUNT,
    SET_UP_FIRST,
    STAFF_SEEN,
    STAFF_SESSION,
    STAFF_SINCE,
    STEP_ELSEWHERE,
)
from quiz.web.runtime import reading, services

IDLE = timedelta(hours=2)
LONGEST_SESSION = timedelta(hours=12)
_SECONDS_BETWEEN_NOTES = 60


@dataclass(frozen=True)
class StaffMember:
    """Somebody who is signed in: what every room may know of them.

    `sessions` is another text as soon as all their sessions end; it is shown to nobody.
    """

    id: int
    school_id: int
    roles: frozenset[str]
    email: str
    sessions: str = field(repr=False)


def current_staff() -> StaffMember | None:
    """The member of staff in this browser, looked up once in a request; None for anyone else."""
    if ACCOUNT not in session:
        return None
    if "staff" not in g:
        g.staff = _find() if _still_valid() else None
    found: StaffMember | None = g.staff
    return found


def known_staff() -> StaffMember | None:
    """The same, without looking anything up: None as well when nobody asked in this request."""
    found: StaffMember | None = g.get("staff")
    return found


def note_signed_in(person: Staff, *, elsewhere: bool, set_up_first: bool) -> None:
    """From now on this browser is this person's, and the clock of the session runs.

    `elsewhere`: the school's provider asked a second step. `set_up_first`: nobody did, and the
    school asks one of this person.
    """
    for name, holds in ((STEP_ELSEWHERE, elsewhere), (SET_UP_FIRST, set_up_first)):
        session.pop(name, None)
        if holds:
            session[name] = True
    session[ACCOUNT] = person.fs_uniquifier
    session[STAFF_SINCE] = session[STAFF_SEEN] = services().seconds()
    session[STAFF_SESSION] = secrets.randbelow(LARGEST_LONG_NUMBER)
    g.pop("staff", None)


def session_number() -> int | None:
    """The number of this session, by which it is known once it ended."""
    number = session.get(STAFF_SESSION)
    return number if isinstance(number, int) else None


def note_activity() -> None:
    """The visitor asked for a page: the idle time starts again."""
    if services().seconds() - session[STAFF_SEEN] >= _SECONDS_BETWEEN_NOTES:
        session[STAFF_SEEN] = services().seconds()


def _still_valid() -> bool:
    since, seen, now = session.get(STAFF_SINCE), session.get(STAFF_SEEN), services().seconds()
    if not isinstance(since, int) or not isinstance(seen, int):
        return False
    # In both directions: a clock that was put back gives nobody a longer session.
    too_old = abs(now - since) >= LONGEST_SESSION.total_seconds()
    return not too_old and abs(now - seen) < IDLE.total_seconds()


def _find() -> StaffMember | None:
    wanted = select(Staff).where(Staff.fs_uniquifier == str(session[ACCOUNT]), Staff.active)
    person = reading().scalar(wanted)
    return None if person is None or _was_signed_out(person.id) else staff_member(person)


def _was_signed_out(staff_id: int) -> bool:
    """Whether this cookie is a copy that somebody kept of a session that is over."""
    number = session_number()
    return number is not None and has_ended(reading(), staff_id, number)


def staff_member(person: Staff) -> StaffMember:
    """What rooms may know of an account."""
    roles = frozenset(role.name for role in person.roles)
    return StaffMember(person.id, person.school_id, roles, person.email, sessions=person.sessions)
