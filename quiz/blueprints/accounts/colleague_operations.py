"""What an admin does for the colleagues of the own school.

Whether they are an admin, still, is looked at in each transaction: two admins who take each other's
role at once are one after the other, so a school never ends without an admin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import aliased

from quiz.blueprints.accounts.class_operations import hand_all_over
from quiz.blueprints.accounts.forms import OFFERED_ROLES
from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.links import (
    close_account,
    end_sessions,
    forget_links_of,
    invite,
    new_password_link,
)
from quiz.usecases.staff.people import (
    NewAccount,
    NoSuchColleague,
    account_at,
    colleague,
    colleagues,
    roles_named,
)
from quiz.usecases.staff.recovery import take_second_step_off
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import StaffMember
from quiz.web.runtime import reading, services


class NotYourself(Exception):
    """Nobody takes the admin's role or the account away from themselves."""


class OwnAccount(Exception):
    """The own password and second step are changed where the own password is asked."""


class AlreadyColleague(Exception):
    """Somebody of this school has an account with this address."""


@dataclass(frozen=True)
class OpenLink:
    """A link of this school that still works; without `maker` it came from the command line."""

    id: int
    staff_id: int | None
    email: str
    roles: list[str]
    maker: str | None
    until: datetime


def invite_colleague(staff: StaffMember, email: str, roles: Sequence[str]) -> str:
    """Make an invitation for this school and return the token of its link.

    Raises AlreadyColleague; whether another school knows the address makes no difference.
    """
    parts = services()
    new = NewAccount(email, staff.school_id, tuple(roles))
    with parts.database.writing() as database:
        require_now(database, staff, "admin")
        if account_at(database, staff.school_id, email) is not None:
            raise AlreadyColleague
        token = invite(database, parts.code_key, new, parts.clock(), staff.id)
        record_action(database, staff, Action.COLLEAGUE_INVITED, "school", staff.school_id)
    return token


def withdraw_link(staff: StaffMember, invitation_id: int) -> tuple[str, list[str], int | None]:
    """Let a link of this school stop working: for whom, with which roles or account, it was.

    Raises NoSuchColleague.
    """
    with services().database.erasing() as database:
        require_now(database, staff, "admin")
        gone = database.execute(
            delete(StaffInvitation)
            .where(
                StaffInvitation.id == invitation_id,
                StaffInvitation.school_id == staff.school_id,
                StaffInvitation.used_at.is_(None),
            )
            .returning(StaffInvitation.email, StaffInvitation.roles, StaffInvitation.staff_id)
        ).one_or_none()
        if gone is None:
            raise NoSuchColleague
        record_action(database, staff, Action.INVITATION_WITHDRAWN, "invitation", invitation_id)
    return gone[0], gone[1], gone[2]


def make_password_link(staff: StaffMember, staff_id: int) -> tuple[str, str]:
    """A link to a new password for a colleague: the token, and their address.

    Raises OwnAccount or AccountClosed.
    """
    parts = services()
    with parts.database.writing() as database:
        require_now(database, staff, "admin")
        person = _somebody_else(staff, colleague(database, staff.school_id, staff_id))
        token = new_password_link(database, parts.code_key, person, parts.clock(), staff.id)
        record_action(database, staff, Action.PASSWORD_LINK_MADE, "staff", staff_id)
    return token, person.email


def change_roles(staff: StaffMember, staff_id: int, roles: Sequence[str]) -> None:
    """Give a colleague these of the offered roles; other roles stay. Raises NotYourself."""
    if staff_id == staff.id and "admin" not in roles:
        raise NotYourself
    with services().database.writing() as database:
        require_now(database, staff, "admin")
        person = colleague(database, staff.school_id, staff_id)
        kept = {role.name for role in person.roles} - set(OFFERED_ROLES)
        person.roles = roles_named(database, kept | set(roles))
        if "admin" not in roles:
            forget_links_of(database, person)
        record_action(database, staff, Action.ROLES_CHANGED, "staff", staff_id)


def clear_second_step(staff: StaffMember, staff_id: int) -> None:
    """For who lost the phone: the password alone is enough again. Raises OwnAccount."""
    with services().database.writing() as database:
        require_now(database, staff, "admin")
        person = _somebody_else(staff, colleague(database, staff.school_id, staff_id))
        take_second_step_off(database, person)
        record_action(database, staff, Action.SECOND_STEP_OFF, "staff", staff_id)


def switch_account(
    staff: StaffMember, staff_id: int, *, active: bool, heir: int | None = None
) -> None:
    """Close an account, which ends its sessions and links at once, or open it again.

    `heir`: the colleague who gets its classes. Raises NotYourself, or NoSuchColleague for an heir
    who cannot give a lesson here; then nothing is closed.
    """
    if staff_id == staff.id:
        raise NotYourself
    with services().database.writing() as database:
        require_now(database, staff, "admin")
        person = colleague(database, staff.school_id, staff_id)
        if active:
            person.active = True
            end_sessions(database, person)
        else:
            close_account(database, person)
            if heir is not None:
                hand_all_over(database, staff, person, heir)
        action = Action.ACCOUNT_OPENED if active else Action.ACCOUNT_CLOSED
        record_action(database, staff, action, "staff", staff_id)


def open_links(staff: StaffMember) -> list[OpenLink]:
    """The links of this school that still work: invitations, and those to a new password."""
    maker = aliased(Staff)
    wanted = (
        select(StaffInvitation, maker.email)
        .outerjoin(maker, maker.id == StaffInvitation.made_by_id)
        .where(
            StaffInvitation.school_id == staff.school_id,
            StaffInvitation.used_at.is_(None),
            StaffInvitation.expires_at > services().clock(),
        )
        .order_by(StaffInvitation.email, StaffInvitation.id)
    )
    return [
        OpenLink(row.id, row.staff_id, row.email, row.roles, email, row.expires_at)
        for row, email in reading().execute(wanted)
    ]


def _somebody_else(staff: StaffMember, person: Staff) -> Staff:
    if person.id == staff.id:
        raise OwnAccount
    return person


def school_name(staff: StaffMember) -> str:
    """The name of the school of this account."""
    return reading().get_one(School, staff.school_id).name


def all_colleagues(staff: StaffMember) -> Sequence[Staff]:
    """All accounts of the own school, by address."""
    return colleagues(reading(), staff.school_id)


def find_colleague(staff: StaffMember, staff_id: int) -> Staff:
    """An account of the own school; raises NoSuchColleague."""
    return colleague(reading(), staff.school_id, staff_id)
