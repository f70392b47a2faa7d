"""Linking a school account to an account here: its owner says so, after coming back from there.

Either in the own account, with the password once more, or behind a one-time link. Until then the
session holds the provider, a digest of who came back, and for which account that was.
"""

from dataclasses import dataclass

from flask import session

from quiz.blueprints.accounts import own_account
from quiz.blueprints.accounts.begun import Begun
from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff
from quiz.usecases.sign_on.errors import StartOver
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.identities import link_identity, providers_of, unlink_identity
from quiz.usecases.staff.links import use_link
from quiz.usecases.staff.people import colleague
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, NotAllowed, StaffMember, leave
from quiz.web.access.session_keys import PROVEN
from quiz.web.runtime import reading, services

WAITS = 300  # seconds
STAFF = "staff"


@dataclass(frozen=True)
class Proven:
    """Who came back: the provider, and the digest that is kept of them."""

    provider: str
    subject: bytes

    @property
    def pair(self) -> tuple[str, bytes]:
        """As the use case takes it."""
        return self.provider, self.subject


def purpose_of(staff: StaffMember) -> str:
    """To link the own account, while this is who is signed in."""
    return f"account:{staff.id}"


def purpose_of_link(token: str) -> str:
    """To link the account of a one-time link; the link itself stands in no cookie."""
    return "link:" + code_digest(services().code_key, "link purpose", token).hex()[:32]


def note_proven(begun: Begun, subject: bytes) -> None:
    """Somebody came back; they still have to say that it is to be linked."""
    session[PROVEN] = [begun.provider, subject.hex(), begun.purpose, services().seconds()]


def proven(purpose: str) -> Proven:
    """Who came back here for this purpose, a moment ago. Raises StartOver."""
    match session.get(PROVEN):
        case [str(provider), str(subject), str(noted), int(since)] if noted == purpose:
            if 0 <= services().seconds() - since < WAITS:
                return Proven(provider, bytes.fromhex(subject))
    raise StartOver("waited")


def linked_providers(staff_id: int) -> list[str]:
    """With which providers this account is linked."""
    return list(providers_of(reading(), staff_id))


def link_own(staff: StaffMember, present: str) -> Staff:
    """Link the own account, after the password. Other browsers are signed out.

    Raises WrongPassword, StartOver, IdentityTaken or AccountChanged.
    """
    found = proven(purpose_of(staff))
    person = own_account.as_stored(staff)
    own_account.check_password(person, present)
    with services().database.writing() as database:
        row = own_account.held_own(database, staff, person)
        link_identity(database, row, found.pair, services().clock())
        record_action(database, staff, Action.SCHOOL_ACCOUNT_LINKED, STAFF, staff.id)
    return own_account.in_again(row)


def link_invited(token: str) -> Staff:
    """Make the account of a one-time link, or take the one that it is for, and link that.

    Raises a LinkProblem, StartOver or IdentityTaken.
    """
    found, parts = proven(purpose_of_link(token)), services()
    with parts.database.writing() as database:
        person = use_link(database, parts.code_key, token, (None, parts.clock()))
        link_identity(database, person, found.pair, parts.clock())
        record_action(database, person, Action.SCHOOL_ACCOUNT_LINKED, STAFF, person.id)
    leave()
    return person


def unlink_own(staff: StaffMember, provider: str, present: str) -> Staff:
    """Undo the link of the own account, after the password, which is then the only way in.

    Raises WrongPassword, NothingLinked or AccountChanged.
    """
    person = own_account.as_stored(staff)
    own_account.check_password(person, present)
    with services().database.writing() as database:
        row = own_account.held_own(database, staff, person)
        unlink_identity(database, row, provider)
        record_action(database, staff, Action.SCHOOL_ACCOUNT_UNLINKED, STAFF, staff.id)
    return own_account.in_again(row)


def unlink_colleague(staff: StaffMember, staff_id: int) -> None:
    """Undo every link of a colleague, for an admin. Raises NothingLinked or NotAllowed."""
    if staff_id == staff.id:
        raise NotAllowed
    with services().database.writing() as database:
        require_now(database, staff, Audience.ADMIN)
        person = colleague(database, staff.school_id, staff_id)
        unlink_identity(database, person)
        record_action(database, staff, Action.SCHOOL_ACCOUNT_UNLINKED, STAFF, staff_id)
