"""Data that leaves by itself: what the privacy page promises, as rules on dates."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from quiz.records import Attempt, Database, Share, ShareCode

YEAR_ENDS = (8, 1)  # the first of August, when a school year is over
KEPT_WITHOUT_CLASS = timedelta(days=90)


@dataclass(frozen=True)
class Leaving:
    """How many pupils leave: of classes of an earlier school year, and unused without a class.

    `shares`: how many accesses of counsellors, and questions for one, are over. Share codes that
    are too old leave uncounted.
    """

    of_classes: int
    without_class: int
    shares: int


def count_leaving(database: Database, now: datetime) -> Leaving:
    """What a purge would remove now; changes nothing."""
    rules = _rules(now)
    with database.reading() as session:
        return Leaving(*(_count(session, rule) for rule in rules))


def purge(database: Database, now: datetime) -> Leaving:
    """Remove what is due, with its answers and results, in one transaction."""
    with database.writing() as session:
        rules = _rules(now)
        leaving = Leaving(*(_count(session, rule) for rule in rules))
        session.execute(delete(Attempt).where(or_(*rules[:2])))
        session.execute(delete(Share).where(rules[2]))
        session.execute(delete(ShareCode).where(ShareCode.expires_at <= now))
    return leaving


def school_year_began(now: datetime) -> datetime:
    """The last first of August before `now`, at midnight in UTC."""
    begin = datetime(now.year, *YEAR_ENDS, tzinfo=UTC)
    return begin if begin <= now else begin.replace(year=now.year - 1)


def school_year_ends(now: datetime) -> datetime:
    """The next first of August after `now`, at midnight in UTC."""
    began = school_year_began(now)
    return began.replace(year=began.year + 1)


def _count(session: Session, rule: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(rule)) or 0


def _rules(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return _of_classes(now), _without_class(now), Share.until <= now


def _of_classes(now: datetime) -> ColumnElement[bool]:
    """Of a class: when the school year is over, later looks with it, whenever they were used."""
    return and_(Attempt.class_id.is_not(None), Attempt.started_at < school_year_began(now))


def _without_class(now: datetime) -> ColumnElement[bool]:
    """Without a class: when none of the pupil's looks was used for so long.

    A later look is in no class itself, but leaves with the first one and never alone.
    """
    later, long_ago = aliased(Attempt), now - KEPT_WITHOUT_CLASS
    used = exists().where(later.first_id == Attempt.id, later.last_used_at >= long_ago)
    alone = and_(Attempt.class_id.is_(None), Attempt.first_id.is_(None))
    return and_(alone, Attempt.last_used_at < long_ago, ~used)
