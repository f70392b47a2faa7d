"""The clock of the machine: classes open and close, and data leaves, by it."""

import shutil
import socket
import struct
import subprocess
from datetime import timedelta

from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.cli.doctor.stored import Standing
from quiz.config import Settings
from quiz.config.school_time import now, stamp
from quiz.storage.identifiers import EPOCH
from quiz.usecases.upkeep import OK

FARTHEST_OFF = timedelta(minutes=2)
_NTP_PORT, _ASK, _WAIT = 123, b"\x1b" + 47 * b"\0", 5.0
_SECONDS_1900_TO_1970 = 2_208_988_800
_TIMEDATECTL = ["show", "--property=NTPSynchronized", "--value"]
_SET = "timedatectl set-ntp true, or point it at the time server of the school"


def of_machine(settings: Settings, standing: Standing, server: str | None) -> list[Finding]:
    """By itself, by what is stored, by the database on another machine, by a time server."""
    moment = now()
    if moment < EPOCH:
        return [wrong("clock", f"it stands at {stamp(moment, settings.time_zone)}", _SET)]
    found = _beside_what_is_stored(standing)
    if standing.its_time is not None:
        found += _beside("the database", standing.its_time - moment)
    if server:
        found += _asked(server)
    found += _kept_right()
    return found or [well("clock", stamp(moment, settings.time_zone))]


def _beside_what_is_stored(standing: Standing) -> list[Finding]:
    if standing.clock == OK:
        return []
    return [wrong("clock", "something was stored later than it is now: it was put back", _SET)]


def _beside(what: str, difference: timedelta) -> list[Finding]:
    if abs(difference) <= FARTHEST_OFF:
        return []
    minutes = round(abs(difference) / timedelta(minutes=1))
    side = "behind" if difference > timedelta(0) else "ahead of"
    return [wrong("clock", f"it is {minutes} minutes {side} that of {what}", _SET)]


def _asked(server: str) -> list[Finding]:
    """By SNTP (RFC 4330): one question, one answer."""
    host, _, port = server.partition(":")
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(_WAIT)
            asking.connect((host, int(port or _NTP_PORT)))
            asking.send(_ASK)
            seconds, part = struct.unpack("!II", asking.recv(48)[40:48])
    except (OSError, ValueError, struct.error) as problem:
        return [note("clock", f"{server} does not tell the time ({problem})", "ask another one")]
    told = seconds - _SECONDS_1900_TO_1970 + part / 2**32
    return _beside(server, timedelta(seconds=told - now().timestamp()))


def _kept_right() -> list[Finding]:
    """What systemd knows of it; elsewhere nobody tells."""
    program = shutil.which("timedatectl")
    if program is None:
        return []
    try:
        done = subprocess.run(  # noqa: S603
            [program, *_TIMEDATECTL], capture_output=True, text=True, timeout=_WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    if done.stdout.strip() != "no":
        return []
    return [note("clock", "no time server keeps it right", _SET)]
