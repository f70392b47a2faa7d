"""Signing in with the school's account: there, and back again.

No transaction is open while a provider is asked: pupils would wait for it. Nothing of what it
tells is kept but a digest of who it is, and in the log stands why it did not work, never who.
"""

from collections.abc import Mapping

from quiz.blueprints.accounts import linking, operations, own_account, which_school
from quiz.blueprints.accounts.begun import Begun, take
from quiz.blueprints.accounts.operations import SignIn
from quiz.storage.tables.staff import Staff
from quiz.usecases.sign_on.errors import SignOnProblem
from quiz.usecases.staff.identities import accounts_with, subject_digest
from quiz.web.access.audiences import NotAllowed, NotSignedIn, current_staff, leave
from quiz.web.logs import log
from quiz.web.pages.languages import current_language
from quiz.web.runtime import end_reading, reading, services
from quiz.web.sign_on import connector

LONGEST_ANSWER = 4096


def begin(provider: str, purpose: str, onward: str) -> tuple[str, Begun]:
    """Where to send somebody, and what this browser must remember. Raises a SignOnProblem."""
    way = connector(provider)
    if way is None:
        raise NotAllowed
    from quiz.usecases.sign_on.connector import Secrets  # noqa: PLC0415 - where there is a provider

    own = Secrets.new()
    end_reading()
    try:
        address = way.address_for(own, current_language())
    except SignOnProblem as problem:
        _note(provider, problem)
        raise
    return address, Begun(provider, own.state, own.nonce, own.verifier, purpose, onward)


def purpose(asked_for: str, token: str) -> str:
    """What a sign-on is for: to come in, or to link an account.

    Raises NotSignedIn, or a LinkProblem.
    """
    if token:
        own_account.look_at_link(token)
        return linking.purpose_of_link(token)
    if asked_for != "account":
        return ""
    staff = current_staff()
    if staff is None:
        raise NotSignedIn
    return linking.purpose_of(staff)


def come_back(provider: str, answer: Mapping[str, str]) -> tuple[Begun, bytes]:
    """Who came back with this answer, as a digest. Raises a SignOnProblem."""
    way = connector(provider)
    if way is None:
        raise NotAllowed
    from quiz.usecases.sign_on.connector import Secrets  # noqa: PLC0415

    try:
        begun = take(provider, answer.get("state", "")[:LONGEST_ANSWER])
        end_reading()
        own = Secrets(begun.state, begun.nonce, begun.verifier)
        subject = way.subject_of(answer, own)
    except SignOnProblem as problem:
        _note(provider, problem)
        raise
    return begun, subject_digest(services().code_key, way.provider.issuer, subject)


def enter(provider: str, subject: bytes) -> SignIn:
    """Sign in as whose school account this is, or ask what is still to be asked.

    Raises UnknownIdentity, IdentityClosed or AccountChanged.
    """
    people = accounts_with(reading(), subject)
    end_reading()
    leave()
    if len(people) > 1:
        which_school.wait_for(people, elsewhere=_asks_a_step(provider))
        return SignIn(None, "accounts.choose_school")
    return go_in(provider, people[0])


def go_in(provider: str, person: Staff) -> SignIn:
    """In, unless our own second step is on and the provider is not known to ask one."""
    return operations.go_on(person, elsewhere=_asks_a_step(provider))


def _asks_a_step(provider: str) -> bool:
    way = connector(provider)
    return way is not None and way.provider.has_second_step


def _note(provider: str, problem: SignOnProblem) -> None:
    log.warning("school account", provider=provider, kind=type(problem).__name__, why=problem.why)
