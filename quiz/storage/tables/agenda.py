"""The agenda of a region: what is to be seen and done there on a day, in the words of who knows."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment
from quiz.storage.tables.staff import LONGEST_REGION

LONGEST_TITLE, LONGEST_TEXT, LONGEST_PLACE, LONGEST_LINK = 80, 400, 120, 500
CLOCK = 5  # "19:30"


class AgendaItem(Record):
    """One item, by the clock of the school: days, and times as "19:30" or "" for the whole day.

    `audience`: school types, none for everybody; `worlds`: none for all seven. `revision` counts
    changes, so that nobody overwrites what somebody else just saved. A removed item can come back
    for a while.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (CheckConstraint("last_day >= day", name="days"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[str] = mapped_column(String(LONGEST_REGION), index=True)
    title_nl: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    title_en: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    text_nl: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    text_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    day: Mapped[date]
    last_day: Mapped[date]
    begins: Mapped[str] = mapped_column(String(CLOCK))
    ends: Mapped[str] = mapped_column(String(CLOCK))
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    audience: Mapped[list[str]] = mapped_column(JSON)
    worlds: Mapped[list[str]] = mapped_column(JSON)
    link: Mapped[str] = mapped_column(String(LONGEST_LINK))
    published: Mapped[bool]
    revision: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    removed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
