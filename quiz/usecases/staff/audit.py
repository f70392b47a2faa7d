"""The audit trail: declared actions only, with the number of a thing and never its content."""

from enum import StrEnum
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.config import school_time
from quiz.storage.tables.staff import StaffAction

SESSION = "session"


class Action(StrEnum):
    """Everything that may stand in the trail. A room adds its own lines here."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    SIGNED_OUT_EVERYWHERE = "signed out everywhere"
    PASSWORD_SET = "password set"  # noqa: S105
    SECOND_STEP_ON = "second step on"
    SECOND_STEP_OFF = "second step off"
    SECOND_STEP_ASKED = "second step asked"
    RECOVERY_CODES_MADE = "recovery codes made"
    RECOVERY_CODE_USED = "recovery code used"
    SCHOOL_ACCOUNT_LINKED = "school account linked"
    SCHOOL_ACCOUNT_UNLINKED = "school account unlinked"
    COLLEAGUE_INVITED = "colleague invited"
    INVITATION_WITHDRAWN = "invitation withdrawn"
    ACCOUNT_REMOVED = "account removed"
    PASSWORD_LINK_MADE = "password link made"  # noqa: S105
    ROLES_CHANGED = "roles changed"
    REGIONS_CHANGED = "regions changed"
    ACCOUNT_CLOSED = "account closed"
    ACCOUNT_OPENED = "account opened"
    ACCOUNT_RENAMED = "account renamed"
    SCHOOL_RENAMED = "school renamed"
    SCHOOL_MERGED = "school merged"
    SCHOOL_PLACED = "school placed"
    CLASS_MADE = "class made"
    CLASS_CHANGED = "class changed"
    CLASS_CLOSED = "class closed"
    CLASS_REOPENED = "class reopened"
    CLASS_ROOM_CHANGED = "class room changed"
    LESSON_TIMED = "lesson timed"
    CLASS_SHARED = "class shared"
    CLASS_UNSHARED = "class no longer shared"
    CLASS_HANDED_OVER = "class handed over"
    CLASS_DELETED = "class deleted"
    ENTRY_DETACHED = "entry detached"
    EMPTY_DETACHED = "empty entries detached"
    ENTRY_PUT_BACK = "entry put back"
    PICTURE_MADE = "picture made"
    PICTURE_EXPORTED = "picture exported"
    SCHOOL_FIGURE_MADE = "school figure made"
    REGION_FIGURES_MADE = "region figures made"
    SHARE_CLAIMED = "share claimed"
    SHARE_ENDED = "share ended"
    STEP_AGREED = "step agreed"
    STEP_DONE = "step done"
    STEP_DROPPED = "step dropped"
    STEP_PUT_BACK = "step put back"
    PAPER_MADE = "paper made"
    CATALOGUE_CHANGED = "catalogue changed"
    DEMONSTRATION_RENEWED = "demonstration renewed"


class Person(Protocol):
    """Whoever does something: a StaffMember, or the row of one."""

    @property
    def id(self) -> int:
        """The number of the account."""


def record_action(
    session: Session, staff: Person | None, action: Action, kind: str, object_id: int | None
) -> None:
    """Add one line in this transaction: it stands if and only if the action itself does.

    `kind` and `object_id` say what it was done to ("class", 12); `staff` is None for the
    command line. Nothing of a pupil belongs here.
    """
    session.add(
        StaffAction(
            moment=school_time.now(),
            staff_id=None if staff is None else staff.id,
            action=Action(action).value,
            kind=kind,
            object_id=object_id,
        )
    )


def has_ended(session: Session, staff_id: int, number: int) -> bool:
    """Whether this session of this account was signed out: the trail itself remembers it."""
    signed_out = select(StaffAction.id).where(
        StaffAction.staff_id == staff_id,
        StaffAction.action == Action.SIGNED_OUT.value,
        StaffAction.object_id == number,
    )
    return session.scalar(signed_out.limit(1)) is not None
