"""Class pictures beside each other: which there are, and which differences are beyond chance.

Only frozen pictures are read, so the minimum-group rule holds as it does for each of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, SeriesClass
from quiz.usecases.class_pictures.figures import STANDARD_ERRORS
from quiz.usecases.class_pictures.picture import ClassPicture, WorldFigure


@dataclass(frozen=True)
class PictureOf:
    """A picture, and those of the classes that were asked about which it shows."""

    class_ids: tuple[int, ...]
    picture: ClassPicture


def pictures_of(session: Session, class_ids: Sequence[int]) -> list[PictureOf]:
    """Every picture of these classes, one of several classes once, the newest first."""
    wanted = (
        select(
            FrozenPicture.series_id,
            FrozenPicture.number,
            FrozenPicture.content,
            SeriesClass.class_id,
        )
        .join(SeriesClass, SeriesClass.series_id == FrozenPicture.series_id)
        .where(SeriesClass.class_id.in_(class_ids))
        .order_by(FrozenPicture.series_id, FrozenPicture.number, SeriesClass.class_id)
    )
    of_one = groupby(session.execute(wanted), key=lambda row: (row.series_id, row.number))
    found = [
        PictureOf(tuple(row.class_id for row in rows), ClassPicture.from_json(rows[0].content))
        for rows in (list(rows) for _key, rows in of_one)
    ]
    return sorted(found, key=lambda each: each.picture.made_at, reverse=True)


def beyond_chance(one: ClassPicture, other: ClassPicture, world: str) -> float:
    """How much more `other` is drawn to a world than `one`; 0 where that can be chance.

    The standard error of a difference follows from those of the two means. A class beside an
    earlier picture of itself shares pupils with it: then it really is smaller, and we say less
    than we could.
    """
    here, there = _figure(one, world), _figure(other, world)
    if here is None or there is None:
        return 0.0
    error = sqrt(here.spread**2 / one.pupils + there.spread**2 / other.pupils)
    difference = there.interest - here.interest
    return difference if abs(difference) > STANDARD_ERRORS * error else 0.0


def _figure(picture: ClassPicture, world: str) -> WorldFigure | None:
    return next((each for each in picture.worlds if each.world == world), None)
