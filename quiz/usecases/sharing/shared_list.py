"""What is shared with a school: the list of its counsellors, each pupil with the next step."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.share import AgreedStep, Share
from quiz.usecases.sharing.agreed_steps import STEPS, KeptAgreement
from quiz.usecases.sharing.topics import Topic, topic_of


@dataclass(frozen=True)
class SharedResult:
    """One result that a school may see: nickname, class (or None), since, until, next step.

    `topic`: what the pupil said the talk is about, if anything.
    """

    share_id: int
    nickname: str
    class_name: str | None
    since: datetime
    until: datetime
    next_step: KeptAgreement | None
    school_type: str
    topic: Topic | None


def shares_for_school(session: Session, school_id: int, now: datetime) -> list[SharedResult]:
    """What pupils share with this school now, the newest first."""
    steps = _next_steps(session, school_id, now)
    rows = session.execute(
        select(
            Share.id,
            Share.attempt_id,
            Attempt.nickname,
            SchoolClass.name,
            Share.confirmed_at,
            Share.until,
            Attempt.school_type,
            Share.topic,
        )
        .join(Attempt, Attempt.id == Share.attempt_id)
        .outerjoin(SchoolClass, SchoolClass.id == Attempt.class_id)
        .where(_now_of(school_id, now))
        .order_by(Share.confirmed_at.desc(), Share.id.desc())
    ).all()
    return [
        SharedResult(
            share_id=row.id,
            nickname=row.nickname,
            class_name=row.name,
            since=row.confirmed_at,
            until=row.until,
            next_step=steps.get(row.attempt_id),
            school_type=row.school_type,
            topic=topic_of(row.topic),
        )
        for row in rows
    ]


def _next_steps(session: Session, school_id: int, now: datetime) -> dict[int, KeptAgreement]:
    """The nearest step to come of each attempt that this school may see."""
    here = select(Share.attempt_id).where(_now_of(school_id, now))
    wanted = STEPS.add_columns(AgreedStep.attempt_id).where(
        AgreedStep.done_at.is_(None), AgreedStep.attempt_id.in_(here)
    )
    found: dict[int, KeptAgreement] = {}
    for *values, attempt_id in session.execute(wanted):
        found.setdefault(attempt_id, KeptAgreement(*values))
    return found


def _now_of(school_id: int, now: datetime) -> ColumnElement[bool]:
    return and_(
        Share.school_id == school_id,
        Share.confirmed_at.is_not(None),
        Share.until > now,
    )
