"""Numbers, days and yes or no as a Dutch Excel writes them.

Each function gives what a cell means, or None: it never picks one of two meanings. So 05/06/2026 is
no day, because an English Excel writes the month first; with hyphens only Dutch ones write it.
"""

import re
from datetime import date
from decimal import Decimal

from quiz.domain.spreadsheets.cell_values import MONTHS

_WHOLE = re.compile(r"([0-9]{1,15})(?:[.,]0{1,6})?")
_DECIMAL = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_AND = re.compile(r"\s*(?:[,;/&+]|\ben\b|\band\b)\s*")
_UNTIL = re.compile(r"\s*(?:[-–]|\bt/m\b|\btot en met\b|\btot\b|\bto\b)\s*")
_WORD = re.compile(r"[a-z]{3,9}\.?")
_MIDNIGHT = "(?:[ T]0?0:00(?::00)?)?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_MIDNIGHT}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/])([0-9]{{1,2}})\2([0-9]{{1,2}}){_MIDNIGHT}")
_NAMED = re.compile(r"([0-9]{1,2})[- ]([a-z]{3,9})\.?(?:[- ]([0-9]{4}|[0-9]{2}))?")
# Beside the three letters of Excel; nothing else is a month, such as maandag or maandelijks.
_NAMES = (
    *(("januari", "january"), ("februari", "february", "febr"), ("maart", "march", "maa", "mar")),
    *(("april",), ("may",), ("juni", "june"), ("juli", "july"), ("augustus", "august")),
    *(("september", "sept"), ("oktober", "october", "oct"), ("november",), ("december",)),
)
_MONTH_NUMBERS = {
    name: number
    for number, (short, names) in enumerate(zip(MONTHS, _NAMES, strict=True), 1)
    for name in (short, *names)
}
_TRUTHS = {"waar": True, "true": True, "onwaar": False, "false": False}


def whole(text: str) -> int | None:
    """Read a whole number from 0: 3, 3,0 or 3.0."""
    found = _WHOLE.fullmatch(text.strip())
    return int(found[1]) if found else None


def decimal(text: str) -> Decimal | None:
    """Read a number from 0 with a decimal comma or point; no thousands are marked."""
    content = text.strip()
    return Decimal(content.replace(",", ".")) if _DECIMAL.fullmatch(content) else None


def truth(text: str) -> bool | None:
    """Read WAAR or ONWAAR, in Dutch or English."""
    return _TRUTHS.get(text.strip().casefold())


def day(text: str) -> date | None:
    """Read a day of a full year: 2026-11-26, 26-11-2026, 26/11/2026, 26.11.2026, 26-nov-26."""
    content = text.strip().casefold()
    if found := _YEAR_FIRST.fullmatch(content):
        return _date(int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_FIRST.fullmatch(content):
        first, second = int(found[1]), int(found[3])
        if found[2] == "/" and first != second and max(first, second) <= len(MONTHS):
            return None
        return _date(int(found[4]), second, first)
    found = _NAMED.fullmatch(content)
    if not (found and found[3]):
        return None
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    return _date(year, month(found[2]), int(found[1]))


def day_and_month(text: str) -> tuple[int, int] | None:
    """Read the two numbers of which Excel made a day: 1-dec and 01-12-2026 were 1-12."""
    content = text.strip().casefold()
    found = _NAMED.fullmatch(content)
    if found and not found[3]:
        return (int(found[1]), named) if (named := month(found[2])) else None
    full = day(content)
    return (full.day, full.month) if full else None


def serial_day(text: str) -> date | None:
    """Read a day that a workbook holds as a number of this century, such as 46352."""
    number = whole(text)
    if number is None or not 36_526 <= number <= 73_050:
        return None
    return date.fromordinal(date(1899, 12, 30).toordinal() + number)


def months_by_number(text: str) -> str:
    """Months that are written by name as numbers: maart t/m mei is 3-5; any other text as it is."""
    if any(map(str.isdigit, text)):
        return text
    content = _AND.sub(";", _UNTIL.sub("-", text.strip().casefold()))
    numbers = _WORD.sub(lambda name: str(month(name[0]) or name[0]), content)
    return text if any(map(str.isalpha, numbers)) else numbers


def month(name: str) -> int:
    """The number of a month by its name or its three letters; 0 for what is none."""
    return _MONTH_NUMBERS.get(name.rstrip("."), 0)


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
