"""When the work of the night was last done, so that somebody notices when it is not."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment


class Upkeep(Record):
    """The last time that a job went well; what went wrong leaves the time that stands here."""

    __tablename__ = "upkeep"

    job: Mapped[str] = mapped_column(String(20), primary_key=True)
    moment: Mapped[datetime] = mapped_column(UtcMoment)
