"""Room on the disks of the database and of the backups."""

import shutil
from pathlib import Path

from quiz.cli.doctor.files import is_there
from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import Settings
from quiz.storage.database import LEAST_ROOM

TIMES_FOR_BACKUP = 3  # the copy, what is packed of it, and the next one
_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


def room(settings: Settings, file: Path | None) -> list[Finding]:
    """For answers and updates beside the database; for a copy in the folder of backups."""
    found, size = [], 0
    if file is not None and is_there(file):
        size = file.stat().st_size
        found += _beside(file.parent, LEAST_ROOM + size, "the database")
    if settings.backup_place and not settings.backup_elsewhere:
        folder = Path(settings.backup_place)
        found += _beside(folder, LEAST_ROOM + size * TIMES_FOR_BACKUP, "backups")
    return found


def _beside(folder: Path, needed: int, what: str) -> list[Finding]:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as problem:
        return [note("disk", f"{folder} for {what}: {problem.strerror}", "make that folder")]
    said = f"{_size(free)} free in {folder} for {what}"
    if free < needed:
        return [wrong("disk", f"{said}; {_size(needed)} is needed", "make room, or a larger disk")]
    return [well("disk", said)]


def _size(count: int) -> str:
    for unit, name in _UNITS:
        if count >= unit:
            return f"{count / unit:.1f} {name}"
    return f"{count} bytes"
