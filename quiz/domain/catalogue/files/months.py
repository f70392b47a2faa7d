"""The cell of months, such as 3, 9-11 or 3;9, also where a spreadsheet made a day of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quiz.domain.catalogue.files.cell import Cell, number
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

MOST_MONTHS = 12
_DAY = re.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}.*")
_MONTH = number(1, MOST_MONTHS)


def _read_months(text: str) -> tuple[int, ...]:
    months: list[int] = []
    for part in _parts(_months_of_a_day(dutch.months_by_number(text))):
        first, last = (_MONTH.read(end) for end in (part.split("-", 1) * 2)[:2])
        months += months_between(first, last)
    if len(set(months)) < len(months):
        raise BadCell(
            Words("een maand staat er twee keer"), Words("Schrijf maanden zoals 3, 9-11 of 3;9.")
        )
    return tuple(months)


def months_between(first: int, last: int) -> list[int]:
    """The months from one until another, over the turn of the year where that is so."""
    return [
        (first - 1 + step) % MOST_MONTHS + 1 for step in range((last - first) % MOST_MONTHS + 1)
    ]


def _parts(text: str) -> Sequence[str]:
    return text.split(";") if text else ()


def _months_of_a_day(text: str) -> str:
    """Give back 9-11 where a spreadsheet made 9 November of it; any other text as it is."""
    pair = dutch.day_and_month(text)
    if pair is None and not _DAY.fullmatch(text.strip()):
        return text.strip()
    if pair is None or max(pair) > MOST_MONTHS:
        reason = Words("'%(text)s' is een dag, geen maanden", text=text)
        raise BadCell(
            reason, Words("Maak de kolom op als tekst en schrijf maanden zoals 3, 9-11 of 3;9.")
        )
    return "-".join(map(str, pair))


def _write_months(months: Sequence[int]) -> str:
    steps = {(after - before) % 12 for before, after in pairwise(months)}
    if len(months) > 1 and steps == {1}:
        return f"{months[0]}-{months[-1]}"
    return ";".join(map(str, months))


MONTHS = Cell(
    _read_months,
    _write_months,
    typed=True,
    mended=lambda text: dutch.day_and_month(text) is not None,
)
