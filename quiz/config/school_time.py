"""The clock of the school: what time it is, and which day that is for the people who read it.

We store and reckon in UTC. A day, though, begins and ends where the school is: the end of the
school year, "today", the month of an agreed step. This is the only module that asks the machine
for the time or makes a day of a moment; a test keeps it so (tests/house/test_school_time.py).
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

ZONE = ZoneInfo("Europe/Amsterdam")


class UnknownZone(ValueError):
    """No time zone has this name."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone with this name; raises UnknownZone.

    What the machine calls its own ("localtime") is no name: it differs from machine to machine.
    """
    if name == ZONE.key:
        return ZONE
    if ("/" in name or name == "UTC") and name in available_timezones():
        return ZoneInfo(name)
    raise UnknownZone(name)


def now() -> datetime:
    """What time it is, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime, zone: ZoneInfo = ZONE) -> datetime:
    """The moment as a clock on the wall of the school shows it."""
    return moment.astimezone(zone)


def day_of(moment: datetime, zone: ZoneInfo = ZONE) -> date:
    """The day on which the school lives this moment."""
    return local(moment, zone).date()


def month_of(moment: datetime, zone: ZoneInfo = ZONE) -> str:
    """Its month, as months are stored: '2026-11'."""
    return f"{local(moment, zone):%Y-%m}"


def stamp(moment: datetime, zone: ZoneInfo = ZONE) -> str:
    """A moment as the command line writes it: "2026-11-26 10:34:00 (Europe/Amsterdam)"."""
    return f"{local(moment, zone):%Y-%m-%d %H:%M:%S} ({zone})"


def begin_of(day: date, zone: ZoneInfo = ZONE) -> datetime:
    """The first moment of a day, in UTC; where the clock skips midnight, that is one o'clock."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def is_on_the_clock(day: date, clock: time, zone: ZoneInfo = ZONE) -> bool:
    """Whether the clock of the school shows this time that day: summer time skips an hour."""
    meant = datetime.combine(day, clock, zone)
    return local(meant.astimezone(UTC), zone).time() == clock
