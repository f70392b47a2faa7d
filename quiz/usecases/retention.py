"""Retention: what is deleted on which date, as the privacy page promises.

It goes a few hundred rows at a time, each time in a transaction of its own, with as long a pause
after it: pupils who are busy meanwhile do not notice. Whoever stops it half-way starts it again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from time import perf_counter, sleep
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from quiz.config.school_time import ZONE, begin_of, day_of
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.catalogue import CatalogueDraft
from quiz.storage.tables.share import Share, ShareCode
from quiz.storage.tables.wrong_count import WrongCount, lasts
from quiz.usecases.classes.seats import never_answered_for_long

YEAR_ENDS = (8, 1)  # the first of August, when a school year is over
KEPT_WITHOUT_CLASS = timedelta(days=90)
DRAFTS_KEPT = timedelta(days=7)  # lists that a coordinator sent and did not take over
AT_ONCE = 200  # rows in one transaction: an attempt takes about thirty answers along


@dataclass(frozen=True)
class Expired:
    """How many pupils leave: of classes of an earlier school year, and unused without a class.

    `shares`: how many accesses of counsellors, and questions for one, are over. Share codes that
    are too old, counts of wrong codes that are over and lists of coordinators leave uncounted.
    """

    of_classes: int
    without_class: int
    shares: int


def count_expired(database: Database, now: datetime, zone: ZoneInfo = ZONE) -> Expired:
    """What a purge would remove now; changes nothing."""
    rules = _rules(now, zone)
    with database.reading() as session:
        return Expired(*(_count(session, rule) for rule in rules))


def purge(
    database: Database,
    now: datetime,
    note: Callable[[int], object] = lambda _rows: None,
    zone: ZoneInfo = ZONE,
) -> Expired:
    """Remove what is due, with its answers and results; how much it was.

    `note` hears after each transaction how many rows were looked at, for who shows progress.
    """
    keys = Attempt.id, Attempt.id, Share.id
    due = zip(keys, _rules(now, zone), strict=True)
    leaving = Expired(*(_remove(database, key, rule, note) for key, rule in due))
    _remove(database, ShareCode.attempt_id, ShareCode.expires_at <= now, note)
    _remove(database, WrongCount.who, ~lasts(now), note)
    _remove(database, CatalogueDraft.id, CatalogueDraft.made_at <= now - DRAFTS_KEPT, note)
    return leaving


def _remove(
    database: Database,
    key: InstrumentedAttribute[int] | InstrumentedAttribute[bytes],
    rule: ColumnElement[bool],
    note: Callable[[int], object],
) -> int:
    """Remove what falls under a rule, a little at a time. Who came back meanwhile stays."""
    with database.reading() as session:
        due = session.scalars(select(key).where(rule).order_by(key)).all()
    removed = 0
    for first in range(0, len(due), AT_ONCE):
        began = perf_counter()
        some = due[first : first + AT_ONCE]
        with database.writing() as session:
            leaving = delete(key.class_).where(key.in_(some), rule)
            removed += session.connection().execute(leaving).rowcount
        note(len(some))
        sleep(perf_counter() - began)
    return removed


def school_year_began(now: datetime, zone: ZoneInfo = ZONE) -> datetime:
    """The first moment of the last first of August at school, `now` included."""
    return _first_of_august(now, zone)


def school_year_ends(now: datetime, zone: ZoneInfo = ZONE) -> datetime:
    """The first moment of the next first of August at school, after `now`."""
    return _first_of_august(now, zone, years=1)


def _first_of_august(now: datetime, zone: ZoneInfo, years: int = 0) -> datetime:
    today = day_of(now, zone)
    august = date(today.year, *YEAR_ENDS)
    return begin_of(august.replace(year=today.year - (today < august) + years), zone)


def _count(session: Session, rule: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(rule)) or 0


def _rules(now: datetime, zone: ZoneInfo) -> tuple[ColumnElement[bool], ...]:
    return _of_classes(now, zone), _without_class(now), Share.until <= now


def _of_classes(now: datetime, zone: ZoneInfo) -> ColumnElement[bool]:
    """Of a class: when the school year in which it came in is over, whenever it was used.

    Retakes leave with it.
    """
    came = func.coalesce(Attempt.joined_at, Attempt.started_at)
    return and_(Attempt.class_id.is_not(None), came < school_year_began(now, zone))


def _without_class(now: datetime) -> ColumnElement[bool]:
    """Without a class: when none of the pupil's attempts was used for so long, or made way empty.

    A retake is in no class itself, but leaves with the first one and never alone.
    """
    later, long_ago = aliased(Attempt), now - KEPT_WITHOUT_CLASS
    used = exists().where(later.first_id == Attempt.id, later.last_used_at >= long_ago)
    alone = and_(Attempt.class_id.is_(None), Attempt.first_id.is_(None))
    unused = and_(Attempt.last_used_at < long_ago, ~used)
    return and_(alone, or_(unused, never_answered_for_long(now)))
