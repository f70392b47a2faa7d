"""Which regions a coordinator looks after. A region is a row of the catalogue, known by its id."""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.storage.tables.staff import Staff, StaffRegion
from quiz.usecases.staff.audit import Person

COORDINATOR = "coordinator"


class SignedIn(Person, Protocol):
    """Who came in, with what changes as soon as all their sessions end."""

    @property
    def sessions(self) -> str:
        """Stand as it was when they came in."""


def regions_of(session: Session, staff_id: int) -> frozenset[str]:
    """The ids of the regions of this account; empty for who is no coordinator."""
    mine = select(StaffRegion.region_id).where(StaffRegion.staff_id == staff_id)
    return frozenset(session.scalars(mine))


def regions_now(session: Session, staff: SignedIn) -> frozenset[str]:
    """The same, as far as they may write there at this moment: signed in still, and a coordinator.

    A large file is looked at for seconds, in which somebody may close the account or take the
    role, and the owner may sign out everywhere.
    """
    person = session.scalar(select(Staff).where(Staff.id == staff.id, Staff.active))
    if person is None or person.sessions != staff.sessions:
        return frozenset()
    if COORDINATOR not in {role.name for role in person.roles}:
        return frozenset()
    return regions_of(session, staff.id)


def set_regions(session: Session, staff_id: int, regions: Iterable[str]) -> None:
    """Give an account these regions and no others; the caller looks whether they exist."""
    wanted, now = set(regions), regions_of(session, staff_id)
    gone = StaffRegion.staff_id == staff_id, StaffRegion.region_id.in_(sorted(now - wanted))
    session.execute(delete(StaffRegion).where(*gone))
    session.add_all(
        StaffRegion(staff_id=staff_id, region_id=region) for region in sorted(wanted - now)
    )
    session.flush()
