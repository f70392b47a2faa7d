"""What a pupil keeps: next steps with a star. They belong to the attempt and vanish with it."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment


class Favourite(Record):
    """One kept step: a programme, company or event of the catalogue by its kind and id.

    No foreign key to the catalogue: a row may leave it, and then the star says so.
    """

    __tablename__ = "favourite"
    __table_args__ = ({"sqlite_with_rowid": False},)

    attempt_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    row_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    kept_at: Mapped[datetime] = mapped_column(UtcMoment)
