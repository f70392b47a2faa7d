"""School types and their years (docs/contract.md), as a pupil or teacher chooses them."""

from dataclasses import dataclass

UNKNOWN_SCHOOL_TYPE = "onbekend"

# The years a school type has. A mixed class has parted at the latest when havo and vwo choose a
# profile, at the end of year 3. How long somebody is in an isk is nowhere laid down.
YEARS: dict[str, range] = {
    "po": range(7, 9),
    "pro": range(1, 7),
    "vmbo-bb": range(1, 5),
    "vmbo-kb": range(1, 5),
    "vmbo-gl-tl": range(1, 5),
    "brugklas": range(1, 4),
    "havo": range(1, 6),
    "vwo": range(1, 7),
    "isk": range(1, 7),
    "mbo": range(1, 5),
    UNKNOWN_SCHOOL_TYPE: range(1, 7),
}

SCHOOL_TYPES = tuple(YEARS)
ALL_YEARS = range(1, 9)


class ImpossibleYear(ValueError):
    """A year that this school type does not have: one of the two is a slip, so we ask again."""


@dataclass(frozen=True)
class Schooling:
    """Where a pupil is at school: the type, and the year if it is known. Raises ImpossibleYear."""

    school_type: str
    year: int | None

    def __post_init__(self) -> None:
        if self.year is not None and self.year not in YEARS[self.school_type]:
            raise ImpossibleYear(f"{self.school_type} has no year {self.year}")

    def says_less_than(self, other: "Schooling") -> bool:
        """Whether this leaves open what the other one says, and contradicts it in nothing."""
        if self.school_type == other.school_type:
            return self.year is None and other.year is not None
        return self.school_type == UNKNOWN_SCHOOL_TYPE
