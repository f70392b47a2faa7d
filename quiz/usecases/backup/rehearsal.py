"""A rehearsed restore: the backup is really put back, into a scratch place, and thrown away."""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.backup.archive import Archive, BackupError
from quiz.usecases.backup.operations import restore
from quiz.usecases.backup.place import REBUILT, private_place

_COUNTED = {"schools": School, "accounts": Staff, "classes": SchoolClass} | {
    "attempts": Attempt,
    "answers": Answer,
}


@dataclass(frozen=True)
class Rehearsal:
    """What came back, and how long it took."""

    archive: Archive
    seconds: float
    rows: dict[str, int]


def rehearse(settings: Settings, file: Path) -> Rehearsal:
    """Put a backup of SQLite back beside its file, count what is in it, and remove it again.

    The database of the settings is not touched. Raises BackupError, as a restore would.
    """
    archive = Archive.read(file)
    if archive.kind != "sqlite":
        raise BackupError(
            "a backup of PostgreSQL is rehearsed in an empty database: "
            "set DATABASE_URL to that one and run `quiz restore FILE`"
        )
    with private_place(file.parent) as place:
        scratch = f"sqlite:///{place.resolve() / REBUILT}"
        began = perf_counter()
        restore(replace(settings, database_url=scratch), file, replace=False, other_key=False)
        seconds = perf_counter() - began
        with closing(Database(scratch)) as database, database.reading() as session:
            counts = {
                name: session.scalar(select(func.count()).select_from(table)) or 0
                for name, table in _COUNTED.items()
            }
    return Rehearsal(archive, seconds, counts)
