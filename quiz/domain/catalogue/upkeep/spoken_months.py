"""Months as people write them: november 2026, 12 t/m 14 maart, 3 en 4, het hele jaar.

What is said is read as a row of signs, and only a row that can mean one thing is taken:

    M a month by its name, N a number, Y a year, U until, A a comma or en, X anything else
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.months import MONTHS, MOST_MONTHS
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

ALL_YEAR = "1-12"
_ALL_YEAR = re.compile(
    r"(?:(?:het|heel|the) )?(?:hele|gehele|heel|whole|het) (?:jaar|year)(?: door)?"
    r"|all year(?: round)?|jaarrond|elke maand|iedere maand|maandelijks|every month|monthly"
)
_SIGNS = re.compile(
    r"(?P<U>t/m(?![a-z])|tot en met\b|[-–—])|(?P<A>(?:en|and|of|or)\b|[,;/&+])"
    r"|(?P<Y>['’][0-9]{2}\b|20[0-9]{2}\b)|(?P<N>[0-9]{1,2}(?![0-9]))|(?P<M>[a-z]+\.?)|(?P<X>\S)"
)
_SILENT = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in|van|from|begin|half|medio|eind)\b\.?,?"
)
_TIME = re.compile(
    r",? (?:om |van )?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?: ?uur)?"
    r"(?: ?(?:-|–|t/m|tot) ?[0-9]{1,2}[:.][0-9]{2}(?: ?uur)?)?$"
)
_YEAR_OF_EXCEL = re.compile(r"\b([a-z]{3,9})-([2-9][0-9])(?=[,;]|$)")
_MOMENT = re.compile(r"(?:(?:N[UA])*N)?MY?")
_BY_NAME = re.compile(rf"{_MOMENT.pattern}(?:[UA]{_MOMENT.pattern})*")
_BY_NUMBER = re.compile(r"N(?:[UA]N)*")
_FOR_THE_COLUMN = re.compile(r"[0-9]*(?:[.,]0+)?|[0-9]+-[0-9]+")
# 9/11 is two months or three, 10/11/12 a day in some order, 3,10 a number that a spreadsheet made.
_UNCLEAR = re.compile(r"[0-9]+(?:/[0-9]+)+|[0-9]+,[0-9]+")
_DAY_OF_EXCEL = re.compile(r"([0-9]{1,2})-([a-z]{3,9})\.?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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


class _Moment(NamedTuple):
    """A month, of a year where it is said (else 0), with what joins it to the one before."""

    joined: str
    month: int
    year: int
    has_day: bool


def months_code(text: str) -> str:
    """The months as the catalogue writes them; a number that is none is left to the column.

    Raises PerhapsADay for a day in numbers that may have been months, BadCell for other words.
    """
    content = _TIME.sub("", " ".join(text.casefold().split()))
    if _ALL_YEAR.fullmatch(content):
        return ALL_YEAR
    months = _of_days(content, text) or _of_excel(content) or _by_signs(content)
    if months or _FOR_THE_COLUMN.fullmatch(content):
        return months or content
    raise _no_months(text)


def _no_months(text: str) -> BadCell:
    return BadCell(
        Words("'%(text)s' zijn geen maanden", text=text),
        Words("Schrijf ze zoals maart, 9-11 of november 2026."),
    )


def _of_days(content: str, text: str) -> str:
    """The months of one date, or from one date until another; "" for anything else."""
    ends = [dutch.day(end) for end in re.split(r" (?:t/m|tot en met|-|–) ", content)]
    if len(ends) == 2 and ends[0] and ends[1] and ends[0] < ends[1]:
        return _span(ends[0], ends[1])
    day = ends[0] if len(ends) == 1 else None
    if day is None:
        return ""
    if any(map(str.isalpha, content)) or day.day > MOST_MONTHS or day.day == day.month:
        return str(day.month)
    raise PerhapsADay(text, f"{day.day}-{day.month}", day.month)


def _span(first: date, last: date) -> str:
    months = (last.year - first.year) * MOST_MONTHS + last.month - first.month
    return ALL_YEAR if months >= MOST_MONTHS else _written([_row(first.month, last.month)])


def _row(first: int, last: int) -> list[int]:
    """The months from one until another, over the turn of the year where that is so."""
    return [
        (first - 1 + step) % MOST_MONTHS + 1 for step in range((last - first) % MOST_MONTHS + 1)
    ]


def _written(rows: Sequence[Sequence[int]]) -> str:
    """Each month once: two days of November are 11."""
    return str(MONTHS.write(tuple(dict.fromkeys(month for row in rows for month in row))))


def _of_excel(content: str) -> str:
    """9-nov, which Excel makes of 9-11, as it is; 26-dec is a day in December."""
    found = _DAY_OF_EXCEL.fullmatch(content)
    month = dutch.month(found[2]) if found else 0
    if found is None or not month or not 1 <= int(found[1]) <= _DAYS[month - 1]:
        return ""
    return str(month) if int(found[1]) > MOST_MONTHS else content


def _by_signs(content: str) -> str:
    """Months by name or by number; "" for what is neither."""
    said = _YEAR_OF_EXCEL.sub(r"\1 20\2", _SILENT.sub("", content))
    signs, values = "", list[int]()
    for found in () if _UNCLEAR.fullmatch(said) else _SIGNS.finditer(said):
        kind, word = found.lastgroup or "X", found[0].rstrip(".")
        number = int(word.strip("'’")) if kind in {"N", "Y"} else dutch.month(word)
        signs += "X" if kind == "M" and not number else kind
        values.append(number)
    if _BY_NUMBER.fullmatch(signs):
        written = {"U": "-", "A": ";"}
        return "".join(written.get(sign, str(n)) for sign, n in zip(signs, values, strict=True))
    return _joined(list(_moments(signs, values))) if _BY_NAME.fullmatch(signs) else ""


def _moments(signs: str, values: Sequence[int]) -> Iterator[_Moment]:
    for found in _MOMENT.finditer(signs):
        place = found.start() + found[0].index("M")
        days = [value for value in values[found.start() : place] if value]
        if not all(1 <= day <= _DAYS[values[place] - 1] for day in days):
            return
        year = values[found.end() - 1] % 100 if found[0][-1] == "Y" else 0
        yield _Moment(signs[found.start() - 1 : found.start()], values[place], year, bool(days))


def _joined(moments: Sequence[_Moment]) -> str:
    """Write months and spans of months; "" where a span cannot be: maart t/m maart."""
    rows: list[list[int]] = []
    for before, moment in zip([None, *moments], moments, strict=False):
        if moment.joined != "U" or before is None:
            rows.append([moment.month])
            continue
        later = (moment.year - before.year) * MOST_MONTHS + moment.month - before.month
        is_dated = bool(moment.year and before.year)
        is_same = moment.month == before.month and not (moment.has_day and before.has_day)
        if len(rows[-1]) > 1 or (is_dated and later < 0) or (is_same and not (is_dated and later)):
            return ""
        is_whole = is_dated and later >= MOST_MONTHS
        rows[-1] = _row(1, MOST_MONTHS) if is_whole else _row(before.month, moment.month)
    return _written(rows)
