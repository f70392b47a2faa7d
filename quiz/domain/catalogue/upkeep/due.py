"""Why a row should be looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from quiz.domain.catalogue.upkeep.region_rows import RegionRow

# A source that nobody looked at for longer than this is said to be old.
OLD_AFTER = timedelta(days=365)
# An event is looked at once more this long before its first month.
SOON = timedelta(days=60)


class Due(StrEnum):
    """A reason; without a source a row is shown to no pupil."""

    NO_SOURCE = "no-source"
    OLD = "old"
    SOON = "soon"


def reasons(found: RegionRow, today: date) -> frozenset[Due]:
    """Why a row should be looked at; empty when all is well."""
    return frozenset(_reasons(found, today))


def _reasons(found: RegionRow, today: date) -> Iterator[Due]:
    checked = found.row.checked_on
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
