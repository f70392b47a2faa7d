"""Making a backup and putting it back: checked on the way out and on the way in."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import func, inspect, make_url, select

from quiz.config import Settings, school_time
from quiz.storage.database import Database
from quiz.storage.migrations.run import current_revision, is_known_revision
from quiz.storage.tables.attempt import Attempt
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
from quiz.usecases.backup.place import private_place, remove_left_behind


def back_up(settings: Settings, file: Path) -> Archive:
    """Write a backup of the whole database into a new file, while the quiz goes on.

    Raises BackupError: the file exists, there is nothing to copy, or copying failed.
    """
    if file.exists():
        raise BackupError(f"{file} exists: choose another name, we never write over a backup")
    with closing(Database(settings.database_url)) as database, private_place(file.parent) as place:
        revision = current_revision(database)
        if revision is None:
            raise BackupError("the database is empty: there is nothing to back up")
        copied = place / CONTENT
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
    with closing(Database(settings.database_url)) as database, private_place(file.parent) as place:
        require_fit(archive, database)
        require_own(archive, file, settings.code_key, other_key=other_key)
        if not replace and _holds_attempts(database):
            raise BackupError("the database holds attempts: add --replace to put this over them")
        copy_in(database, archive.unpack(file, place), archive.revision)
        database.rewrite()
    return archive


def clear_away(settings: Settings) -> None:
    """Remove what a backup or restore that was killed left in the folder of an SQLite database.

    Only there: where else backups stand we do not know. The next one into such a folder does it.
    """
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite":
        remove_left_behind(Path(url.database or "").parent)


def require_own(archive: Archive, file: Path, code_key: str, *, other_key: bool) -> None:
    """Only what was signed with our key, unless it says to be of another and we were told so.

    Raises BackupError.
    """
    if archive.key_fingerprint == fingerprint(code_key):
        if not is_signed(file, code_key):
            raise BackupError(f"{file} is damaged or was changed: use another backup")
    elif not other_key:
        raise BackupError(
            "this backup belongs to another CODE_KEY: set that one, "
            "or add --other-key and give every pupil a new return code"
        )


def require_fit(archive: Archive, database: Database) -> None:
    """Only one of the kind of this database, that this version can read. Raises BackupError."""
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
