"""Making a backup and putting it back: checked on the way out and on the way in."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import Inspector, bindparam, delete, func, inspect, select, update
from sqlalchemy.orm import Session

from quiz.config import Settings, school_time
from quiz.storage.database import Database
from quiz.storage.identifiers import new_session_number
from quiz.storage.migrations.run import current_revision, is_known_revision, upgrade
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.share import Share, ShareCode
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.backup.archive import (
    CONTENT,
    FORMAT,
    Archive,
    BackupError,
    checksum,
    fingerprint,
    is_signed,
)
from quiz.usecases.backup.engines import copy_in, copy_out


def back_up(settings: Settings, file: Path) -> Archive:
    """Write a backup of the whole database into a new file, while the quiz goes on.

    Raises BackupError: the file exists, there is nothing to copy, or copying failed.
    """
    if file.exists():
        raise BackupError(f"{file} exists: choose another name, we never write over a backup")
    with closing(Database(settings.database_url)) as database, _beside(file) as folder:
        revision = current_revision(database)
        if revision is None:
            raise BackupError("the database is empty: there is nothing to back up")
        copied = Path(folder) / CONTENT
        made_at = school_time.now().isoformat(timespec="seconds")
        copy_out(database, copied)
        archive = Archive(
            format=FORMAT,
            kind=_kind(database),
            revision=revision,
            made_at=made_at,
            key_fingerprint=fingerprint(settings.code_key),
            sha256=checksum(copied),
        )
        archive.write(copied, file, settings.code_key)
    return archive


def restore(settings: Settings, file: Path, *, replace: bool, other_key: bool) -> Archive:
    """Put a backup in the place of the database and bring it to the newest schema.

    Everybody is signed out then, and links that were open are over: some were used, withdrawn or
    ended after the backup was made. `replace`: also when there are attempts in it now;
    `other_key`: also when its return codes were made with another CODE_KEY, so that we cannot
    tell who made it. Raises BackupError; then the database is as it was.
    """
    archive = Archive.read(file)
    with closing(Database(settings.database_url)) as database, _beside(file) as folder:
        _require_fit(archive, database)
        _require_own(archive, file, settings.code_key, other_key=other_key)
        if not replace and _holds_attempts(database):
            raise BackupError("the database holds attempts: add --replace to put this over them")
        copy_in(database, archive.unpack(file, Path(folder)), archive.revision)
        database.close()
        upgrade(database)
        _end_what_was_open(database)
        database.rewrite()
    return archive


def _require_own(archive: Archive, file: Path, code_key: str, *, other_key: bool) -> None:
    """Only what was signed with our key, unless it says to be of another and we were told so."""
    if archive.key_fingerprint == fingerprint(code_key):
        if not is_signed(file, code_key):
            raise BackupError(f"{file} is damaged or was changed: use another backup")
    elif not other_key:
        raise BackupError(
            "this backup belongs to another CODE_KEY: set that one, "
            "or add --other-key and give every pupil a new return code"
        )


def _end_what_was_open(database: Database) -> None:
    """Everybody is out, and nobody sees what a pupil shared: since then it may be withdrawn."""
    there = inspect(database.engine)  # an older program restores an older schema
    with database.erasing() as session:
        for each in (ShareCode, Share):
            if there.has_table(each.__tablename__):
                session.execute(delete(each))
        if _has_sessions_of_pupils(there):
            _end_sessions_of_pupils(session)
        if there.has_table(Staff.__tablename__):
            _end_sessions_of_staff(session)


def _has_sessions_of_pupils(there: Inspector) -> bool:
    table, column = Attempt.__tablename__, Attempt.session_number.key
    return there.has_table(table) and column in {each["name"] for each in there.get_columns(table)}


def _end_sessions_of_pupils(session: Session) -> None:
    fresh = [
        {"attempt": number, "fresh": new_session_number()}
        for number in session.scalars(select(Attempt.id)).all()
    ]
    if fresh:
        row = update(Attempt).where(Attempt.id == bindparam("attempt"))
        session.connection().execute(row.values(session_number=bindparam("fresh")), fresh)


def _end_sessions_of_staff(session: Session) -> None:
    for number in session.scalars(select(Staff.id)).all():
        fresh = update(Staff).where(Staff.id == number).values(fs_uniquifier=uuid4().hex)
        session.execute(fresh)
    session.execute(delete(StaffInvitation).where(StaffInvitation.used_at.is_(None)))


def _require_fit(archive: Archive, database: Database) -> None:
    if archive.kind != _kind(database):
        raise BackupError(
            f"this is a backup of {archive.kind}, and DATABASE_URL is {_kind(database)}"
        )
    if not is_known_revision(archive.revision):
        raise BackupError("this backup was made by a newer version: update this program first")


def _holds_attempts(database: Database) -> bool:
    if not inspect(database.engine).has_table(Attempt.__tablename__):
        return False
    with database.reading() as session:
        return bool(session.scalar(select(func.count()).select_from(Attempt)))


def _kind(database: Database) -> str:
    return database.url.get_backend_name()


def _beside(file: Path) -> TemporaryDirectory[str]:
    """A private folder on the disk of the backup, which has room for it."""
    if not file.parent.is_dir():
        raise BackupError(f"the folder {file.parent} does not exist: make it first")
    return TemporaryDirectory(prefix=".backup-", dir=file.parent)
