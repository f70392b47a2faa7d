"""Class pictures beside each other: which there are, and which differences are beyond chance.

Only frozen pictures are read, so the minimum-group rule holds as it does for each of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
    rows = session.execute(
        select(SeriesClass.series_id, SeriesClass.class_id)
        .where(SeriesClass.class_id.in_(class_ids))
        .order_by(SeriesClass.class_id)
    )
    shown: dict[int, list[int]] = {}
    for series_id, class_id in rows:
        shown.setdefault(series_id, []).append(class_id)
    wanted = select(FrozenPicture.series_id, FrozenPicture.content)
    found = [
        PictureOf(tuple(shown[series_id]), ClassPicture.from_json(content))
        for series_id, content in session.execute(wanted.where(FrozenPicture.series_id.in_(shown)))
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
