"""What a counsellor did in this school year, as counts: from the own lines of the trail alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.config.school_time import month_of
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import StaffAction
from quiz.usecases.retention import school_year_ends
from quiz.usecases.services import Services
from quiz.usecases.staff.audit import Action

# What can only be done after a pupil's yes.
_AFTER_YES = (
    Action.STEP_AGREED,
    Action.STEP_DONE,
    Action.STEP_DROPPED,
    Action.STEP_PUT_BACK,
    Action.PAPER_MADE,
)


@dataclass(frozen=True)
class OwnYear:
    """How many talks, how many steps agreed on in each month ('2026-11'), and how many done."""

    talks: int
    agreed: Mapping[str, int]
    done: int


def own_year(services: Services, session: Session, staff_id: int) -> OwnYear:
    """The counts of one counsellor. Nothing about a pupil is kept for them.

    A talk: a pupil who shares now after this counsellor's asking, or for whom the trail has
    something that needs a yes.
    """
    now = services.clock()
    ends = school_year_ends(now, services.zone)
    begins = ends.replace(year=ends.year - 1)
    lines = _lines(session, staff_id, begins)
    mine = Share.staff_id == staff_id, Share.confirmed_at >= begins
    talks = {*session.scalars(select(Share.id).where(*mine)), *(line[2] for line in lines)}
    months = [
        month_of(moment, services.zone)
        for action, moment, _share in lines
        if action == Action.STEP_AGREED
    ]
    done = sum(action == Action.STEP_DONE for action, _moment, _share in lines)
    return OwnYear(len(talks), dict(sorted(Counter(months).items())), done)


def _lines(
    session: Session, staff_id: int, begins: datetime
) -> list[tuple[str, datetime, int | None]]:
    wanted = select(StaffAction.action, StaffAction.moment, StaffAction.object_id).where(
        StaffAction.staff_id == staff_id,
        StaffAction.moment >= begins,
        StaffAction.kind == "share",
        StaffAction.action.in_([action.value for action in _AFTER_YES]),
    )
    return [(row.action, row.moment, row.object_id) for row in session.execute(wanted)]
