"""School accounts that are linked to accounts here: by their owner alone, never by an address.

Who changes links holds the accounts of the school first (holding.py), so that two at the same
instant link once.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff, StaffIdentity
from quiz.usecases.staff.links import end_sessions


class UnknownIdentity(Exception):
    """A school account that nobody linked to an account here."""


class IdentityClosed(Exception):
    """The accounts here that it is linked to are closed."""


class IdentityTaken(Exception):
    """It is linked to another account of the same school."""


class NothingLinked(Exception):
    """The account has no such link (any more)."""


def subject_digest(key: bytes, issuer: str, subject: str) -> bytes:
    """What is kept of who somebody is at a provider. The issuer's length keeps the two apart."""
    return code_digest(key, "school account", f"{len(issuer)}:{issuer}:{subject}")


def accounts_with(session: Session, subject: bytes) -> Sequence[Staff]:
    """The open accounts that this school account opens, one at most for each school.

    Raises UnknownIdentity or IdentityClosed.
    """
    mine = select(Staff).join(StaffIdentity, StaffIdentity.staff_id == Staff.id)
    found = session.scalars(mine.where(StaffIdentity.subject == subject).order_by(Staff.id)).all()
    if not found:
        raise UnknownIdentity
    if not any(person.active for person in found):
        raise IdentityClosed
    return [person for person in found if person.active]


def providers_of(session: Session, staff_id: int) -> Sequence[str]:
    """With which providers this account is linked."""
    mine = select(StaffIdentity.provider).where(StaffIdentity.staff_id == staff_id)
    return session.scalars(mine.order_by(StaffIdentity.id)).all()


def link_identity(
    session: Session, person: Staff, proven: tuple[str, bytes], now: datetime
) -> None:
    """Link this account, in place of an earlier one of that provider; its sessions end.

    `proven`: the provider, and the digest of who came back from it. Raises IdentityTaken.
    """
    provider, subject = proven
    theirs = StaffIdentity.subject == subject, StaffIdentity.school_id == person.school_id
    taken = select(StaffIdentity.id).where(*theirs, StaffIdentity.staff_id != person.id)
    if session.scalar(taken) is not None:
        raise IdentityTaken
    same = (StaffIdentity.provider == provider) | (StaffIdentity.subject == subject)
    session.execute(delete(StaffIdentity).where(StaffIdentity.staff_id == person.id, same))
    session.add(
        StaffIdentity(
            staff_id=person.id,
            school_id=person.school_id,
            provider=provider,
            subject=subject,
            created_at=now,
        )
    )
    end_sessions(session, person)


def unlink_identity(session: Session, person: Staff, provider: str | None = None) -> None:
    """Undo the link with this provider, or with all; sessions end. Raises NothingLinked."""
    mine = delete(StaffIdentity).where(StaffIdentity.staff_id == person.id)
    if provider is not None:
        mine = mine.where(StaffIdentity.provider == provider)
    if not session.connection().execute(mine).rowcount:
        raise NothingLinked
    end_sessions(session, person)
