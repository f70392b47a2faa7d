"""A rehearsed restore: the backup is really put back, into a scratch place, and thrown away."""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, func, select

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.backup.archive import Archive
from quiz.usecases.backup.engines import try_in
from quiz.usecases.backup.operations import require_fit, require_own, restore
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
    """Put a backup back where nobody sees it, count what is in it, and remove it again.

    SQLite beside its file; PostgreSQL in the database of the settings, in a transaction that is
    undone. What is there is not touched. Raises BackupError, as a restore would.
    """
    archive, began = Archive.read(file), perf_counter()
    with private_place(file.parent) as place:
        if archive.kind == "sqlite":
            rows = _in_a_file(settings, file, f"sqlite:///{place.resolve() / REBUILT}")
        else:
            rows = _on_the_server(settings, file, place)
    return Rehearsal(archive, perf_counter() - began, rows)


def _in_a_file(settings: Settings, file: Path, scratch: str) -> dict[str, int]:
    restore(replace(settings, database_url=scratch), file, replace=False, other_key=False)
    with closing(Database(scratch)) as database, database.reading() as session:
        return _counts(session.connection())


def _on_the_server(settings: Settings, file: Path, place: Path) -> dict[str, int]:
    archive = Archive.read(file)
    with closing(Database(settings.database_url)) as database:
        require_fit(archive, database)
        require_own(archive, file, settings.code_key, other_key=False)
        return try_in(database, archive.unpack(file, place), archive.revision, _counts)


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in _COUNTED.items()
    }
