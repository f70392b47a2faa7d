"""Why a row should be looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from quiz.domain.catalogue.upkeep.region_rows import RegionRow

# A source that nobody looked at for longer than this is said to be old.
OLD_AFTER = timedelta(days=365)


class Due(StrEnum):
    """A reason; without a source a row is shown to no pupil."""

    NO_SOURCE = "no-source"
    OLD = "old"


def reasons(found: RegionRow, today: date) -> frozenset[Due]:
    """Why a row should be looked at; empty when all is well."""
    return frozenset(_reasons(found, today))


def _reasons(found: RegionRow, today: date) -> Iterator[Due]:
    if not found.row.source_url:
        yield Due.NO_SOURCE
    elif found.row.checked_on is None or today - found.row.checked_on > OLD_AFTER:
        yield Due.OLD
