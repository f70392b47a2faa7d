"""Months as people write them: november 2026, 12 t/m 14 maart, 3 en 4, het hele jaar.

A day is read as its month; what it could be besides is asked about (PerhapsADay).
"""

import re
from datetime import date

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.months import MOST_MONTHS, months_between
from quiz.domain.catalogue.upkeep.spoken_moments import DAYS, months_by_signs, written
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

ALL_YEAR = "1-12"
_ALL_YEAR = re.compile(
    r"(?:(?:het|heel|the) )?(?:hele|gehele|heel|whole|het) (?:jaar|year)(?: door)?"
    r"|all year(?: round)?|jaarrond|elke maand|iedere maand|maandelijks|every month|monthly"
)
# What makes a day of it, and says nothing about the month.
_WEEKDAY = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?,?"
)
_CLOCK = "(?!0?0:00)(?:[01]?[0-9]|2[0-3])"
_TIME = re.compile(
    rf",? (?:om |van )?{_CLOCK}(?::[0-5][0-9](?::[0-5][0-9])?(?: ?uur)?"
    rf"(?: ?(?:-|–|t/m|tot) ?{_CLOCK}:[0-5][0-9](?: ?uur)?)?"
    rf"|[.][0-5][0-9](?: ?(?:-|–|t/m|tot) ?{_CLOCK}[.][0-5][0-9])? ?uur)$"
)
_FOR_THE_COLUMN = re.compile(r"[0-9]*(?:[.,]0+)?|[0-9]+-[0-9]+")
_DAY_OF_EXCEL = re.compile(r"([0-9]{1,2})-([a-z]{3,9})\.?")


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
    """The months as the catalogue writes them; a number that is none is left to the column.

    Raises PerhapsADay for a day in numbers that may have been months, BadCell for other words.
    """
    content = " ".join(text.casefold().split())
    if not content:
        return ""
    if _ALL_YEAR.fullmatch(content):
        return ALL_YEAR
    said = " ".join(_WEEKDAY.sub("", _TIME.sub("", content)).split())
    is_day = said != content
    months = _of_days(said, text, is_day=is_day) or _of_excel(said, is_day=is_day)
    months = months or months_by_signs(said, is_day=is_day)
    if months or (_FOR_THE_COLUMN.fullmatch(content) and not is_day):
        return months or content
    raise _no_months(text)


def _no_months(text: str) -> BadCell:
    return BadCell(
        Words("'%(text)s' zijn geen maanden", text=text),
        Words("Schrijf ze zoals maart, 9-11 of november 2026."),
    )


def _of_days(content: str, text: str, *, is_day: bool) -> str:
    """The months of one date, of several, or from one until another; "" for anything else."""
    ends = [dutch.day(end) for end in re.split(r" (?:t/m|tot en met|-|–) ", content)]
    if len(ends) == 2 and ends[0] and ends[1]:
        return _span(ends[0], ends[1]) if ends[0] < ends[1] else ""
    days = [dutch.day(each) for each in re.split(r"(?:,|;|&|\+| en| and) ", content)]
    if None in days or not days[0]:
        return ""
    is_sure = is_day or len(days) > 1 or any(map(str.isalpha, content))
    if is_sure or days[0].day > MOST_MONTHS or days[0].day == days[0].month:
        return written([[day.month] for day in days if day])
    raise PerhapsADay(text, f"{days[0].day}-{days[0].month}", days[0].month)


def _span(first: date, last: date) -> str:
    months = (last.year - first.year) * MOST_MONTHS + last.month - first.month
    return ALL_YEAR if months >= MOST_MONTHS else written([months_between(first.month, last.month)])


def _of_excel(content: str, *, is_day: bool) -> str:
    """9-nov, which Excel makes of 9-11, as it is; 26-dec is a day in December."""
    found = _DAY_OF_EXCEL.fullmatch(content)
    month = dutch.month(found[2]) if found else 0
    if found is None or not month or not 1 <= int(found[1]) <= DAYS[month - 1]:
        return ""
    return str(month) if is_day or int(found[1]) > MOST_MONTHS else content
