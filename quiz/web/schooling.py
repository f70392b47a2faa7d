"""School types and years in words, for every room that asks for them or shows them."""

from quiz.web.languages import translate as _

FIRST_SECONDARY_YEAR, LAST_SECONDARY_YEAR = 1, 6


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
