"""School types and their years (design.md section 6), as a pupil or teacher chooses them."""

from dataclasses import dataclass

UNKNOWN_SCHOOL_TYPE = "onbekend"

# The years a school type has; an empty range where a year says nothing.
YEARS: dict[str, range] = {
    "po": range(7, 9),
    "pro": range(1, 7),
    "vmbo-bb": range(1, 5),
    "vmbo-kb": range(1, 5),
    "vmbo-gl-tl": range(1, 5),
    "brugklas": range(1, 4),
    "havo": range(1, 6),
    "vwo": range(1, 7),
    "isk": range(0),
    "mbo": range(1, 5),
    UNKNOWN_SCHOOL_TYPE: range(1, 7),
}

SCHOOL_TYPES = tuple(YEARS)
ALL_YEARS = range(1, 9)


@dataclass(frozen=True)
class Schooling:
    """Where a pupil is at school: the type, and the year if it is known."""

    school_type: str
    year: int | None


def sensible_year(school_type: str, year: int | None) -> int | None:
    """The year if this school type has it, else None: a slip costs a pupil nothing.

    Next steps for an unknown year cover the whole school type, which is honest for "havo 7".
    """
    return year if year in YEARS[school_type] else None
