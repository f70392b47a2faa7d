"""Classes that have a frozen picture already, written straight into the database: no pupils."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, PictureSeries, SeriesClass
from quiz.storage.tables.school import School, SchoolClass
from quiz.usecases.class_pictures.picture import RANKING, ClassPicture, WorldFigure
from quiz.usecases.services import Services
from quiz.usecases.staff.people import school_named
from tests.usecases.class_pictures import lesson

EDE, TIEL = "GM0228", "GM0281"
FOODVALLEY, RIVIERENLAND = "foodvalley", "rivierenland"
TOWNS = {FOODVALLEY: [EDE], RIVIERENLAND: [TIEL]}


@dataclass(frozen=True)
class Shown:
    """A class to make: of which school, type and year, and how many pupils its picture shows."""

    school: str = "De Eik"
    school_type: str = "havo"
    year: int | None = 2
    pupils: int = 12


def place(services: Services, school: str, town: str | None) -> int:
    """A school that stands there; its number."""
    with services.database.writing() as session:
        row = school_named(session, school)
        row.municipality = town
        return row.id


def show(services: Services, *classes: Shown, chance: Random | None = None) -> int:
    """These classes together in a picture; the number of their series."""
    with services.database.writing() as session:
        numbers = [_class(session, each) for each in classes]
        series = PictureSeries(histories={})
        session.add(series)
        session.flush()
        session.execute(
            insert(SeriesClass), [{"class_id": each, "series_id": series.id} for each in numbers]
        )
        number = series.id
    pupils = sum(each.pupils for each in classes)
    show_again(services, number, pupils, chance, len(classes))
    return number


def show_again(
    services: Services, series: int, pupils: int, chance: Random | None = None, classes: int = 1
) -> ClassPicture:
    """One more picture of a series."""
    with services.database.writing() as session:
        mine = select(func.count()).where(FrozenPicture.series_id == series)
        number = (session.scalar(mine) or 0) + 1
        worlds = _worlds(services.bank.worlds, chance or Random(series))  # noqa: S311
        made = picture(services.clock(), pupils, worlds, number=number, classes=classes)
        row = FrozenPicture(series_id=series, number=number, made_at=made.made_at)
        row.content = made.as_json()
        session.add(row)
    return made


def picture(
    moment: datetime, pupils: int, worlds: Mapping[str, float], number: int = 1, classes: int = 1
) -> ClassPicture:
    """A picture with these means, without counts."""
    figures = tuple(WorldFigure(world, mean, 0.8, None) for world, mean in worlds.items())
    return ClassPicture(number, moment, classes, pupils, RANKING, figures, (), (), (), ("1-abc",))


def classes_of(session: Session, series: int) -> Sequence[int]:
    """The classes that a series shows."""
    return session.scalars(
        select(SeriesClass.class_id).where(SeriesClass.series_id == series)
    ).all()


def _class(session: Session, each: Shown) -> int:
    school = session.scalars(select(School.id).where(School.name == each.school)).one()
    values = {**lesson.class_row(None, school), "school_type": each.school_type, "year": each.year}
    row = SchoolClass(**values)
    session.add(row)
    session.flush()
    return row.id


def _worlds(worlds: Sequence[str], chance: Random) -> dict[str, float]:
    return {world: round(chance.uniform(-1, 1), 1) for world in worlds}
