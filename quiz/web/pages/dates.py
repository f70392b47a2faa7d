"""Days and moments as people read them: in the language of the page, by the clock of the school."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime

from quiz.config.school_time import local
from quiz.web.pages.languages import current_language
from quiz.web.runtime import services

# Our English is that of Europe: "26 November 2026", as our texts write it, not "November 26, 2026".
WRITTEN_AS = {"en": "en_GB"}


def show_day(when: date | datetime | None, style: str = "long") -> str:
    """A day: "26 november 2026"; of a moment, the day on which the school lives it.

    What was not yet has no day: an empty text.
    """
    if when is None:
        return ""
    day = local(when, services().zone) if isinstance(when, datetime) else when
    return _day_in_words(day, style, current_language())


@lru_cache(maxsize=512)
def _day_in_words(day: date, style: str, language: str) -> str:
    """Kept: a page with twenty sources names the same day twenty times."""
    return format_date(day, style, locale=WRITTEN_AS.get(language, language))


def show_month(day: date, *, with_year: bool = False) -> str:
    """The month of a day: "november", or "november 2026"."""
    return format_date(day, "MMMM y" if with_year else "MMMM", locale=current_language())


def show_moment(moment: datetime) -> str:
    """A day of the week and a time: "donderdag 11:34"."""
    return _show(moment, "EEEE HH:mm")


def show_time(moment: datetime) -> str:
    """A time of the day: "11:34"."""
    return _show(moment, "HH:mm")


def show_date_and_time(moment: datetime) -> str:
    """A day and a time, for what may be far away: "26 november 11:34"."""
    return _show(moment, "d MMMM HH:mm")


def show_day_and_time(moment: datetime) -> str:
    """A day with its year and a time: "26 november 2026 11:34"."""
    return _show(moment, "d MMMM y HH:mm")


def _show(moment: datetime, style: str) -> str:
    return format_datetime(moment, style, tzinfo=services().zone, locale=current_language())
