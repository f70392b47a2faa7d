"""Frozen class pictures, and who is in them for as long as that pupil's attempt exists.

Nothing here outlives a pupil but numbers: which attempts a picture covers stands with the
attempt and vanishes with it; a series keeps only how many pupils had which history (ADR 0009).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment

LONGEST_HISTORY = 8


class PictureSeries(Record):
    """The pictures of one class, or of the same classes together, one after the other.

    `histories`: how many pupils, those since erased included, have which history: one sign for
    each picture so far, as quiz.usecases.class_pictures.rule reads them.
    """

    __tablename__ = "picture_series"

    id: Mapped[int] = mapped_column(primary_key=True)
    histories: Mapped[dict[str, int]] = mapped_column(JSON)


class SeriesClass(Record):
    """A class that is shown in a series; the key says that it is shown in one series only."""

    __tablename__ = "series_class"

    class_id: Mapped[int] = mapped_column(
        ForeignKey("school_class.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    series_id: Mapped[int] = mapped_column(
        ForeignKey("picture_series.id", ondelete="CASCADE"), index=True
    )


class FrozenPicture(Record):
    """One picture as it was made, as plain JSON of a ClassPicture."""

    __tablename__ = "frozen_picture"

    series_id: Mapped[int] = mapped_column(
        ForeignKey("picture_series.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class PicturedAttempt(Record):
    """An attempt that is in pictures of its series, with its history and its result of then."""

    __tablename__ = "pictured_attempt"

    attempt_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("attempt.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    series_id: Mapped[int] = mapped_column(
        ForeignKey("picture_series.id", ondelete="CASCADE"), index=True
    )
    result_number: Mapped[int] = mapped_column(SmallInteger)
    history: Mapped[str] = mapped_column(String(LONGEST_HISTORY))


class SchoolFigure(Record):
    """What the pictures of one school year say together, as it was made; frozen (ADR 0034).

    `number` counts the figures of a school, `year` is the one in which the school year began.
    `covers`: which picture of which series is in it, by the moment at which that was made.
    """

    __tablename__ = "school_figure"

    school_id: Mapped[int] = mapped_column(
        ForeignKey("school.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    year: Mapped[int] = mapped_column(SmallInteger)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    covers: Mapped[dict[str, str]] = mapped_column(JSON)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
