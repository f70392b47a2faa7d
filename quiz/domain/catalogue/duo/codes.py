"""Codes, counts and days as DUO writes them, and as a spreadsheet leaves them.

Codes are text: Excel makes 14 of municipality 0014. Where only one code can have been meant it is
read as that one, and counted.
"""

import re
from datetime import date
from functools import lru_cache

from quiz.domain.spreadsheets import dutch
from quiz.domain.spreadsheets.guard import value

_LOCATION = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")
_SCHOOL = re.compile(r"[0-9]{2}[A-Z]{2}")
_LOST_LOCATION = re.compile(r"[0-9][A-Z]{2}[0-9]{2}")
_LOST_SCHOOL = re.compile(r"[0-9][A-Z]{2}")
_NUMBER = re.compile(r"[0-9]{1,2}")
_TOWN = re.compile(r"(?:GM)?([0-9]{1,4})")
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*[A-Z]{2}")
_YEARS = re.compile(r"(20[0-9]{2})\s*[-_]\s*(20[0-9]{2})")
_PROGRAMME = re.compile(r"[0-9]{5}")
# A count that is hidden because it is small, below whatever bound DUO draws: <5, <10; or -1.
_HIDDEN = re.compile(r"<\s*=?\s*[0-9]{1,3}|-1")


def brin(text: str) -> tuple[str, bool]:
    """The code of a school, and whether a nought was put back; empty when it is none."""
    code = value(text).upper()
    if _LOST_SCHOOL.fullmatch(code):
        return f"0{code}", True
    return (code, False) if _SCHOOL.fullmatch(code) else ("", False)


@lru_cache(maxsize=4096)
def location(school: str, text: str) -> tuple[str, bool]:
    """The six characters of a location; older files give only the last two beside the school."""
    code = value(text).upper()
    if _LOST_LOCATION.fullmatch(code):
        return f"0{code}", True
    if _LOCATION.fullmatch(code):
        return code, False
    known, mended = brin(school)
    if known and _NUMBER.fullmatch(code):
        return f"{known}{code:0>2}", mended or len(code) == 1
    return "", False


def municipality(text: str) -> tuple[str, bool]:
    """The code of a municipality: 0014 and GM0014 are GM0014, and so is what Excel left: 14."""
    found = _TOWN.fullmatch(value(text).upper())
    return (f"GM{found[1]:0>4}", len(found[1]) < 4) if found else ("", False)


def programme(text: str) -> str:
    """A code of crebo or croho; empty when it is none."""
    code = value(text)
    return code if _PROGRAMME.fullmatch(code) else ""


def postcode(text: str) -> int | None:
    """The four digits of a postcode."""
    found = _POSTCODE.fullmatch(value(text).upper())
    return int(found[1]) if found else None


def has_some(text: str) -> bool | None:
    """Whether a count is above nought; a hidden one (<5, <10, -1) is. None: this is no count."""
    content = value(text)
    if _HIDDEN.fullmatch(content):
        return True
    number = dutch.whole(content) if content else 0
    return None if number is None else number > 0


def school_years(text: str) -> str:
    """The last school year in a name of a file or a column (2024-2025); empty when it has none."""
    found = [pair for pair in _YEARS.findall(text) if int(pair[1]) == int(pair[0]) + 1]
    return "-".join(max(found)) if found else ""


def day(text: str) -> date | None:
    """A day, also as a Dutch Excel writes it; None when it is empty or none."""
    return dutch.day(value(text))
