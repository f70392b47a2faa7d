"""Inviting several colleagues at once: all of them, or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.staff.links import invite
from quiz.usecases.staff.people import NewAccount


@dataclass(frozen=True)
class Invited:
    """What became of one: the token of the link, or none for who has an account already.

    `anew`: an earlier invitation of theirs stopped.
    """

    email: str
    roles: tuple[str, ...]
    token: str | None
    anew: bool = False


def invite_all(
    session: Session,
    key: bytes,
    wanted: Sequence[NewAccount],
    now: datetime,
    made_by: int | None = None,
) -> list[Invited]:
    """Make a link for each of these of one school; the accounts of the school are held.

    Who has an account there keeps it as it is.
    """
    emails = [new.email for new in wanted]
    schools = {new.school_id for new in wanted}
    here = Staff.school_id.in_(schools), Staff.email.in_(emails)
    members = set(session.scalars(select(Staff.email).where(*here)))
    waiting = StaffInvitation.school_id.in_(schools), StaffInvitation.email.in_(emails)
    open_ones = StaffInvitation.staff_id.is_(None), StaffInvitation.used_at.is_(None)
    still = StaffInvitation.expires_at > now
    invited = set(session.scalars(select(StaffInvitation.email).where(*waiting, *open_ones, still)))
    return [
        Invited(
            new.email,
            new.roles,
            None if new.email in members else invite(session, key, new, now, made_by),
            anew=new.email in invited,
        )
        for new in wanted
    ]
