"""Who acts for a school is looked at once more where it is done, in the transaction itself.

A request is let in by who somebody was when it came (audiences.py). Until it writes, a colleague
may have closed the account or taken the role, or the owner may have signed out everywhere.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.holding import hold_school
from quiz.web.access.audiences import NotAllowed, NotSignedIn
from quiz.web.access.staff import StaffMember, staff_member


def require_now(session: Session, staff: StaffMember, role: str | None = None) -> None:
    """Hold the accounts of the school, for this member of staff if they are still signed in.

    The first thing in every transaction that changes accounts, roles or links. Raises
    NotSignedIn, or NotAllowed without the role.
    """
    hold_school(session, staff.school_id)
    person = session.scalar(select(Staff).where(Staff.id == staff.id, Staff.active))
    if person is None or person.sessions != staff.sessions:
        raise NotSignedIn
    if role is not None and role not in staff_member(person).roles:
        raise NotAllowed
