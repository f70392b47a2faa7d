"""National figures to stand beside those of a region: what pupils chose, when, and who says so.

Coordinators write questions/national.yaml; it is checked like all content.
"""

from dataclasses import dataclass
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml

FILE = "national.yaml"
_WORDS = ("nl", "en", "source", "url")
_FIRST_YEAR, _LAST_YEAR, _WHOLE = 2000, 2100, 100


@dataclass(frozen=True)
class NationalFigure:
    """A share of a hundred in the school year that began in `school_year`, in both languages."""

    nl: str
    en: str
    share: int
    school_year: int
    source: str
    url: str


def load_national_figures(folder: Path = paths.QUESTIONS) -> tuple[NationalFigure, ...]:
    """Read the figures; raises BankError with one clear line."""
    place, content = read_yaml(folder, FILE)
    inner = place.at("figures")
    entries = inner.entries(place.fields(content, ("figures",))["figures"])
    return tuple(_figure(inner.at(number), entry) for number, entry in enumerate(entries, start=1))


def _figure(place: Location, entry: object) -> NationalFigure:
    fields = place.fields(entry, (*_WORDS, "share", "school_year"))
    words = {name: place.at(name).text(fields[name]) for name in _WORDS}
    if not words["url"].startswith("https://"):
        raise place.refuse(f"{words['url']} is no web address; begin with https://")
    share = _within(place.at("share"), fields["share"], 0, _WHOLE)
    year = _within(place.at("school_year"), fields["school_year"], _FIRST_YEAR, _LAST_YEAR)
    return NationalFigure(**words, share=share, school_year=year)


def _within(place: Location, value: object, least: int, most: int) -> int:
    number = place.whole(value)
    if not least <= number <= most:
        raise place.refuse(f"must be from {least} to {most}, not {number}")
    return number
