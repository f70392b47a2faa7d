"""Who belongs to a school. Every look-up by number names the school, so that none leaks out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Role, Staff
from quiz.usecases.staff.regions import set_regions


class NoSuchColleague(Exception):
    """The school has no account with this number."""


@dataclass(frozen=True)
class NewAccount:
    """An account to make: an address in plain form, its school, roles, regions of a coordinator."""

    email: str
    school_id: int
    roles: tuple[str, ...]
    regions: tuple[str, ...] = ()


def school_named(session: Session, name: str) -> School:
    """The school with this name; made when it does not exist yet."""
    school = session.scalar(select(School).where(School.name == name))
    if school is None:
        school = School(name=name)
        session.add(school)
        session.flush()
    return school


def roles_named(session: Session, names: Iterable[str]) -> list[Role]:
    """The rows of these roles; a role that nobody had yet gets its row."""
    found = {role.name: role for role in session.scalars(select(Role))}
    return [found.get(name) or Role(name=name) for name in sorted(set(names))]


def accounts_of(session: Session, email: str) -> Sequence[Staff]:
    """The accounts with this address in plain form, one at most for each school."""
    return session.scalars(select(Staff).where(Staff.email == email).order_by(Staff.id)).all()


def account_at(session: Session, school_id: int, email: str) -> Staff | None:
    """The account with this address at this school."""
    mine = select(Staff).where(Staff.school_id == school_id, Staff.email == email)
    return session.scalar(mine)


def is_admin_now(person: Staff) -> bool:
    """Whether this account is open and may look after those of its school."""
    return person.active and any(role.name == "admin" for role in person.roles)


def admins_of(session: Session, school_id: int) -> list[Staff]:
    """The accounts that may look after those of this school now."""
    mine = session.scalars(select(Staff).where(Staff.school_id == school_id, Staff.active))
    return [person for person in mine if is_admin_now(person)]


def make_staff(
    session: Session, new: NewAccount, password_hash: str | None, now: datetime
) -> Staff:
    """Make an account that can sign in with the password of this hash, if it has one."""
    person = Staff(
        school_id=new.school_id,
        email=new.email,
        password=password_hash,
        active=True,
        fs_uniquifier=uuid4().hex,
        created_at=now,
        roles=roles_named(session, new.roles),
    )
    session.add(person)
    session.flush()
    set_regions(session, person.id, new.regions)
    return person


def colleagues(session: Session, school_id: int) -> Sequence[Staff]:
    """All accounts of a school, by address."""
    mine = select(Staff).where(Staff.school_id == school_id)
    return session.scalars(mine.order_by(Staff.email)).all()


def colleague(session: Session, school_id: int, staff_id: int) -> Staff:
    """One account of this school; raises NoSuchColleague."""
    mine = select(Staff).where(Staff.school_id == school_id, Staff.id == staff_id)
    person = session.scalar(mine)
    if person is None:
        raise NoSuchColleague
    return person
