"""How often something wrong was typed, for all processes that serve the quiz together."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, LargeBinary, and_
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment

# What would last longer was begun while a clock stood wrong, and keeps nobody waiting. No count
# lasts so long; clocks of nodes may differ a little.
LONGEST = timedelta(days=1)


class WrongCount(Record):
    """So many wrong codes or passwords of one browser, address or account, until a moment.

    `who`: a digest under CODE_KEY, so that the table tells of nobody. A count that is over may
    leave; none is in a backup.
    """

    __tablename__ = "wrong_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    who: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    times: Mapped[int]
    until: Mapped[datetime] = mapped_column(UtcMoment, index=True)


def lasts(moment: datetime) -> ColumnElement[bool]:
    """Whether a count is not over at that moment."""
    return and_(WrongCount.until > moment, WrongCount.until <= moment + LONGEST)
