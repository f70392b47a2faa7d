"""Months as people write them: november 2026, 12 t/m 14 maart, 3 en 4, het hele jaar.

What is said is read as a row of signs: M a month by its name, N a number, Y a year, U until, A and.
"""

import re
from collections.abc import Iterator

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.months import MOST_MONTHS
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

ALL_YEAR = "1-12"
_ALL_YEAR = re.compile(
    r"(?:(?:het|heel|the) )?(?:hele|heel|whole|het) (?:jaar|year)(?: door)?"
    r"|all year(?: round)?|jaarrond|elke maand|iedere maand|maandelijks|every month|monthly"
)
_SIGNS = re.compile(
    r"(?P<U>t/m\b|tot en met\b|tot\b|to\b|until\b|[-–—])|(?P<A>en\b|and\b|[,;/&+])"
    r"|(?P<Y>'[0-9]{2}\b|20[0-9]{2}\b)|(?P<N>[0-9]{1,2}(?![0-9]))|(?P<M>[a-z]+\.?)|(?P<X>\S)"
)
_FILLERS = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in|van|from"
)
_MOMENT = re.compile(r"NUMU[YN]|(?:(?:N[UA])*N)?MY?(?:UN(?!M))?")
_BY_NAME = re.compile(rf"(?:{_MOMENT.pattern})(?:[UA](?:{_MOMENT.pattern}))*")
_BY_NUMBER = re.compile(r"N(?:[UA]N)*")
# 3,10 is a number that a spreadsheet made, 9/11 two months or three, 10/11/12 a day in some order.
_UNCLEAR = re.compile(r"[0-9]+[,.][0-9]+|[0-9]+(?:/[0-9]+)+")
_DAY_OF_EXCEL = re.compile(r"([0-9]{1,2})-([a-z]{3,9})\.?")
_WRITTEN = {"U": "-", "A": ";", "": ""}


class PerhapsADay(BadCell):
    """A date in numbers: a day of an event, or months of which a spreadsheet made it: `months`."""

    def __init__(self, text: str, months: str, month: int) -> None:
        """Say both."""
        super().__init__(
            Words(
                "'%(text)s' kan een dag zijn, of de maanden %(months)s", text=text, months=months
            ),
            Words(
                "Maak de kolom op als tekst en schrijf %(month)s of %(months)s.",
                month=month,
                months=months,
            ),
        )
        self.months = months


def months_code(text: str) -> str:
    """The months as the catalogue writes them; numbers that are none stay as they are.

    Raises PerhapsADay for a day in numbers that may have been months, BadCell for other words.
    """
    content = " ".join(text.casefold().split())
    if _ALL_YEAR.fullmatch(content):
        return ALL_YEAR
    if day := dutch.day(content):
        if any(map(str.isalpha, content)) or day.day > MOST_MONTHS or day.day == day.month:
            return str(day.month)
        raise PerhapsADay(text, f"{day.day}-{day.month}", day.month)
    if found := _DAY_OF_EXCEL.fullmatch(content):
        month = dutch.month(found[2])
        return str(month) if month and int(found[1]) > MOST_MONTHS else text
    if _UNCLEAR.fullmatch(content):
        return text
    months = _by_signs(content)
    if not months and any(map(str.isalpha, content)):
        raise BadCell(
            Words("'%(text)s' zijn geen maanden", text=text),
            Words("Schrijf ze zoals maart, 9-11 of november 2026."),
        )
    return months or text


def _by_signs(content: str) -> str:
    """Months by name or by number; "" for what is neither."""
    signs, values = "", list[int]()
    for found in _SIGNS.finditer(content):
        kind, word = found.lastgroup or "X", found[0].rstrip(".")
        if kind == "M" and _FILLERS.fullmatch(word):
            continue
        number = dutch.month(word) if kind == "M" else int(word) if kind == "N" else 0
        signs += kind if kind != "M" or number else "X"
        values.append(number)
    if _BY_NAME.fullmatch(signs):
        return _once(_moments(signs, values))
    if _BY_NUMBER.fullmatch(signs):
        return "".join(
            str(value) if sign == "N" else _WRITTEN[sign]
            for sign, value in zip(signs, values, strict=True)
        )
    return ""


def _moments(signs: str, values: list[int]) -> Iterator[str]:
    """Each month, with what stands between it and the next."""
    for found in _MOMENT.finditer(signs):
        yield str(values[found.start() + found[0].index("M")])
        yield _WRITTEN[signs[found.end() : found.end() + 1]]


def _once(pieces: Iterator[str]) -> str:
    """Say a month once: two days of November are 11."""
    parts = "".join(pieces).split(";")
    ends = (part.split("-") for part in parts)
    return ";".join(dict.fromkeys("-".join(dict.fromkeys(each)) for each in ends))
