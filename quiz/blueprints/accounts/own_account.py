"""What people do with their own account: the password, by link or by hand, and the second step."""

from dataclasses import dataclass

from flask import session
from sqlalchemy.orm import Session

from quiz.blueprints.accounts import second_step
from quiz.blueprints.accounts.operations import WrongDigits, WrongPassword, enter_as
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.hashing import hash_password, verify_password
from quiz.usecases.staff.holding import AccountChanged, hold_account
from quiz.usecases.staff.links import Link, end_sessions, find_link, set_password, use_link
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import StaffMember, leave
from quiz.web.access.limits import SignInKey, begin_try, end_try
from quiz.web.access.session_keys import NEW_SECRET
from quiz.web.access.staff import session_number
from quiz.web.runtime import end_reading, reading, services


def look_at_link(token: str) -> Link:
    """What a one-time link is for; raises a LinkProblem."""
    return find_link(reading(), services().code_key, token, services().clock())


def set_password_by_link(token: str, password: str) -> None:
    """Use a one-time link: make the account, or change its password. Raises a LinkProblem."""
    look_at_link(token)  # before the work of hashing
    end_reading()
    parts = services()
    hashed = hash_password(parts.code_key, password)
    with parts.database.writing() as database:
        person = use_link(database, parts.code_key, token, (hashed, parts.clock()))
        record_action(database, person, Action.PASSWORD_SET, "staff", person.id)
    leave()


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

    Everything that touches the own password or second step asks for it. Tries are counted for
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


class SecondStepIsOn(Exception):
    """Another phone only after switching it off, which takes the password."""


@dataclass(frozen=True)
class Setup:
    """What an app on a phone needs: an address in a QR code, or a key to type."""

    uri: str
    key: str


def has_second_step(staff: StaffMember) -> bool:
    """Whether this account asks for six digits."""
    return as_stored(staff).tf_totp_secret is not None


def begin_second_step(staff: StaffMember, *, again: bool = False) -> Setup:
    """Reserve a secret for this browser; it counts only once its first digits were right.

    A new one each time, so that who looked at it here before knows nothing; only `again`, after a
    mistake, it is the same, or the phone would not be right any more. Raises SecondStepIsOn.
    """
    if has_second_step(staff):
        raise SecondStepIsOn
    end_reading()  # encrypting a secret takes a while
    secret = session.get(NEW_SECRET) if again else None
    if not isinstance(secret, str):
        secret = session[NEW_SECRET] = second_step.new_secret()  # encrypted
    phone = second_step.on_phone(secret)
    return Setup(phone.to_uri(staff.email), phone.pretty_key())


def switch_second_step_on(staff: StaffMember, present: str, digits: str) -> Staff:
    """Keep the reserved secret, after the password and a code that shows that the app works.

    Other browsers are signed out. Gives the account as it is then. Raises WrongPassword,
    WrongDigits, SecondStepIsOn or AccountChanged.
    """
    secret = session.get(NEW_SECRET)
    person = as_stored(staff)
    if person.tf_totp_secret is not None:
        raise SecondStepIsOn
    check_password(person, present)
    person.tf_last_counter = None  # another secret counts anew
    if not isinstance(secret, str) or not second_step.is_right(person, secret, digits):
        raise WrongDigits
    with services().database.writing() as database:
        row = held_own(database, staff, person)
        row.tf_totp_secret, row.tf_last_counter = secret, person.tf_last_counter
        end_sessions(database, row)
        record_action(database, staff, Action.SECOND_STEP_ON, "staff", staff.id)
    return in_again(row)


def switch_second_step_off(staff: StaffMember, present: str) -> Staff:
    """Ask for the password only, from now on; other browsers are signed out.

    Gives the account as it is then. Raises WrongPassword or AccountChanged.
    """
    person = as_stored(staff)
    check_password(person, present)
    with services().database.writing() as database:
        row = held_own(database, staff, person)
        row.tf_totp_secret = row.tf_last_counter = None
        end_sessions(database, row)
        record_action(database, staff, Action.SECOND_STEP_OFF, "staff", staff.id)
    return in_again(row)


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
    """All browsers are out; this one comes in anew."""
    leave()
    enter_as(row)
    return row
