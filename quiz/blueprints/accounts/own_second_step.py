"""The own second step: switching it on and off, and the codes on paper for who lost the phone."""

import secrets
from dataclasses import dataclass

from flask import session
from sqlalchemy.orm import Session

from quiz.blueprints.accounts import own_account, second_step
from quiz.blueprints.accounts.operations import WrongDigits
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.asked_step import is_asked
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.links import end_sessions
from quiz.usecases.staff.recovery import (
    make_recovery_codes,
    recovery_codes_left,
    take_second_step_off,
)
from quiz.web.access.audiences import StaffMember
from quiz.web.access.session_keys import NEW_SECRET
from quiz.web.runtime import end_reading, reading, services


class SecondStepIsOn(Exception):
    """Another phone only after switching it off, which takes the password."""


class StepIsAsked(Exception):
    """The school asks the second step of this account: it does not go off."""


class NoSecondStep(Exception):
    """There are only codes for who lost the phone where a phone is asked for."""


@dataclass(frozen=True)
class Changed:
    """The account as it is now, and the codes on paper that belong to it, shown this once."""

    person: Staff
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Setup:
    """What an app on a phone needs: an address in a QR code, or a key to type."""

    uri: str
    key: str


def has_second_step(staff: StaffMember) -> bool:
    """Whether this account asks for six digits."""
    return own_account.as_stored(staff).tf_totp_secret is not None


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


def switch_second_step_on(staff: StaffMember, present: str, digits: str) -> Changed:
    """Keep the reserved secret, after the password and a code that shows that the app works.

    Other browsers are signed out. Raises WrongPassword, SignInAgain, WrongDigits,
    SecondStepIsOn or AccountChanged.
    """
    secret = session.get(NEW_SECRET)
    person = own_account.as_stored(staff)
    if person.tf_totp_secret is not None:
        raise SecondStepIsOn
    own_account.prove(person, present)
    person.tf_last_counter = None  # another secret counts anew
    if not isinstance(secret, str) or not second_step.is_right(person, secret, digits):
        raise WrongDigits
    with services().database.writing() as database:
        row = own_account.held_own(database, staff, person)
        row.tf_totp_secret, row.tf_last_counter = secret, person.tf_last_counter
        end_sessions(database, row)
        codes = _new_codes(database, staff)
        record_action(database, staff, Action.SECOND_STEP_ON, "staff", staff.id)
    return Changed(own_account.in_again(row), tuple(codes))


def renew_recovery_codes(staff: StaffMember, present: str) -> tuple[str, ...]:
    """Another set for who lost the paper or used most, after the password; the old one ends.

    Raises WrongPassword, SignInAgain, NoSecondStep or AccountChanged.
    """
    person = own_account.as_stored(staff)
    own_account.prove(person, present)
    with services().database.writing() as database:
        row = own_account.held_own(database, staff, person)
        if row.tf_totp_secret is None:
            raise NoSecondStep
        codes = _new_codes(database, staff)
        record_action(database, staff, Action.RECOVERY_CODES_MADE, "staff", staff.id)
    return tuple(codes)


def codes_left(staff: StaffMember) -> int:
    """How many codes on paper are still good."""
    return recovery_codes_left(reading(), staff.id)


def switch_second_step_off(staff: StaffMember, present: str) -> Staff:
    """Ask for the password only, from now on; other browsers are signed out.

    Gives the account as it is then. Raises WrongPassword, SignInAgain, StepIsAsked or
    AccountChanged.
    """
    person = own_account.as_stored(staff)
    own_account.prove(person, present)
    with services().database.writing() as database:
        row = own_account.held_own(database, staff, person)
        if is_asked(database, row):
            raise StepIsAsked
        take_second_step_off(database, row)
        end_sessions(database, row)
        record_action(database, staff, Action.SECOND_STEP_OFF, "staff", staff.id)
    return own_account.in_again(row)


def _new_codes(database: Session, staff: StaffMember) -> list[str]:
    return make_recovery_codes(database, services().code_key, staff.id, secrets.SystemRandom())
