"""What an admin does for the colleagues of the own school."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from quiz.accounts.forms import OFFERED_ROLES
from quiz.records import School, Staff, StaffInvitation
from quiz.staffing import (
    Action,
    NewAccount,
    NoSuchColleague,
    colleague,
    colleagues,
    end_sessions,
    invite,
    new_password_link,
    record_action,
    roles_named,
)
from quiz.web.access import StaffMember
from quiz.web.services import services


class NotYourself(Exception):
    """Nobody takes the admin's role or the account away from themselves."""


def invite_colleague(staff: StaffMember, email: str, roles: Sequence[str]) -> str:
    """Make an invitation for this school and return the token of its link."""
    parts = services()
    new = NewAccount(email, staff.school_id, tuple(roles))
    with parts.database.writing() as database:
        token = invite(database, parts.code_key, new, parts.clock())
        record_action(database, staff, Action.COLLEAGUE_INVITED, "school", staff.school_id)
    return token


def withdraw_invitation(staff: StaffMember, invitation_id: int) -> None:
    """Let an invitation of this school stop working. Raises NoSuchColleague."""
    with services().database.writing() as database:
        gone = database.scalar(
            delete(StaffInvitation)
            .where(
                StaffInvitation.id == invitation_id,
                StaffInvitation.school_id == staff.school_id,
                StaffInvitation.staff_id.is_(None),
                StaffInvitation.used_at.is_(None),
            )
            .returning(StaffInvitation.id)
        )
        if gone is None:
            raise NoSuchColleague
        record_action(database, staff, Action.INVITATION_WITHDRAWN, "invitation", invitation_id)


def make_password_link(staff: StaffMember, staff_id: int) -> tuple[str, str]:
    """A link to a new password for a colleague: the token, and their address."""
    parts = services()
    with parts.database.writing() as database:
        person = colleague(database, staff.school_id, staff_id)
        token = new_password_link(database, parts.code_key, person, parts.clock())
        record_action(database, staff, Action.PASSWORD_LINK_MADE, "staff", staff_id)
    return token, person.email


def change_roles(staff: StaffMember, staff_id: int, roles: Sequence[str]) -> None:
    """Give a colleague these of the offered roles; other roles stay. Raises NotYourself."""
    if staff_id == staff.id and "admin" not in roles:
        raise NotYourself
    with services().database.writing() as database:
        person = colleague(database, staff.school_id, staff_id)
        kept = {role.name for role in person.roles} - set(OFFERED_ROLES)
        person.roles = roles_named(database, kept | set(roles))
        record_action(database, staff, Action.ROLES_CHANGED, "staff", staff_id)


def clear_second_step(staff: StaffMember, staff_id: int) -> None:
    """For who lost the phone: the password alone is enough again."""
    with services().database.writing() as database:
        person = colleague(database, staff.school_id, staff_id)
        person.tf_totp_secret = person.tf_last_counter = None
        record_action(database, staff, Action.SECOND_STEP_OFF, "staff", staff_id)


def switch_account(staff: StaffMember, staff_id: int, *, active: bool) -> None:
    """Close an account, which ends its sessions at once, or open it again. Raises NotYourself."""
    if staff_id == staff.id:
        raise NotYourself
    with services().database.writing() as database:
        person = colleague(database, staff.school_id, staff_id)
        person.active = active
        end_sessions(person)
        action = Action.ACCOUNT_OPENED if active else Action.ACCOUNT_CLOSED
        record_action(database, staff, action, "staff", staff_id)


def open_invitations(staff: StaffMember) -> Sequence[StaffInvitation]:
    """The invitations of this school that still work."""
    with services().database.reading() as database:
        return database.scalars(
            select(StaffInvitation)
            .where(
                StaffInvitation.school_id == staff.school_id,
                StaffInvitation.staff_id.is_(None),
                StaffInvitation.used_at.is_(None),
                StaffInvitation.expires_at > services().clock(),
            )
            .order_by(StaffInvitation.email)
        ).all()


def school_name(staff: StaffMember) -> str:
    """The name of the school of this account."""
    with services().database.reading() as database:
        return database.get_one(School, staff.school_id).name


def all_colleagues(staff: StaffMember) -> Sequence[Staff]:
    """All accounts of the own school, by address."""
    with services().database.reading() as database:
        return colleagues(database, staff.school_id)


def find_colleague(staff: StaffMember, staff_id: int) -> Staff:
    """An account of the own school; raises NoSuchColleague."""
    with services().database.reading() as database:
        return colleague(database, staff.school_id, staff_id)
