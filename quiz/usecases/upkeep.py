"""The work of the night: when purge and backup last went well, and whether that is too long ago.

The privacy page promises dates; they hold as long as `quiz purge` runs. So a night that is left
out is told by /healthz, `quiz doctor` and the metrics.
"""

from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.identifiers import moment_of
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.upkeep import Upkeep

LATE_AFTER = timedelta(days=2)  # one night may be missed: a machine that was off, an update
SLACK = timedelta(minutes=5)  # clocks of nodes may differ a little
# What lies further ahead was made while a clock stood wrong, and is no news any more.
FURTHEST_AHEAD = timedelta(hours=26)
OK = "ok"
BEHIND = "behind what is stored"


class Job(StrEnum):
    """What is noted: INSTALLED once, the others each time that they went well."""

    INSTALLED = "installed"
    PURGE = "purge"
    BACKUP = "backup"


def note(database: Database, job: Job, now: datetime) -> None:
    """Remember that this went well just now."""
    with database.writing() as session:
        session.merge(Upkeep(job=job.value, moment=now))


def note_from_outside(settings: Settings, job: Job, now: datetime) -> None:
    """`note` in the database of these settings, if it can be written and knows the table."""
    with suppress(SQLAlchemyError), closing(Database(settings.database_url)) as database:
        note(database, job, now)


def note_installed(database: Database, now: datetime) -> None:
    """From the first time on we expect purge and backup; a demonstration has neither."""
    with database.writing() as session:
        if session.get(Upkeep, Job.INSTALLED.value) is None:
            session.add(Upkeep(job=Job.INSTALLED.value, moment=now))


def last_done(session: Session) -> Mapping[Job, datetime]:
    """When each was last done; what never was is absent."""
    rows = session.execute(select(Upkeep.job, Upkeep.moment))
    known = set(Job)
    return {Job(job): moment for job, moment in rows if job in known}


def state_of(job: Job, done: Mapping[Job, datetime], now: datetime) -> str:
    """How late it is, in words; "ok" when it is not."""
    since = done.get(job) or done.get(Job.INSTALLED)
    if since is None or now - since <= LATE_AFTER:
        return OK
    if job not in done:
        return "late: never done"
    return f"late: last done {(now - since).days} days ago"


def clock_state(session: Session, done: Mapping[Job, datetime], now: datetime) -> str:
    """Whether something was done later than it is now: then one of the two clocks was wrong."""
    newest = session.scalar(select(func.max(Attempt.id)))
    moments = [*done.values(), *([] if newest is None else [moment_of(newest)])]
    ahead = (moment - now for moment in moments)
    return BEHIND if any(SLACK < each < FURTHEST_AHEAD for each in ahead) else OK
