"""The invented schools around that of the demonstration, so that the monitor has something to show.

Their pupils never were: what a class says together is invented and frozen, as it is of classes
whose pupils left with their school year. The figures themselves are made as a coordinator makes
them. It takes a moment, and only the first time in a school year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from random import Random

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, PictureSeries, SeriesClass
from quiz.storage.tables.region import RegionFigure
from quiz.storage.tables.school import School
from quiz.usecases.class_pictures.picture import RANKING, ClassPicture, WorldFigure
from quiz.usecases.class_pictures.region_intake import add_to_region
from quiz.usecases.class_pictures.school_figure import school_year
from quiz.usecases.demonstration.agenda import REGION
from quiz.usecases.demonstration.examples import ClassKind
from quiz.usecases.demonstration.school import SCHOOL, TOWN, add_class
from quiz.usecases.services import Services
from quiz.usecases.staff.people import school_named

SEED = 11
SCHOOLS = {
    "Buurschool De Komeet (verzonnen)": "GM0345",  # Veenendaal
    "Buurschool De Maan (verzonnen)": "GM0203",  # Barneveld
    "Buurschool De Zon (verzonnen)": "GM0289",  # Wageningen
}
PUPILS = (17, 28)
SPREAD, WAVERING = 0.9, 0.25
# What draws everybody here somewhat more or less.
HERE = {"voeding-natuur": 0.3, "mens-gezondheid": 0.1, "energie-water-veiligheid": -0.3}
A_YEAR = timedelta(days=365)
FEWER = 4  # kinds of classes took part a year ago


@dataclass(frozen=True)
class _Liking(ClassKind):
    """A class, and which worlds draw it more or less than the others."""

    more: tuple[str, ...]
    less: tuple[str, ...]


_LIKINGS = (
    _Liking("2", "vmbo-bb", 2, ("wonen-werken-verkeer", "voeding-natuur"), ("hitech-science",)),
    _Liking("3", "vmbo-kb", 3, ("wonen-werken-verkeer",), ("mens-gezondheid", "hitech-science")),
    _Liking("2", "vmbo-gl-tl", 2, ("digitaal-media-entertainment",), ("energie-water-veiligheid",)),
    _Liking(
        "2", "havo", 2, ("mens-gezondheid", "digitaal-media-entertainment"), ("voeding-natuur",)
    ),
    _Liking("3", "havo", 3, ("mens-gezondheid",), ("wonen-werken-verkeer",)),
    _Liking("3", "vwo", 3, ("hitech-science", "mens-gezondheid"), ("wonen-werken-verkeer",)),
)


def demonstration_monitor(services: Services) -> None:
    """Figures of this school year and the one before, unless those of this one are there."""
    now = services.clock()
    mine = RegionFigure.region_id == REGION, RegionFigure.school_year == school_year(services, now)
    with services.database.writing() as session:
        if session.scalar(select(exists().where(*mine))):
            return
        for moment, kinds in ((now - A_YEAR, _LIKINGS[:FEWER]), (now, _LIKINGS)):
            then = replace(services, clock=partial(lambda at: at, moment))
            _show_classes(then, session, kinds)
            add_to_region(then, session, REGION, sorted(SCHOOLS.values()))
        school_named(session, SCHOOL).municipality = TOWN


def _show_classes(services: Services, session: Session, kinds: Sequence[_Liking]) -> None:
    """Two classes of each kind at each school, with a picture of this moment."""
    for name, town in SCHOOLS.items():
        school = school_named(session, name)
        school.municipality = town
        for liking in kinds:
            for letter in "AB":
                called = replace(liking, name=f"{liking.name}{letter}")
                chance = Random(f"{SEED}:{name}:{called}:{len(kinds)}")  # noqa: S311 - the same each time
                _show(session, school, called, _picture(services, liking, chance))


def _show(session: Session, school: School, kind: ClassKind, picture: ClassPicture) -> None:
    """A class that is over, with its picture."""
    made = add_class(session, kind, school.id, picture.made_at)
    made.closed_at = picture.made_at
    series = PictureSeries(histories={})
    session.add(series)
    session.flush()
    session.add(SeriesClass(class_id=made.id, series_id=series.id))
    row = FrozenPicture(series_id=series.id, number=picture.number, made_at=picture.made_at)
    row.content = picture.as_json()
    session.add(row)


def _picture(services: Services, liking: _Liking, chance: Random) -> ClassPicture:
    """What such a class says, somewhat: the worlds that draw it, and those that do not."""
    drawn = {
        world: chance.gauss(
            0.45 * (world in liking.more) - 0.35 * (world in liking.less) + HERE.get(world, 0),
            WAVERING,
        )
        for world in services.bank.worlds
    }
    mean = sum(drawn.values()) / len(drawn)
    worlds = [
        WorldFigure(world, round(value - mean, 1) + 0.0, SPREAD, None)
        for world, value in drawn.items()
    ]
    return ClassPicture(
        number=1,
        made_at=services.clock(),
        classes=1,
        pupils=chance.randint(*PUPILS),
        level=RANKING,
        worlds=tuple(sorted(worlds, key=lambda each: -each.interest)),
        tech_types=(),
        above=(),
        below=(),
        versions=(),
    )
