"""Sharing a result with the counsellors of a school: always the pupil's act, from yes to no.

The pupil makes a code; a counsellor types it; the pupil says which school may look, and takes it
back at any time. An access that ends is a row that goes. Everything belongs to the pupil's first
attempt (quiz/usecases/retakes/retakes.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.identifiers import LARGEST_LONG_NUMBER, new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import School
from quiz.storage.tables.share import Share
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.retakes.retakes import first_attempt_of, lock_first_attempt
from quiz.usecases.retention import school_year_ends
from quiz.usecases.services import Services
from quiz.usecases.sharing.topics import Topic, topic_of

COUNSELLOR = "counsellor"
WAITING_TIME = timedelta(minutes=30)


@dataclass(frozen=True)
class PupilShare:
    """Who may look, as the pupil sees it; or, not `confirmed` yet, who asks to.

    `role`: of that school. `since` is the moment of the yes; `until` is when it ends by itself,
    also where there is no yes yet: then it is what a yes would mean. `topic`: what the pupil said
    the talk is about, if anything.
    """

    id: int
    school: str
    role: str
    asked_at: datetime
    confirmed: bool
    since: datetime | None
    until: datetime
    topic: Topic | None = None


@dataclass(frozen=True)
class OpenShare:
    """A share as its school may use it; before it is `confirmed` nothing of the pupil is seen."""

    id: int
    attempt_id: int
    confirmed: bool
    asked_at: datetime
    until: datetime


def shares_of_pupil(services: Services, session: Session, attempt_id: int) -> list[PupilShare]:
    """The schools that may look and those that ask to, the oldest first. Raises NoAttempt."""
    now = services.clock()
    mine = Share.attempt_id == first_attempt_of(session, attempt_id), Share.until > now
    rows = session.execute(_SHARES.where(*mine).order_by(Share.asked_at, Share.id)).all()
    year_ends = school_year_ends(now, services.zone)
    return [_shared_with(row, year_ends) for row in rows]


def open_share(session: Session, share_id: int, school_id: int, now: datetime) -> OpenShare:
    """A share of this school that is not over. Raises NoShare, for any other as well."""
    row = session.execute(_of_school(share_id, school_id, now)).one_or_none()
    if row is None:
        raise NoShare
    return OpenShare(row.id, row.attempt_id, row.confirmed_at is not None, row.asked_at, row.until)


def confirm_share(
    services: Services, attempt_id: int, share_id: int, topic: Topic | None = None
) -> None:
    """The pupil's yes, perhaps with a topic: until the end of the school year. Twice is once.

    Raises NoShare when nobody asks (any more), or NoAttempt.
    """
    now = services.clock()
    with services.database.writing() as session:
        first_id = hold_pupil(services, session, attempt_id)
        asked = Share.id == share_id, Share.attempt_id == first_id, Share.until > now
        row = session.execute(select(Share.confirmed_at).where(*asked)).one_or_none()
        if row is None:
            raise NoShare
        if row.confirmed_at is None:
            until = school_year_ends(now, services.zone)
            yes = {"confirmed_at": now, "until": until, "topic": topic}
            session.execute(update(Share).where(Share.id == share_id).values(yes))


def withdraw_share(services: Services, attempt_id: int, share_id: int) -> None:
    """From this moment nobody of that school sees anything; also the no to a question.

    Twice is once. Raises NoAttempt.
    """
    with services.database.erasing() as session:
        first_id = hold_pupil(services, session, attempt_id)
        gone = Share.id == share_id, Share.attempt_id == first_id
        session.execute(delete(Share).where(*gone))


def end_share(services: Services, share_id: int, school_id: int) -> None:
    """The counsellor is done with it, or waits no longer. Raises NoShare."""
    with services.database.erasing() as session:
        found = session.execute(_of_school(share_id, school_id, services.clock())).one_or_none()
        if found is None:
            raise NoShare
        session.execute(delete(Share).where(Share.id == share_id))


def ask_for_share(
    services: Services, session: Session, attempt_id: int, school_id: int, staff_id: int
) -> int:
    """Let a school ask for a first attempt, which the caller holds; the number of the share.

    A school that has the pupil's yes keeps it; one that asked already asks anew.
    """
    now = services.clock()
    between = Share.attempt_id == attempt_id, Share.school_id == school_id
    row = session.execute(select(Share.id, Share.confirmed_at, Share.until).where(*between)).first()
    question = {"staff_id": staff_id, "asked_at": now, "until": now + WAITING_TIME}
    if row is not None and row.until > now:
        if row.confirmed_at is None:
            session.execute(update(Share).where(Share.id == row.id).values(question))
        return int(row.id)
    session.execute(delete(Share).where(*between))
    number = new_attempt_id(now)
    values = {"id": number, "attempt_id": attempt_id, "school_id": school_id, **question}
    session.execute(insert(Share).values(values))
    return number


def hold_pupil(services: Services, session: Session, attempt_id: int) -> int:
    """Hold a pupil who does something here, so that presses wait for each other; the first attempt.

    It counts as use. Raises NoAttempt.
    """
    first_id = lock_first_attempt(session, attempt_id)
    used = update(Attempt).where(Attempt.id == first_id)
    session.execute(used.values(last_used_at=services.clock()))
    return first_id


_SHARES = select(
    Share.id,
    School.name.label("school"),
    Share.asked_at,
    Share.confirmed_at,
    Share.until,
    Share.topic,
).join(School, School.id == Share.school_id)


def _shared_with(row: Row[*tuple[Any, ...]], year_ends: datetime) -> PupilShare:
    confirmed = row.confirmed_at is not None
    return PupilShare(
        id=row.id,
        school=row.school,
        role=COUNSELLOR,
        asked_at=row.asked_at,
        confirmed=confirmed,
        since=row.confirmed_at,
        until=row.until if confirmed else year_ends,
        topic=topic_of(row.topic),
    )


def _of_school(share_id: int, school_id: int, now: datetime) -> Select[*tuple[Any, ...]]:
    wanted = select(
        Share.id, Share.attempt_id, Share.confirmed_at, Share.asked_at, Share.until
    ).where(Share.school_id == school_id, Share.until > now)
    return wanted.where(
        Share.id == share_id if share_id <= LARGEST_LONG_NUMBER else Share.id.is_(None)
    )
