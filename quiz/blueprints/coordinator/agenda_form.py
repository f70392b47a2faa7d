"""What a coordinator wrote about an item of the agenda: kept as typed, and checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

from werkzeug.datastructures import MultiDict

from quiz.blueprints.coordinator.finding_words import sentence
from quiz.config.school_time import is_on_the_clock
from quiz.config.whole_numbers import whole_number
from quiz.domain.bank.schema import Bank
from quiz.domain.catalogue.files.cells import URL
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.names import plain_name
from quiz.storage.tables.agenda import (
    LONGEST_LINK,
    LONGEST_PLACE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    AgendaItem,
)
from quiz.usecases.agenda import ItemDraft
from quiz.usecases.attempts.schooling import SCHOOL_TYPES, UNKNOWN_SCHOOL_TYPE
from quiz.web.pages.languages import translate as _

KNOWN_SCHOOLS = tuple(name for name in SCHOOL_TYPES if name != UNKNOWN_SCHOOL_TYPE)
LINES: Mapping[str, int] = {
    "title_nl": LONGEST_TITLE,
    "text_nl": LONGEST_TEXT,
    "title_en": LONGEST_TITLE,
    "text_en": LONGEST_TEXT,
    "day": 10,
    "begins": 5,
    "ends": 5,
    "last_day": 10,
    "place": LONGEST_PLACE,
    "link": LONGEST_LINK,
}
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_FIRST_YEAR, _LAST_YEAR = 2020, 2100
_MOST_DIGITS = 8


@dataclass
class Typed:
    """The fields as they were typed, and what is wrong with each."""

    region: str
    lines: dict[str, str]
    audience: tuple[str, ...]
    worlds: tuple[str, ...]
    revision: int
    errors: dict[str, str] = field(default_factory=dict)


def typed_form(form: MultiDict[str, str], region: str, bank: Bank) -> Typed:
    """What a form sent; what it may not choose is left out."""
    return Typed(
        region=region,
        lines={name: plain_name(form.get(name)) for name in LINES},
        audience=tuple(name for name in KNOWN_SCHOOLS if name in form.getlist("audience")),
        worlds=tuple(name for name in bank.worlds if name in form.getlist("worlds")),
        revision=whole_number(form.get("revision", ""), _MOST_DIGITS) or 0,
    )


def typed_item(item: AgendaItem) -> Typed:
    """An item as it would be typed."""
    lines = {name: getattr(item, name) for name in LINES if "day" not in name}
    days = {"day": item.day.isoformat(), "last_day": ""}
    if item.last_day > item.day:
        days["last_day"] = item.last_day.isoformat()
    return Typed(
        item.region_id, {**lines, **days}, tuple(item.audience), tuple(item.worlds), item.revision
    )


def draft_of(typed: Typed, zone: ZoneInfo) -> ItemDraft | None:
    """What was typed as an item; None with words in `errors` where something is wrong."""
    lines = typed.lines
    for name, most in LINES.items():
        if len(lines[name]) > most:
            typed.errors[name] = _("Dit is te lang: hoogstens %(most)s tekens.", most=most)
    if not lines["title_nl"]:
        typed.errors["title_nl"] = _("Geef het een naam.")
    day = _day(typed, "day", required=True)
    last_day = _day(typed, "last_day") or day
    begins, ends = _clock(typed, "begins"), _clock(typed, "ends")
    _read_link(typed)
    if day and last_day and not typed.errors:
        _check_order(typed, (day, begins), (last_day, ends))
        _check_clock(typed, ((day, "begins", begins), (last_day, "ends", ends)), zone)
    if typed.errors or day is None or last_day is None:
        return None
    return ItemDraft(
        region_id=typed.region,
        audience=typed.audience,
        worlds=typed.worlds,
        day=day,
        last_day=last_day,
        begins=_shown(begins),
        ends=_shown(ends),
        **{name: lines[name] for name in LINES if name not in _READ},
    )


_READ = frozenset(("day", "last_day", "begins", "ends"))


def _day(typed: Typed, name: str, *, required: bool = False) -> date | None:
    text = typed.lines[name]
    if not text and not required:
        return None
    day = dutch.day(text)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        typed.errors[name] = _("Kies een dag, of schrijf hem zo: 2027-03-12.")
        return None
    return day


def _clock(typed: Typed, name: str) -> time | None:
    text = typed.lines[name]
    found = _CLOCK.fullmatch(text)
    if text and found is None:
        typed.errors[name] = _("Schrijf de tijd zo: 19:30. Of laat hem leeg.")
    return time(int(found[1]), int(found[2])) if found else None


def _read_link(typed: Typed) -> None:
    try:
        URL.admit(typed.lines["link"])
        typed.lines["link"] = URL.read(typed.lines["link"])
    except BadCell as problem:
        typed.errors.setdefault("link", sentence(problem.reason, problem.suggestion))


def _check_order(
    typed: Typed, first: tuple[date, time | None], last: tuple[date, time | None]
) -> None:
    """The end comes after the beginning, and an end without a beginning says nothing."""
    (day, begins), (last_day, ends) = first, last
    if last_day < day:
        typed.errors["last_day"] = _("De laatste dag is voor de eerste dag.")
    elif ends and not begins:
        typed.errors["begins"] = _("Vul ook in hoe laat het begint.")
    elif ends and begins and day == last_day and ends <= begins:
        typed.errors["ends"] = _("Het is klaar voor het begint. Duurt het tot na middernacht?")


def _check_clock(
    typed: Typed, moments: tuple[tuple[date, str, time | None], ...], zone: ZoneInfo
) -> None:
    """A time that the clock skips when summer time begins is no time."""
    for day, name, clock in moments:
        if clock is None:
            continue
        if not is_on_the_clock(day, clock, zone):
            typed.errors[name] = _("Die tijd is er niet: dan gaat de zomertijd in.")


def _shown(clock: time | None) -> str:
    return clock.isoformat("minutes") if clock else ""
