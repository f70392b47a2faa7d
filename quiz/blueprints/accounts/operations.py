"""Signing in and out.

Argon2 takes its time on purpose, so it never runs inside a transaction: a pupil's answer would
have to wait for it. So whoever comes in is looked at once more there (usecases/staff/holding).
"""

from dataclasses import dataclass

from flask import session
from sqlalchemy import select, update

from quiz.blueprints.accounts import second_step, which_school
from quiz.blueprints.accounts.devices import sign_in_key
from quiz.blueprints.accounts.passwords import opened_by
from quiz.domain.codes.recovery_codes import read_recovery_code
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.asked_step import is_asked
from quiz.usecases.staff.audit import SESSION, Action, record_action
from quiz.usecases.staff.holding import hold_account
from quiz.usecases.staff.links import end_sessions
from quiz.usecases.staff.recovery import use_recovery_code
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import StaffMember, leave
from quiz.web.access.limits import begin_try, end_try
from quiz.web.access.session_keys import WAITING_ACCOUNT, WAITING_SINCE
from quiz.web.access.staff import note_signed_in, session_number
from quiz.web.runtime import end_reading, reading, services

SECOND_STEP_WAITS = 300  # seconds


class WrongPassword(Exception):
    """Address and password do not belong together; which of the two is never said."""


class WrongDigits(Exception):
    """The six digits are not right, or were used before."""


class StartAgain(Exception):
    """The second step waited too long, or somebody came here without the first."""


@dataclass(frozen=True)
class SignIn:
    """How far somebody is: the account once it is known, and the page of the step to come."""

    person: Staff | None
    next_page: str | None = None


def check_address(typed_email: str, password: str) -> SignIn:
    """Check address and password; sign in, or wait for what is still to be asked.

    Raises WrongPassword, TooManyTries or AccountChanged.
    """
    right = opened_by(typed_email, password)
    if not right:
        raise WrongPassword
    leave()
    if len(right) > 1:
        which_school.wait_for(right)
        return SignIn(None, "accounts.choose_school")
    return go_on(right[0])


def go_on(person: Staff, *, elsewhere: bool = False) -> SignIn:
    """Who was recognised: sign in, or wait for the second step unless it was asked `elsewhere`.

    Raises AccountChanged.
    """
    if person.tf_totp_secret and not elsewhere:
        session[WAITING_ACCOUNT], session[WAITING_SINCE] = (
            person.fs_uniquifier,
            services().seconds(),
        )
        return SignIn(person, "accounts.second_step")
    enter_as(person, elsewhere=elsewhere)
    return SignIn(person)


def take_second_step(typed: str) -> SignIn:
    """Check the six digits, or a code from paper, and sign in.

    Raises WrongDigits, StartAgain, TooManyTries or AccountChanged.
    """
    person = waiting()
    end_reading()  # reading a secret takes a while
    key = sign_in_key(person, "digits")
    begin_try(key)
    used_before = person.tf_last_counter
    right = second_step.is_right(person, person.tf_totp_secret or "", typed)
    right = _use_digits(person, used_before) if right else _use_paper(person, typed)
    end_try(key, right=right)
    if not right:
        raise WrongDigits
    leave()
    enter_as(person)
    return SignIn(person)


def waiting() -> Staff:
    """Who gave the right password here and still has to give six digits; raises StartAgain."""
    uniquifier, since = session.get(WAITING_ACCOUNT), session.get(WAITING_SINCE)
    if not isinstance(since, int) or services().seconds() - since >= SECOND_STEP_WAITS:
        raise StartAgain
    person = reading().scalar(select(Staff).where(Staff.fs_uniquifier == str(uniquifier)))
    if person is None or not person.active or not person.tf_totp_secret:
        raise StartAgain
    return person


def sign_out(staff: StaffMember) -> None:
    """Nobody is signed in here any more, and a copy of the cookie opens nothing either."""
    number = session_number()
    if number is not None:
        with services().database.writing() as database:
            record_action(database, staff, Action.SIGNED_OUT, SESSION, number)
    leave()


def sign_out_everywhere(staff: StaffMember) -> None:
    """Nobody is signed in to this account any more, in any browser."""
    with services().database.writing() as database:
        require_now(database, staff)
        end_sessions(database, database.get_one(Staff, staff.id))
        record_action(database, staff, Action.SIGNED_OUT_EVERYWHERE, "staff", staff.id)
    leave()


def enter_as(person: Staff, *, elsewhere: bool = False) -> None:
    """From now on this browser is this person's.

    `person`: the account as it was looked at for that; `elsewhere`: its second step was asked by
    the school's provider. Raises AccountChanged.
    """
    with services().database.writing() as database:
        row = hold_account(database, person)
        row.last_login_at = services().clock()
        record_action(database, row, Action.SIGNED_IN, "staff", row.id)
        has_step = elsewhere or row.tf_totp_secret is not None
        set_up_first = not has_step and is_asked(database, row)
    session.permanent = True
    note_signed_in(row, elsewhere=elsewhere, set_up_first=set_up_first)


def _use_digits(person: Staff, used_before: int | None) -> bool:
    """Store that this code was used, unless another browser just did."""
    unused = Staff.tf_last_counter.is_not_distinct_from(used_before)
    with services().database.writing() as database:
        done = database.scalar(
            update(Staff)
            .where(Staff.id == person.id, unused)
            .values(tf_last_counter=person.tf_last_counter)
            .returning(Staff.id)
        )
    return done is not None


def _use_paper(person: Staff, typed: str) -> bool:
    """Whether this is a code from paper that nobody used yet; the trail says so at once."""
    if read_recovery_code(typed) is None:
        return False
    parts = services()
    with parts.database.writing() as database:
        used = use_recovery_code(database, parts.code_key, person.id, typed)
        if used:
            record_action(database, person, Action.RECOVERY_CODE_USED, "staff", person.id)
    return used
