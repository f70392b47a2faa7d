"""What the class pictures of one school year say together: from three pictures and 30 pupils on.

It is worked out from frozen pictures and from nothing else, so about pupils it tells nothing that
those do not. It must not tell a colleague about one class either, so the rule of pictures holds
once more, with classes for pupils: no sum or difference of figures of a school, of any years, rests
on fewer than three classes (docs/adr/0034). Hence it is frozen, and made again only when three
classes came or changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.config.school_time import local
from quiz.storage.tables.picture import FrozenPicture, SchoolFigure, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.errors import PictureError
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.rule import MOST_PICTURES
from quiz.usecases.class_pictures.school_rule import may_show, together_with
from quiz.usecases.retention import school_year_began
from quiz.usecases.services import Services
from quiz.usecases.staff.holding import hold_school

FEWEST_CLASSES, FEWEST_PUPILS = 3, 30
ROUNDED_TO = 5


class TooFewClasses(PictureError):
    """Fewer pictures or pupils than a figure of a school needs."""


@dataclass(frozen=True)
class SchoolPicture:
    """The figure of a school in the school year that began in `year`.

    `classes`: how many pictures it rests on; `pupils`: how many pupils those show, rounded to five.
    `worlds`: each world with the mean of the class means, by pupils, one decimal, highest first.
    """

    number: int
    year: int
    made_at: datetime
    classes: int
    pupils: int
    worlds: tuple[tuple[str, float], ...]

    @classmethod
    def from_row(cls, row: SchoolFigure) -> "SchoolPicture":
        """As it was frozen."""
        worlds = tuple((world, mean) for world, mean in row.content["worlds"])
        rest = {name: row.content[name] for name in ("classes", "pupils")}
        return cls(row.number, row.year, row.made_at, worlds=worlds, **rest)


def make_school_figure(services: Services, school_id: int) -> SchoolPicture:
    """The figure of this school year; the one there is, while the rule allows no new one.

    Raises TooFewClasses.
    """
    with services.database.writing() as session:
        hold_school(session, school_id)
        year = school_year(services, services.clock())
        pictures = pictures_of_year(services, session, school_id, year)
        covers = {str(series): each.made_at.isoformat() for series, each in pictures.items()}
        earlier = _rows(session, school_id)
        near = together_with(covers, [row.covers for row in earlier])
        if _enough(pictures.values()) and len(near) < MOST_PICTURES and may_show([*near, covers]):
            row = _row(services, school_id, year, len(earlier) + 1)
            row.covers, row.content = covers, _content(list(pictures.values()))
            session.add(row)
            session.flush()
            return SchoolPicture.from_row(row)
        newest = [row for row in earlier if row.year == year]
        if not newest:
            raise TooFewClasses("a figure of a school needs three pictures and thirty pupils")
        return SchoolPicture.from_row(newest[-1])


def school_figures(session: Session, school_id: int) -> tuple[SchoolPicture, ...]:
    """The newest figure of each school year, the last year first."""
    found = {row.year: SchoolPicture.from_row(row) for row in _rows(session, school_id)}
    return tuple(found[year] for year in sorted(found, reverse=True))


def pictures_of_year(
    services: Services, session: Session, school_id: int, year: int
) -> dict[int, ClassPicture]:
    """The newest picture in this school year of each series of this school, by its series."""
    rows = session.execute(
        select(FrozenPicture.series_id, FrozenPicture.content)
        .join(SeriesClass, SeriesClass.series_id == FrozenPicture.series_id)
        .join(SchoolClass, SchoolClass.id == SeriesClass.class_id)
        .where(SchoolClass.school_id == school_id)
        .order_by(FrozenPicture.series_id, FrozenPicture.number)
    )
    every = ((series, ClassPicture.from_json(content)) for series, content in rows)
    return {series: each for series, each in every if school_year(services, each.made_at) == year}


def school_year(services: Services, moment: datetime) -> int:
    """The year in which the school year of this moment began."""
    return local(school_year_began(moment, services.zone), services.zone).year


def _enough(pictures: Iterable[ClassPicture]) -> bool:
    found = list(pictures)
    return len(found) >= FEWEST_CLASSES and sum(each.pupils for each in found) >= FEWEST_PUPILS


def _rows(session: Session, school_id: int) -> Sequence[SchoolFigure]:
    mine = select(SchoolFigure).where(SchoolFigure.school_id == school_id)
    return session.scalars(mine.order_by(SchoolFigure.number)).all()


def _row(services: Services, school_id: int, year: int, number: int) -> SchoolFigure:
    return SchoolFigure(school_id=school_id, number=number, year=year, made_at=services.clock())


def _content(pictures: Sequence[ClassPicture]) -> dict[str, Any]:
    """The figures, from what the pictures show: means by pupils, and numbers that are rounded."""
    pupils = sum(each.pupils for each in pictures)
    sums: dict[str, float] = {}
    for picture in pictures:
        for figure in picture.worlds:
            sums[figure.world] = sums.get(figure.world, 0) + picture.pupils * figure.interest
    means = [(world, round(total / pupils, 1) + 0.0) for world, total in sums.items()]
    return {
        "classes": len(pictures),
        "pupils": ROUNDED_TO * round(pupils / ROUNDED_TO),
        "worlds": sorted(means, key=lambda each: (-each[1], each[0])),
    }
