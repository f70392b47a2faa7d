"""The frozen pictures of a school, by school year: what may be seen beside the own classes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.school_figure import school_year
from quiz.usecases.services import Services


@dataclass(frozen=True)
class PictureOfSchool:
    """The newest picture of a school year of these classes, each by its number and its name."""

    year: int
    classes: tuple[tuple[int, str], ...]
    picture: ClassPicture


def pictures_of_school(
    services: Services, session: Session, school_id: int
) -> Sequence[PictureOfSchool]:
    """All of them, the newest first."""
    classes: dict[int, dict[int, str]] = {}
    newest: dict[tuple[int, int], ClassPicture] = {}
    rows = session.execute(
        select(SeriesClass.series_id, SchoolClass.id, SchoolClass.name, FrozenPicture.content)
        .join(SchoolClass, SchoolClass.id == SeriesClass.class_id)
        .join(FrozenPicture, FrozenPicture.series_id == SeriesClass.series_id)
        .where(SchoolClass.school_id == school_id)
        .order_by(FrozenPicture.series_id, FrozenPicture.number, SchoolClass.id)
    )
    for series, class_id, name, content in rows:
        picture = ClassPicture.from_json(content)
        classes.setdefault(series, {})[class_id] = name
        newest[series, school_year(services, picture.made_at)] = picture
    found = [
        PictureOfSchool(year, tuple(classes[series].items()), picture)
        for (series, year), picture in newest.items()
    ]
    return sorted(found, key=lambda each: each.picture.made_at, reverse=True)


def name_of_class(session: Session, school_id: int, class_id: int) -> str | None:
    """What a class of this school is called; None when it has no such class."""
    mine = SchoolClass.id == class_id, SchoolClass.school_id == school_id
    return session.scalar(select(SchoolClass.name).where(*mine))
