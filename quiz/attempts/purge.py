"""Data that leaves by itself: what the privacy page promises, as two rules on dates."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from quiz.records import Attempt, Database

YEAR_ENDS = (8, 1)  # the first of August, when a school year is over
KEPT_WITHOUT_CLASS = timedelta(days=90)


@dataclass(frozen=True)
class Leaving:
    """How many attempts leave: of classes of an earlier school year, and unused without a class."""

    of_classes: int
    without_class: int


def count_leaving(database: Database, now: datetime) -> Leaving:
    """What a purge would remove now; changes nothing."""
    rules = _of_classes(now), _without_class(now)
    with database.reading() as session:
        counts = [session.scalar(select(func.count()).where(rule)) or 0 for rule in rules]
    return Leaving(*counts)


def purge(database: Database, now: datetime) -> Leaving:
    """Remove what is due, with its answers and results, in one transaction."""
    with database.writing() as session:
        rules = _of_classes(now), _without_class(now)
        counts = [session.scalar(select(func.count()).where(rule)) or 0 for rule in rules]
        session.execute(delete(Attempt).where(or_(*rules)))
    return Leaving(*counts)


def school_year_began(now: datetime) -> datetime:
    """The last first of August before `now`, at midnight in UTC."""
    begin = datetime(now.year, *YEAR_ENDS, tzinfo=UTC)
    return begin if begin <= now else begin.replace(year=now.year - 1)


def _of_classes(now: datetime) -> ColumnElement[bool]:
    return and_(Attempt.class_id.is_not(None), Attempt.started_at < school_year_began(now))


def _without_class(now: datetime) -> ColumnElement[bool]:
    return and_(Attempt.class_id.is_(None), Attempt.last_used_at < now - KEPT_WITHOUT_CLASS)
