"""Why a row should be looked at again."""

from collections.abc import Container, Iterator
from datetime import date, timedelta
from enum import StrEnum

from quiz.domain.catalogue.upkeep.links import addresses_of
from quiz.domain.catalogue.upkeep.region_rows import RegionRow

# A source that nobody looked at for longer than this is said to be old.
OLD_AFTER = timedelta(days=365)
# An event is looked at once more this long before its first month.
SOON = timedelta(days=60)


class Due(StrEnum):
    """A reason; without a source a row is shown to no pupil. LINK: one of its links is broken."""

    NO_SOURCE = "no-source"
    LINK = "link"
    OLD = "old"
    SOON = "soon"


def reasons(found: RegionRow, today: date, broken: Container[str] = ()) -> frozenset[Due]:
    """Why a row should be looked at; empty when all is well. `broken`: addresses that fail."""
    return frozenset(_reasons(found, today, broken))


def _reasons(found: RegionRow, today: date, broken: Container[str]) -> Iterator[Due]:
    checked = found.row.checked_on
    if any(address in broken for _column, address in addresses_of(found.row)):
        yield Due.LINK
    if not found.row.source_url:
        yield Due.NO_SOURCE
    elif checked is None or today - checked > OLD_AFTER:
        yield Due.OLD
    months = getattr(found.row, "months", ())
    if (checked is None or today - checked > SOON) and any(_is_near(m, today) for m in months):
        yield Due.SOON


def _is_near(month: int, today: date) -> bool:
    """Whether a month is going on, or begins soon."""
    if month == today.month:
        return True
    year = today.year + (month < today.month)
    return date(year, month, 1) - today <= SOON
