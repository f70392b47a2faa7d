"""The database: whether it answers, its version, and what it remembers of the nights."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from quiz.cli.advice import OF_DATABASE
from quiz.cli.doctor.files import is_of_somebody_else
from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import Settings
from quiz.config.school_time import now
from quiz.storage.database import Database
from quiz.storage.faults import UNREACHABLE, trouble_of
from quiz.storage.migrations.run import current_revision, is_known_revision, newest_revision
from quiz.usecases.upkeep import OK, Job, clock_state, last_done

_SQLITE = "SELECT sqlite_version(), NULL"
_POSTGRESQL = "SELECT current_setting('server_version'), clock_timestamp()"


@dataclass(frozen=True)
class Standing:
    """What the database told. `readable`: at our schema, so that the rest can be asked."""

    findings: list[Finding]
    readable: bool = False
    server: str = ""
    clock: str = OK
    its_time: datetime | None = None
    done: Mapping[Job, datetime] = field(default_factory=dict)


def state(settings: Settings, file: Path | None) -> Standing:
    """Ask it, but neither make a file that is not there nor open one of somebody else."""
    if file is not None and is_of_somebody_else(file):
        return Standing([note("database", "not opened, for it is not ours", "see files")])
    try:
        if file is not None and not file.is_file():
            return Standing([wrong("database", f"{file} is not there", "quiz db upgrade")])
        with closing(Database(settings.database_url)) as database:
            return _asked(database)
    except (SQLAlchemyError, OSError) as problem:
        why = type(getattr(problem, "orig", problem)).__name__
        trouble = trouble_of(problem) if isinstance(problem, DBAPIError) else None
        advice = OF_DATABASE[trouble or UNREACHABLE]
        return Standing([wrong("database", f"it does not answer ({why})", advice)])


def _asked(database: Database) -> Standing:
    revision = current_revision(database)
    if revision != newest_revision():
        return Standing([_of_another_version(revision)])
    trouble = database.try_to_write()
    with database.reading() as session:
        version, its_time = session.connection().exec_driver_sql(_question(database)).one()
        done = last_done(session)
        clock = clock_state(session, done, now())
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    finding = well("database", f"{kind} at {revision}, the newest version of the tables")
    if trouble:
        advice = OF_DATABASE.get(trouble, "look at its log")
        finding = wrong("database", f"it cannot be written: {trouble}", advice)
    return Standing([finding], True, f"{kind} {version}", clock, its_time, done)


def _question(database: Database) -> str:
    return _SQLITE if database.is_sqlite else _POSTGRESQL


def _of_another_version(revision: str | None) -> Finding:
    if revision is None:
        return wrong("database", "it has no tables", "quiz db upgrade")
    if is_known_revision(revision):
        newest = newest_revision()
        return wrong("database", f"it stands at {revision}, not {newest}", "quiz db upgrade")
    return wrong("database", f"{revision} is of a newer program", "install that version again")
