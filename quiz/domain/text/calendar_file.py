"""A calendar as a file that other programs read (iCalendar, RFC 5545).

Times are those of the clock in the Netherlands, with the rule of summer time written out, so that
an appointment stays at its hour wherever it is opened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from quiz.domain.text.web_addresses import in_ascii

ZONE = "Europe/Amsterdam"
LONGEST_LINE = 75  # octets, without the end of the line
_END = "\r\n"
_RULES = (
    ("DAYLIGHT", "19700329T020000", "3", "+0100", "+0200", "CEST"),
    ("STANDARD", "19701025T030000", "10", "+0200", "+0100", "CET"),
)


@dataclass(frozen=True)
class Appointment:
    """One thing in a calendar; `begins` and `ends` None for whole days. `uid` never changes."""

    uid: str
    title: str
    text: str
    place: str
    link: str
    day: date
    last_day: date
    begins: time | None
    ends: time | None
    revision: int
    changed_at: datetime


def calendar_text(name: str, language: str, appointments: Iterable[Appointment]) -> str:
    """The whole file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Zeven Werelden//Agenda//NL",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        *_zone(),
    ]
    for each in appointments:
        lines += _event(each, language)
    return "".join(folded(line) + _END for line in [*lines, "END:VCALENDAR"])


def escaped(text: str) -> str:
    """A text in a value."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """A long line over several, never inside a letter."""
    parts, octets = [""], 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LONGEST_LINE:
            parts.append(" ")
            octets = 1
        parts[-1] += letter
        octets += size
    return _END.join(parts)


def _zone() -> Iterator[str]:
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{ZONE}"
    for kind, since, month, before, after, name in _RULES:
        yield f"BEGIN:{kind}"
        yield f"DTSTART:{since}"
        yield f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"
        yield f"TZOFFSETFROM:{before}"
        yield f"TZOFFSETTO:{after}"
        yield f"TZNAME:{name}"
        yield f"END:{kind}"
    yield "END:VTIMEZONE"


def _event(each: Appointment, language: str) -> Iterator[str]:
    stamp = f"{each.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{each.revision}"
    yield from _times(each)
    yield f"SUMMARY;LANGUAGE={language}:{escaped(each.title)}"
    for name, text in (("DESCRIPTION", each.text), ("LOCATION", each.place)):
        if text:
            yield f"{name};LANGUAGE={language}:{escaped(text)}"
    if each.link:
        yield f"URL:{in_ascii(each.link)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(each: Appointment) -> Iterator[str]:
    """Whole days end on the day after the last one."""
    if each.begins is None or (each.ends is None and each.last_day > each.day):
        yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{each.last_day + timedelta(days=1):%Y%m%d}"
        return
    yield f"DTSTART;TZID={ZONE}:{each.day:%Y%m%d}T{each.begins:%H%M}00"
    if each.ends is not None:
        yield f"DTEND;TZID={ZONE}:{each.last_day:%Y%m%d}T{each.ends:%H%M}00"
