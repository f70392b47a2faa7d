"""One address and one password at two schools: which of them somebody wants to work for now.

The waiting ends as soon as anybody signs in to one of these accounts: a copy of the cookie that
waits does not let in again after its owner chose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import session
from sqlalchemy import select

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff
from quiz.web.access.session_keys import SCHOOL_CHOICE, SCHOOL_CHOICE_SINCE, STEP_ELSEWHERE
from quiz.web.runtime import reading, services

WAITS = 300  # seconds


@dataclass(frozen=True)
class SchoolChoice:
    """A school to choose, by the number of the account there."""

    staff_id: int
    name: str


def wait_for(people: Sequence[Staff], *, elsewhere: bool = False) -> None:
    """Remember in this browser who was recognised; `elsewhere`: with a second step over there."""
    session[SCHOOL_CHOICE] = sorted(map(_stamp, people))
    session[STEP_ELSEWHERE] = elsewhere
    session[SCHOOL_CHOICE_SINCE] = services().seconds()


def choices() -> list[SchoolChoice]:
    """The schools that may be chosen here now; none when nobody waits, or waited too long."""
    return [SchoolChoice(person.id, name) for person, name in _waiting()]


def step_was_elsewhere() -> bool:
    """Whether who waits here took a second step at the school's provider."""
    return bool(session.get(STEP_ELSEWHERE))


def chosen(typed: str) -> Staff | None:
    """The account that was chosen, of those that were recognised; the waiting ends."""
    person = {str(one.id): one for one, _name in _waiting()}.get(typed)
    if person is not None:
        session.pop(SCHOOL_CHOICE, None)
        session.pop(SCHOOL_CHOICE_SINCE, None)
    return person


def _waiting() -> list[tuple[Staff, str]]:
    """The accounts that wait here, with their schools, read at one moment."""
    waiting, since = session.get(SCHOOL_CHOICE), session.get(SCHOOL_CHOICE_SINCE)
    if not isinstance(waiting, list) or not isinstance(since, int):
        return []
    if not 0 <= services().seconds() - since < WAITS:
        return []
    numbers = [number for number, *_rest in waiting]
    mine = select(Staff, School.name).join(School, School.id == Staff.school_id)
    wanted = mine.where(Staff.id.in_(numbers)).order_by(School.name)
    found = [(person, name) for person, name in reading().execute(wanted)]
    if sorted(_stamp(person) for person, _name in found) != waiting:
        return []
    return [(person, name) for person, name in found if person.active]


def _stamp(person: Staff) -> list[int | str]:
    """An account as it is until its sessions end or somebody signs in to it."""
    last = person.last_login_at
    return [person.id, person.fs_uniquifier, last.isoformat() if last else ""]
