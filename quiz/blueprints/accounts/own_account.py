"""What people do with their own account: the password, and the proof that it is theirs."""

from flask import session
from sqlalchemy.orm import Session

from quiz.blueprints.accounts.operations import WrongPassword, enter_as
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.hashing import hash_password, verify_password
from quiz.usecases.staff.holding import AccountChanged, hold_account
from quiz.usecases.staff.links import Link, find_link, set_password, use_link
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import StaffMember, leave
from quiz.web.access.limits import SignInKey, begin_try, end_try
from quiz.web.access.session_keys import STAFF_SINCE, STEP_ELSEWHERE
from quiz.web.access.staff import session_number
from quiz.web.runtime import end_reading, reading, services

JUST_NOW = 900  # seconds: who sets up a phone has to find one first


class SignInAgain(Exception):
    """Without a password the proof is the school's account, and that was too long ago."""


def look_at_link(token: str) -> Link:
    """What a one-time link is for; raises a LinkProblem."""
    return find_link(reading(), services().code_key, token, services().clock())


def set_password_by_link(token: str, password: str) -> Staff:
    """Use a one-time link: make the account, or change its password; whoever was busy here is out.

    Gives the account as it is then. Raises a LinkProblem.
    """
    look_at_link(token)  # before the work of hashing
    end_reading()
    parts = services()
    hashed = hash_password(parts.code_key, password)
    with parts.database.writing() as database:
        person = use_link(database, parts.code_key, token, (hashed, parts.clock()))
        record_action(database, person, Action.PASSWORD_SET, "staff", person.id)
    leave()
    return person


def change_password(staff: StaffMember, present: str, password: str) -> Staff:
    """Change one's own password; other browsers are signed out.

    Gives the account as it is then. Raises WrongPassword or AccountChanged.
    """
    person = as_stored(staff)
    check_password(person, present)
    hashed = hash_password(services().code_key, password)
    with services().database.writing() as database:
        row = held_own(database, staff, person)
        set_password(database, row, hashed)
        record_action(database, staff, Action.PASSWORD_SET, "staff", staff.id)
    return in_again(row)


def check_password(person: Staff, present: str) -> None:
    """Check the own password once more: the one proof that counts here.

    Everything that touches a password there is asks for it. Tries are counted for
    this session alone, so that nobody elsewhere keeps its owner from it. Raises WrongPassword or
    TooManyTries.
    """
    key = SignInKey(f"present:{person.id}:{session_number()}", known=True)
    end_reading()
    begin_try(key)
    right = verify_password(services().code_key, present, person.password or "")
    end_try(key, right=right)
    if not right:
        raise WrongPassword


def prove(person: Staff, present: str) -> None:
    """Once more who this is: by the password; who has none came in by the school a moment ago.

    Raises WrongPassword, SignInAgain or TooManyTries.
    """
    if person.password is not None:
        check_password(person, present)
    elif not _came_in_just_now():
        raise SignInAgain


def can_prove(person: Staff) -> bool:
    """Whether somebody has a proof to give: a password to type, or a sign-on of a moment ago."""
    return person.password is not None or _came_in_just_now()


def _came_in_just_now() -> bool:
    since = session.get(STAFF_SINCE)
    return isinstance(since, int) and 0 <= services().seconds() - since < JUST_NOW


def as_stored(staff: StaffMember) -> Staff:
    """The own account as it is now. Raises AccountChanged."""
    person = reading().get(Staff, staff.id)
    if person is None:
        raise AccountChanged
    return person


def held_own(database: Session, staff: StaffMember, seen: Staff) -> Staff:
    """The own account to change, as it was when the password was looked at."""
    require_now(database, staff)
    return hold_account(database, seen)


def in_again(row: Staff) -> Staff:
    """All browsers are out; this one comes in anew, with the second step that it took."""
    elsewhere = bool(session.get(STEP_ELSEWHERE))
    leave()
    enter_as(row, elsewhere=elsewhere)
    return row
