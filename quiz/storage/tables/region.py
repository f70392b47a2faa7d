"""Frozen figures of regions, and which pictures are in them (docs/adr/0041)."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment
from quiz.storage.tables.staff import LONGEST_REGION

LONGEST_TYPE = 12
_KEY = ("region_id", "school_year", "school_type", "year")


class RegionFigure(Record):
    """Classes of one kind in a region and a school year, added up batch by batch, never less.

    `school_year`: the year in which it began. `school_type` "" and `year` 0: of different ones
    together. `pupils`, and for each world in `sums` the means times pupils, of all pictures in it.
    """

    __tablename__ = "region_figure"

    region_id: Mapped[str] = mapped_column(String(LONGEST_REGION), primary_key=True)
    school_year: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    school_type: Mapped[str] = mapped_column(String(LONGEST_TYPE), primary_key=True)
    year: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    classes: Mapped[int]
    pupils: Mapped[int]
    sums: Mapped[dict[str, float]] = mapped_column(JSON)


class RegionMember(Record):
    """A series of pictures that is in a figure; the key says in one only, and once for ever.

    Who has it leaves with the series; the figure stays as it is.
    """

    __tablename__ = "region_member"
    __table_args__ = (
        ForeignKeyConstraint(
            _KEY, [f"region_figure.{column}" for column in _KEY], ondelete="CASCADE"
        ),
        Index("ix_region_member_region_id", *_KEY),
    )

    series_id: Mapped[int] = mapped_column(
        ForeignKey("picture_series.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    region_id: Mapped[str] = mapped_column(String(LONGEST_REGION))
    school_year: Mapped[int] = mapped_column(SmallInteger)
    school_type: Mapped[str] = mapped_column(String(LONGEST_TYPE))
    year: Mapped[int] = mapped_column(SmallInteger)
