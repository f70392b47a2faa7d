"""The opening times of a class: until when its code works (ADR 0024)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

READY_FOR = timedelta(days=30)


@dataclass(frozen=True)
class OpeningTimes:
    """When a class lets pupils in, as it stands in the database.

    `lesson_hours`: nobody joined yet. The class then waits for its lesson, for a month at most,
    and the hours count from the first pupil.
    """

    joining_until: datetime
    lesson_hours: int | None
    closed_at: datetime | None

    @property
    def open_until(self) -> datetime:
        """Until when pupils can join, as long as nobody does."""
        return self.joining_until + (READY_FOR if self.waits else timedelta())

    @property
    def waits(self) -> bool:
        """Whether the lesson has still to begin."""
        return self.lesson_hours is not None

    def are_open(self, now: datetime) -> bool:
        """Whether pupils can join now, if there is a place left."""
        return self.closed_at is None and now < self.open_until


def opening_times_of(row: Row[*tuple[Any, ...]]) -> OpeningTimes:
    """The opening times of a class whose row has these columns."""
    return OpeningTimes(row.joining_until, row.lesson_hours, row.closed_at)
