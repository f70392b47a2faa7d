"""One-time links: a new account, or a new password. The link is shown once; we keep its digest."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.staff.holding import hold_school
from quiz.usecases.staff.people import NewAccount, account_at, is_admin_now, make_staff

INVITATION_LASTS = timedelta(days=7)
PASSWORD_LINK_LASTS = timedelta(hours=24)
LONGEST_TOKEN = 100
Chosen = tuple[str | None, datetime]


class LinkProblem(Exception):
    """The base of why a link does not work."""


class UnknownLink(LinkProblem):
    """Nobody made this link, or it was withdrawn."""


class UsedLink(LinkProblem):
    """The link has done its work."""


class ExpiredLink(LinkProblem):
    """The link is too old."""


class EmailTaken(LinkProblem):
    """The address of the invitation has an account at this school already."""


class AccountClosed(Exception):
    """A closed account gets no link: it would count once the account is opened again."""


@dataclass(frozen=True)
class Link:
    """A link that works: for whom, and whether it makes an account or only a password."""

    email: str
    is_new: bool


def invite(
    session: Session, key: bytes, new: NewAccount, now: datetime, made_by: int | None = None
) -> str:
    """Make a link for a new account and return its token; an earlier one for them stops."""
    session.execute(
        delete(StaffInvitation).where(
            StaffInvitation.school_id == new.school_id,
            StaffInvitation.email == new.email,
            StaffInvitation.staff_id.is_(None),
            StaffInvitation.used_at.is_(None),
        )
    )
    row = StaffInvitation(
        school_id=new.school_id,
        made_by_id=made_by,
        email=new.email,
        roles=sorted(set(new.roles)),
        regions=sorted(set(new.regions)) or None,
    )
    return _add(session, key, row, (now, now + INVITATION_LASTS))


def new_password_link(
    session: Session, key: bytes, person: Staff, now: datetime, made_by: int | None = None
) -> str:
    """Make a link with which this person sets a new password; an earlier one stops.

    Raises AccountClosed.
    """
    if not person.active:
        raise AccountClosed
    forget_links_for(session, person)
    row = StaffInvitation(
        school_id=person.school_id,
        staff_id=person.id,
        made_by_id=made_by,
        email=person.email,
        roles=[],
    )
    return _add(session, key, row, (now, now + PASSWORD_LINK_LASTS))


def find_link(session: Session, key: bytes, token: str, now: datetime) -> Link:
    """What a link is for, without using it. Raises a LinkProblem."""
    row = _usable(session, session.scalar(_with_token(key, token)), now)
    return Link(row.email, row.staff_id is None)


def use_link(session: Session, key: bytes, token: str, password: Chosen) -> Staff:
    """Make the account, or set the password, and end the link. `password`: its hash, and now.

    A new password ends every session; without one an account keeps its own. Raises a LinkProblem.
    """
    password_hash, now = password
    wanted = _with_token(key, token)
    hold_school(session, wanted.with_only_columns(StaffInvitation.school_id).scalar_subquery())
    row = _usable(session, session.scalar(wanted.with_for_update()), now)
    row.used_at = now
    if row.staff_id is None:
        if account_at(session, row.school_id, row.email) is not None:
            raise EmailTaken
        new = NewAccount(row.email, row.school_id, tuple(row.roles), tuple(row.regions or ()))
        return make_staff(session, new, password_hash, now)
    person = session.get_one(Staff, row.staff_id)
    if password_hash is not None:
        set_password(session, person, password_hash)
    return person


def set_password(session: Session, person: Staff, password_hash: str) -> None:
    """Give an account another password: its sessions end and its open links stop."""
    person.password = password_hash
    end_sessions(session, person)
    forget_links_for(session, person)


def end_sessions(session: Session, person: Staff) -> None:
    """Sign this account out in every browser, and end the links that were made there.

    Whoever had such a browser and should not have: a link of theirs would be a way back.
    """
    person.fs_uniquifier = uuid4().hex
    session.flush()
    forget_links_of(session, person)


def _add(
    session: Session, key: bytes, row: StaffInvitation, lasts: tuple[datetime, datetime]
) -> str:
    token = secrets.token_urlsafe(32)
    row.digest = code_digest(key, "staff link", token)
    row.created_at, row.expires_at = lasts
    session.add(row)
    session.flush()
    return token


def _with_token(key: bytes, token: str) -> Select[StaffInvitation]:
    digest = code_digest(key, "staff link", token[:LONGEST_TOKEN])
    return select(StaffInvitation).where(StaffInvitation.digest == digest)


def forget_links_of(session: Session, person: Staff) -> None:
    """What this person made and nobody used yet stops: with their sessions, and their role."""
    session.execute(
        delete(StaffInvitation).where(
            StaffInvitation.made_by_id == person.id, StaffInvitation.used_at.is_(None)
        )
    )


def close_account(session: Session, person: Staff) -> None:
    """End the sessions of an account, the links for it and the links that this person made."""
    person.active = False
    end_sessions(session, person)
    forget_links_for(session, person)


def _usable(session: Session, row: StaffInvitation | None, now: datetime) -> StaffInvitation:
    """The link if it still works: not for a closed account, and not without its maker.

    Whatever way the maker left or stopped being an admin: it is looked at when the link is used.
    """
    if row is None or not _holds(session, row):
        raise UnknownLink
    if row.used_at is not None:
        raise UsedLink
    if row.expires_at <= now:
        raise ExpiredLink
    return row


def _holds(session: Session, row: StaffInvitation) -> bool:
    maker = session.get(Staff, row.made_by_id) if row.made_by_id else None
    if row.made_by_id and not (maker and is_admin_now(maker) and maker.school_id == row.school_id):
        return False
    person = session.get(Staff, row.staff_id) if row.staff_id else None
    return person is None or person.active


def forget_links_for(session: Session, person: Staff) -> None:
    """What others made for this person and nobody used yet stops."""
    session.execute(
        delete(StaffInvitation).where(
            StaffInvitation.staff_id == person.id, StaffInvitation.used_at.is_(None)
        )
    )
