"""One pupil's attempt, its answers and its results. No name, no date of birth, no free text."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment

LONGEST_NICKNAME = 60


class Left(StrEnum):
    """Why an attempt is no longer in its class."""

    PUSHED = "pushed"  # answered nothing yet when somebody else came and all places were taken
    EMPTY = "empty"  # answered nothing yet when the teacher took all such entries out
    TAKEN = "taken"  # the teacher took this one out
    PICTURED = "pictured"  # likewise, and it was in a class picture: there is no way back


class Attempt(Record):
    """A way through the quiz. `id` is time-ordered and random: never reused, never guessed.

    `session_number`: browsers that let a pupil in hold it; another number puts all of them out.
    `trial`: a teacher tries the quiz; never in a class, never counted anywhere.
    `first_id`: a retake points at the *first attempt* of the same pupil. That holds what belongs
    to the pupil: class, return code and what is kept; a retake has only its answers and results,
    is in no class, and vanishes with the first attempt.
    `left_why`: it was in a class; in which, as long as it may come back (classes/seats.py).
    `joined_at`: when it came into its class, for one that began elsewhere (ADR 0025).
    `pictured`: it was in a class picture once, and so never moves to another class (ADR 0009).
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("class_id", "nickname"),
        CheckConstraint("target_blocks >= 1", name="target_blocks_positive"),
        CheckConstraint("NOT trial OR class_id IS NULL", name="trial_without_class"),
        CheckConstraint("first_id IS NULL OR class_id IS NULL", name="look_without_class"),
        CheckConstraint("left_why IS NULL OR class_id IS NULL", name="in_a_class_or_left"),
        Index(
            "ix_attempt_left_class_id",
            "left_class_id",
            sqlite_where=text("left_class_id IS NOT NULL"),
            postgresql_where=text("left_class_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"))
    nickname: Mapped[str] = mapped_column(String(LONGEST_NICKNAME))
    return_digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    school_type: Mapped[str] = mapped_column(String(12))
    year: Mapped[int | None]
    municipality: Mapped[str | None] = mapped_column(String(6))
    language: Mapped[str] = mapped_column(String(2))
    bank_version: Mapped[int]
    blocks: Mapped[list[list[str]]] = mapped_column(JSON)
    target_blocks: Mapped[int] = mapped_column(SmallInteger)
    own_world: Mapped[str | None] = mapped_column(String(40))
    started_at: Mapped[datetime] = mapped_column(UtcMoment)
    last_used_at: Mapped[datetime] = mapped_column(UtcMoment)
    finished_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    session_number: Mapped[int] = mapped_column(BigInteger, server_default="0")
    trial: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    first_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE"), index=True
    )
    left_class_id: Mapped[int | None] = mapped_column(
        ForeignKey("school_class.id", ondelete="SET NULL")
    )
    left_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    left_why: Mapped[str | None] = mapped_column(String(8))
    joined_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    pictured: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class Answer(Record):
    """One answer to one question: the highest sequence wins, so a replay undoes nothing."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("value >= 0", name="value_not_negative"),
        CheckConstraint("sequence >= 0", name="sequence_not_negative"),
        {"sqlite_with_rowid": False},
    )

    attempt_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(SmallInteger)
    sequence: Mapped[int] = mapped_column(BigInteger)
    milliseconds: Mapped[int | None]


class Result(Record):
    """One scoring, frozen with the versions that made it; a later round appends another."""

    __tablename__ = "result"
    __table_args__ = ({"sqlite_with_rowid": False},)

    attempt_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    scored_at: Mapped[datetime] = mapped_column(UtcMoment)
    bank_version: Mapped[int]
    bank_hash: Mapped[str] = mapped_column(String(64))
    model_version: Mapped[str] = mapped_column(String(80))
    fallback: Mapped[bool]
    outcome: Mapped[dict[str, Any]] = mapped_column(JSON)
