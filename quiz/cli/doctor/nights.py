"""Purge and backup: when they last went well, and when they come again."""

import shutil
import subprocess

from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.cli.doctor.stored import Standing
from quiz.config import Settings
from quiz.config.school_time import now, stamp
from quiz.usecases.upkeep import LATE_AFTER, OK, Job, state_of

_WAIT = 5.0
_NEXT = ["show", "--property=NextElapseUSecRealtime", "--value"]


def worked_through(settings: Settings, standing: Standing) -> list[Finding]:
    """One line for each of the two."""
    if not standing.readable:
        return []
    return [_of(job, settings, standing) for job in (Job.PURGE, Job.BACKUP)]


def _of(job: Job, settings: Settings, standing: Standing) -> Finding:
    if job is Job.BACKUP and settings.backup_elsewhere:
        return note(job, "copies are made elsewhere", "look whether they can be put back")
    last, state = standing.done.get(job), state_of(job, standing.done, now())
    unit = f"zeven-werelden-{job}"
    following = _next_time(unit)
    said = "never done yet" if last is None else f"last {stamp(last, settings.time_zone)}"
    if following:
        said += f"; next {following}"
    elif last is not None and state == OK:  # of cron we only know when it is too late
        said += f"; late from {stamp(last + LATE_AFTER, settings.time_zone)}"
    if state != OK:
        advice = f"systemctl status {unit}.timer {unit}; journalctl -u {unit}; quiz {job} by hand"
        return wrong(job, f"{state}; {said}", advice)
    if last is None:
        enable = f"systemctl enable --now {unit}.timer, or cron: every night"
        return note(job, said, "nothing: it comes by itself" if following else enable)
    return well(job, said)


def _next_time(unit: str) -> str:
    """When systemd starts it again; empty where nobody knows."""
    program = shutil.which("systemctl")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603
            [program, *_NEXT, f"{unit}.timer"],
            capture_output=True,
            text=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
