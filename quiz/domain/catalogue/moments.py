"""Choice moments in the school year: which friendly hint a pupil reads today, what comes soon.

The moments stand in questions/moments.yaml, their sentences among the result texts.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.catalogue.matching.ladder import LADDER

FILE = "moments.yaml"
_FIELDS = ("text", "school_types", "years", "from", "until")
_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_LEAP_YEAR = 2000  # so that 29 February is a day
_SOON = 6  # months

Day = tuple[int, int]


@dataclass(frozen=True)
class ChoiceMoment:
    """For whom and from which to which (month, day) a sentence holds; both ends count."""

    text: str
    school_types: tuple[str, ...]
    years: tuple[int, ...]
    first: Day
    last: Day

    def holds(self, day: Day) -> bool:
        """Whether a day lies in this period, which may run past new year."""
        if self.first <= self.last:
            return self.first <= day <= self.last
        return day >= self.first or day <= self.last


def load_moments(folder: Path = paths.QUESTIONS) -> tuple[ChoiceMoment, ...]:
    """Read the moments; raises BankError with one clear line."""
    place, content = read_yaml(folder, FILE)
    listed = place.fields(content, ("moments",))["moments"]
    return tuple(
        _moment(place.at(f"moment {number}"), entry)
        for number, entry in enumerate(place.entries(listed), 1)
    )


def hint_for(
    moments: Iterable[ChoiceMoment], school_type: str, year: int | None, today: date
) -> str | None:
    """The key of the sentence for this pupil today; None when there is nothing to choose."""
    day = (today.month, today.day)
    for moment in moments:
        if school_type in moment.school_types and year in moment.years and moment.holds(day):
            return moment.text
    return None


def is_soon(months: Collection[int], today: date) -> bool:
    """Whether an event of these months begins within half a year; of no month we do not know it.

    In November what is held each October is over: for a first step that is too far away.
    """
    return not months or any((month - today.month) % 12 <= _SOON for month in months)


def _moment(place: Location, entry: object) -> ChoiceMoment:
    fields = place.fields(entry, _FIELDS)
    types, years = place.at("school_types"), place.at("years")
    return ChoiceMoment(
        text=place.at("text").text(fields["text"]),
        school_types=tuple(
            types.one_of(kind, LADDER) for kind in types.entries(fields["school_types"])
        ),
        years=tuple(years.one_of(year, range(1, 9)) for year in years.entries(fields["years"])),
        first=_day(place.at("from"), fields["from"]),
        last=_day(place.at("until"), fields["until"]),
    )


def _day(place: Location, value: object) -> Day:
    text = place.text(value)
    if not _DAY.fullmatch(text):
        raise place.refuse(f"{text} is not a month and a day; write it like 04-01")
    month, day = (int(part) for part in text.split("-"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise place.refuse(f"{text} is no day of the year; write it like 04-01") from None
    return month, day
