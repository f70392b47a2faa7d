"""What a monitor may know, as OpenMetrics 1.0 text: of the machine, never of people."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quiz.cli.doctor.files import is_there
from quiz.cli.doctor.finding import Mark
from quiz.cli.doctor.stored import Standing
from quiz.config import Settings
from quiz.storage.identifiers import EPOCH
from quiz.usecases.upkeep import OK, Job, state_of

Sample = tuple[str, str, float]  # name, what it is, value


def as_text(settings: Settings, file: Path | None, standing: Standing, now: datetime) -> str:
    """All gauges that can be told now; what nobody knows is left out."""
    samples = [*_database(standing, now), *_room(file), *_nights(settings, standing, now)]
    lines = [
        f"# TYPE {name} gauge\n# HELP {name} {what}\n{name} {value:.15g}\n"
        for name, what, value in samples
    ]
    return "".join(lines) + "# EOF\n"


def _database(standing: Standing, now: datetime) -> Iterator[Sample]:
    well = all(finding.mark is not Mark.WRONG for finding in standing.findings)
    good = standing.readable and well
    yield "quiz_database_ok", "1 when it answers, is up to date and can be written.", good
    if standing.readable:
        right = standing.clock == OK and now >= EPOCH
        what = "0 before 2026, and when something was stored later than it is now."
        yield "quiz_clock_ok", what, right


def _room(file: Path | None) -> Iterator[Sample]:
    if file is not None and is_there(file):
        yield "quiz_database_bytes", "Size of the SQLite file.", file.stat().st_size
        free = shutil.disk_usage(file.parent).free
        yield "quiz_disk_free_bytes", "Room on the disk of the database.", free


def _nights(settings: Settings, standing: Standing, now: datetime) -> Iterator[Sample]:
    """When each was last done, in seconds since 1970, and whether that is late."""
    if not standing.readable:
        return
    for job in (Job.PURGE, Job.BACKUP):
        if job is Job.BACKUP and settings.backup_elsewhere:
            continue
        late = state_of(job, standing.done, now) != OK
        yield f"quiz_{job}_late", f"1 when quiz {job} is two days late.", late
        if job in standing.done:
            last = standing.done[job].timestamp()
            yield f"quiz_{job}_last_seconds", f"When quiz {job} last went well.", last
