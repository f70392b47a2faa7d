"""School types and years in words, for every room that asks for them or shows them."""

from typing import NamedTuple

from quiz.usecases.attempts.schooling import ALL_YEARS, SCHOOL_TYPES, YEARS
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _

FIRST_SECONDARY_YEAR, LAST_SECONDARY_YEAR = 1, 6


class YearChoice(NamedTuple):
    """One option for the year; `schools`: the school types that have it, "" for all of them."""

    value: str
    label: str
    chosen: bool
    schools: str = ""


def school_choices(chosen: str) -> tuple[Choice, ...]:
    """Every school type to choose from."""
    names = _names()
    return tuple(Choice(name, names[name], name == chosen) for name in SCHOOL_TYPES)


def year_choices(chosen: str, unknown: str) -> tuple[YearChoice, ...]:
    """Every year to choose from; the first one, in these words, means "I do not know"."""
    years = (
        YearChoice(str(year), year_name(year), str(year) == chosen, _schools_with(year))
        for year in ALL_YEARS
    )
    return (YearChoice("", unknown, not chosen), *years)


def impossible_year(school_type: str, year: int) -> str:
    """What to say to a year that this school type does not have: one of the two is a slip."""
    if school_type == "po":
        return _("Op de basisschool kies je groep 7 of 8. Of kies een andere school.")
    if year > LAST_SECONDARY_YEAR:
        return _("Groep 7 en 8 zijn op de basisschool. Kies die, of kies een ander leerjaar.")
    return _(
        "%(school_type)s heeft leerjaar 1 tot en met %(last)s. "
        "Kies een ander leerjaar of een andere school.",
        school_type=school_type_name(school_type),
        last=YEARS[school_type][-1],
    )


def school_type_name(school_type: str) -> str:
    """The name of a school type in the language of this visitor."""
    return _names()[school_type]


def year_name(year: int) -> str:
    """A year in words: primary schools count in groups, the others in years."""
    if FIRST_SECONDARY_YEAR <= year <= LAST_SECONDARY_YEAR:
        return _("Klas of leerjaar %(year)s", year=year)
    return _("Groep %(year)s", year=year)


def schooling_line(school_type: str, year: int | None) -> str:
    """School type and year on one line: "Havo, leerjaar 3", or "Basisschool, groep 7"."""
    if year is None:
        return school_type_name(school_type)
    if FIRST_SECONDARY_YEAR <= year <= LAST_SECONDARY_YEAR:
        name = school_type_name(school_type)
        return _("%(school_type)s, leerjaar %(year)s", school_type=name, year=year)
    return _("Basisschool, groep %(year)s", year=year)


def _schools_with(year: int) -> str:
    return " ".join(name for name, years in YEARS.items() if year in years)


def _names() -> dict[str, str]:
    return {
        "po": _("Basisschool (groep 7 of 8)"),
        "pro": _("Praktijkonderwijs"),
        "vmbo-bb": _("Vmbo basis"),
        "vmbo-kb": _("Vmbo kader"),
        "vmbo-gl-tl": _("Vmbo gemengd of theoretisch (mavo)"),
        "brugklas": _("Brugklas (gemengd)"),
        "havo": _("Havo"),
        "vwo": _("Vwo"),
        "isk": _("Internationale schakelklas (ISK)"),
        "mbo": _("Mbo"),
        "onbekend": _("Weet ik niet"),
    }
