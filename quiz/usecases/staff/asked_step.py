"""Of whom a school asks the second step: each of these roles, from the next sign-in on."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import ROLES, Staff, StaffIdentity
from quiz.usecases.staff.people import admins_of


class NobodyLeft(Exception):
    """No admin of the school could come in any more: somebody must have the step first."""


def asked_roles(session: Session, school_id: int) -> frozenset[str]:
    """The roles of which this school asks it."""
    asked = select(School.second_step_roles).where(School.id == school_id)
    return frozenset(session.scalar(asked) or ())


def ask_second_step(
    session: Session, school_id: int, roles: Iterable[str], able_admin: int | None = None
) -> None:
    """Ask it of these roles and of no others; the accounts of the school are held.

    `able_admin`: an admin who has the step at the school's provider. Raises NobodyLeft when it is
    asked of admins, and none of them could come in and set it up.
    """
    wanted = sorted(set(roles) & set(ROLES))
    if "admin" in wanted and able_admin is None and not _some_admin_can(session, school_id):
        raise NobodyLeft
    session.get_one(School, school_id).second_step_roles = wanted or None


def is_asked(session: Session, person: Staff) -> bool:
    """Whether the school of this account asks it of one of its roles."""
    return not asked_roles(session, person.school_id).isdisjoint(role.name for role in person.roles)


def linked_with(session: Session, school_id: int, providers: Iterable[str]) -> frozenset[int]:
    """The accounts of a school that are linked with one of these providers."""
    mine = select(StaffIdentity.staff_id).where(
        StaffIdentity.school_id == school_id, StaffIdentity.provider.in_(sorted(providers))
    )
    return frozenset(session.scalars(mine))


def _some_admin_can(session: Session, school_id: int) -> bool:
    of_school = select(StaffIdentity.staff_id).where(StaffIdentity.school_id == school_id)
    linked = frozenset(session.scalars(of_school))
    return any(
        person.password is not None or person.id in linked
        for person in admins_of(session, school_id)
    )
