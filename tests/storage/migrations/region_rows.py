"""A figure of a region with the one series that is in it."""

from datetime import datetime

from quiz.storage.tables.base import Record
from quiz.storage.tables.region import RegionFigure, RegionMember


def region_rows(moment: datetime) -> list[Record]:
    """The figure first: the member is in it."""
    kind = {"region_id": "foodvalley", "school_year": 2026, "school_type": "havo", "year": 2}
    figure = RegionFigure(**kind, changed_at=moment, classes=4, pupils=48, sums={"x": 1.5})
    return [figure, RegionMember(series_id=1, **kind)]
