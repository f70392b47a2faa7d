"""Links of the catalogue that were tried, by their address: rows that share one share its state."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.domain.catalogue.upkeep.links import Outcome
from quiz.storage.tables.base import Record, UtcMoment

_KNOWN = ", ".join(f"'{outcome}'" for outcome in Outcome)


class TriedLink(Record):
    """What came of the last try; `status` is the number of the answer, where one came.

    `failed_since` and `failed_days`: since when it fails, and on how many days it was tried then.
    """

    __tablename__ = "tried_link"
    __table_args__ = (CheckConstraint(f"outcome IN ({_KNOWN})", name="outcome_known"),)

    address: Mapped[str] = mapped_column(String(500), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(12), index=True)
    status: Mapped[int | None] = mapped_column(SmallInteger)
    tried_at: Mapped[datetime] = mapped_column(UtcMoment)
    failed_since: Mapped[date | None]
    failed_days: Mapped[int] = mapped_column(SmallInteger)
