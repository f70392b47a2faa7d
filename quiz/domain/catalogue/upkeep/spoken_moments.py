"""Months by their names or numbers, as a row of signs; only a row that can mean one thing is taken.

M a month by its name, N a number, Y a year, U until, A a comma or en, X anything else
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quiz.domain.catalogue.files.months import MONTHS, MOST_MONTHS, months_between
from quiz.domain.spreadsheets import dutch

_SIGNS = re.compile(
    r"(?P<U>t/m(?![a-z])|tot en met\b|[-–—])|(?P<A>(?:en|and|of|or)\b|[,;/&+])"
    r"|(?P<Y>['’][0-9]{2}\b|20[0-9]{2}\b)|(?P<N>[0-9]{1,2}(?![0-9]))|(?P<M>[a-z]+\.?)|(?P<X>\S)"
)
_SILENT = re.compile(r"\b(?:in|begin|half|medio|eind|van (?=.* (?:t/m|tot en met|-|–) ))\b")
# What Excel makes of november 2026.
_YEAR_OF_EXCEL = re.compile(
    r"\b([a-z]{3,9})-([2-9][0-9])(?= ?(?:[,;&+/]|(?:en|and)\b|t/m|tot en met|[-–] |$))"
)
_UNTIL_A_DAY_OR_A_YEAR = re.compile(r"[a-z]-[2-9][0-9] [a-z]")  # nov-26 december
_MOMENT = re.compile(r"(?:(?:N[UA])*N)?MY?")
_BY_NAME = re.compile(rf"{_MOMENT.pattern}(?:[UA]{_MOMENT.pattern})*")
_BY_NUMBER = re.compile(r"N(?:[UA]N)*")
# 9/11 is two months or three, 10/11/12 a day in some order, 3,10 a number that a spreadsheet made.
_UNCLEAR = re.compile(r"[0-9]+(?:/[0-9]+)+|[0-9]+,[0-9]+")
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Moment(NamedTuple):
    """A month, of a year where it is said (else 0), with what joins it to the one before.

    `first` and `last`: the days of it that are said, else 0.
    """

    joined: str
    month: int
    year: int
    first: int
    last: int


def months_by_signs(content: str, *, is_day: bool) -> str:
    """Months by name or by number; "" for what is neither. Of a day no number is a month."""
    said = _YEAR_OF_EXCEL.sub(r"\1 20\2", _SILENT.sub("", content))
    signs, values = "", list[int]()
    if _UNCLEAR.fullmatch(said) or _UNTIL_A_DAY_OR_A_YEAR.search(said):
        return ""
    for found in _SIGNS.finditer(said):
        kind, word = found.lastgroup or "X", found[0].rstrip(".")
        number = int(word.strip("'’")) if kind in {"N", "Y"} else dutch.month(word)
        signs += "X" if kind == "M" and not number else kind
        values.append(number)
    if _BY_NUMBER.fullmatch(signs) and not is_day:
        return _numbered(signs, values)
    return _joined(list(_moments(signs, values))) if _BY_NAME.fullmatch(signs) else ""


def _numbered(signs: str, values: Sequence[int]) -> str:
    """Months by their numbers; "" where one is none."""
    written = {"U": "-", "A": ";"}
    numbers = [value for sign, value in zip(signs, values, strict=True) if sign == "N"]
    if not all(1 <= number <= MOST_MONTHS for number in numbers):
        return ""
    return "".join(written.get(sign, str(n)) for sign, n in zip(signs, values, strict=True))


def _moments(signs: str, values: Sequence[int]) -> Iterator[_Moment]:
    """Every month that is named; month 0 where the days before it cannot be."""
    for found in _MOMENT.finditer(signs):
        place = found.start() + found[0].index("M")
        said = signs[found.start() : place]
        days = [
            day
            for sign, day in zip(said, values[found.start() : place], strict=True)
            if sign == "N"
        ]
        rising = "U" not in said or all(one < other for one, other in pairwise(days))
        there = rising and all(1 <= day <= DAYS[values[place] - 1] for day in days)
        year = values[found.end() - 1] % 100 if found[0][-1] == "Y" else 0
        joined = signs[found.start() - 1 : found.start()]
        first, last = (days[0], days[-1]) if days else (0, 0)
        yield _Moment(joined, values[place] if there else 0, year, first, last)


def _joined(moments: Sequence[_Moment]) -> str:
    """Write months and spans of months; "" where there is none such: maart t/m maart."""
    rows: list[list[int]] = []
    if not all(moment.month for moment in moments):
        return ""
    for before, moment in zip([None, *moments], moments, strict=False):
        if moment.joined != "U" or before is None:
            rows.append([moment.month])
        elif len(rows[-1]) > 1 or not _is_later(before, moment):
            return ""
        else:
            rows[-1] = _months_until(before, moment)
    return written(rows)


def _is_later(before: _Moment, moment: _Moment) -> bool:
    """Whether one moment can be the end of what begins with the other."""
    if before.year and moment.year and before.year != moment.year:
        return before.year < moment.year
    if before.month == moment.month:
        return 0 < before.last < moment.first
    return not (before.year and moment.year) or before.month < moment.month


def _months_until(before: _Moment, moment: _Moment) -> list[int]:
    years = moment.year - before.year if before.year and moment.year else 0
    is_whole = years * MOST_MONTHS + moment.month - before.month >= MOST_MONTHS
    return (
        months_between(1, MOST_MONTHS) if is_whole else months_between(before.month, moment.month)
    )


def written(rows: Sequence[Sequence[int]]) -> str:
    """Each month once: two days of November are 11."""
    return str(MONTHS.write(tuple(dict.fromkeys(month for row in rows for month in row))))
