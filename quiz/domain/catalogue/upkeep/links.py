"""Links of the catalogue that were tried: what came of each, and from when on it counts as broken.

A page that is gone is gone at once. All else may be over tomorrow: it counts from the second day on
that it fails. A site that lets no programs in says nothing about its pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

COLUMNS = ("website", "programme_url", "open_days_url", "source_url")
DAYS = 2  # on so many different days it fails before it counts


class Outcome(StrEnum):
    """What came of a link. GOOD and CLOSED (no programs let in) are no failures."""

    GOOD = "good"
    CLOSED = "closed"
    GONE = "gone"
    ERROR = "error"
    SILENT = "silent"
    NO_SITE = "no-site"
    UNSAFE = "unsafe"
    ENDLESS = "endless"
    NOT_PUBLIC = "not-public"


FAILURES = frozenset(Outcome) - {Outcome.GOOD, Outcome.CLOSED}


@dataclass(frozen=True)
class Tried:
    """What came of one try; `status` is the number of the answer, None where none came."""

    outcome: Outcome
    status: int | None = None

    @property
    def failed(self) -> bool:
        """Whether nobody would have seen the page."""
        return self.outcome in FAILURES


@dataclass(frozen=True)
class LinkState:
    """How a link stands: the last try and its day, since when it fails, and on how many days."""

    tried: Tried
    day: date
    failed_since: date | None = None
    failed_days: int = 0

    @property
    def is_broken(self) -> bool:
        """Whether somebody should look."""
        return self.tried.failed and (
            self.tried.outcome is Outcome.GONE or self.failed_days >= DAYS
        )


def after(before: LinkState | None, tried: Tried, today: date) -> LinkState:
    """How a link stands after one more try."""
    if not tried.failed:
        return LinkState(tried, today)
    if before is None or not before.tried.failed:
        return LinkState(tried, today, today, 1)
    days = before.failed_days + (before.day != today)
    return replace(before, tried=tried, day=today, failed_days=days)


def addresses_of(row: Any) -> Iterator[tuple[str, str]]:
    """Each column of a row that holds a link, with its address."""
    for column in COLUMNS:
        address = getattr(row, column, "")
        if address:
            yield column, address
