"""What a pupil shares with the counsellors of a school, and the steps that they agree on.

Everything here belongs to the first attempt of a pupil and vanishes with it. No free text.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment

LONGEST_KEY = 80


class ShareCode(Record):
    """The open share code of an attempt, of which only the digest is kept; used once, then gone."""

    __tablename__ = "share_code"

    attempt_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("attempt.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    expires_at: Mapped[datetime] = mapped_column(UtcMoment)


class Share(Record):
    """A school whose counsellors may see a result; before `confirmed_at` they only asked.

    `until`: when it ends by itself; for one that waits for the pupil's yes, when the waiting ends.
    `staff_id`: who typed the code; `topic`: what the pupil wants to talk about, one of a short
    list, or nothing. A share that ends is a row that goes.
    """

    __tablename__ = "share"
    __table_args__ = (UniqueConstraint("attempt_id", "school_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    attempt_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE")
    )
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    asked_at: Mapped[datetime] = mapped_column(UtcMoment)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    topic: Mapped[str | None] = mapped_column(String(20))
    until: Mapped[datetime] = mapped_column(UtcMoment)


class AgreedStep(Record):
    """A step that pupil and counsellor agreed on: what kind, in which month, about which card.

    `about`: a key as on the cards ("company/x"), or nothing. No key to the catalogue: a row may
    leave it.
    """

    __tablename__ = "agreed_step"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    attempt_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(20))
    month: Mapped[str] = mapped_column(String(7))
    about: Mapped[str | None] = mapped_column(String(LONGEST_KEY))
    agreed_at: Mapped[datetime] = mapped_column(UtcMoment)
    done_at: Mapped[datetime | None] = mapped_column(UtcMoment)
