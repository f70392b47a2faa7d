"""What is in sight of a region, and which classes belong to it by what they came in as."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.storage.tables.region import RegionFigure
from quiz.usecases.class_pictures.region_figure import Figure, RegionYear
from quiz.usecases.class_pictures.region_rule import ANY_TYPE, ANY_YEAR, Kind

Unit = tuple[int, int]  # a class that no other ever was, and which of its pictures


@dataclass(frozen=True)
class Answer:
    """A figure that was in sight, with the classes it rests on, as this play knows from aside."""

    figure: Figure
    rests_on: frozenset[Unit]


def in_sight(year: RegionYear) -> Iterator[tuple[Figure, Kind]]:
    """Every figure on the page and in the file, and of which classes it is; the ANY of all."""
    anything = Kind(year.year, ANY_TYPE, ANY_YEAR)
    yield year.total, anything
    for school_type, figure in year.types.items():
        yield figure, anything._replace(school_type=school_type)
    for number, figure in year.years.items():
        yield figure, anything._replace(year=number)
    for (school_type, number), figure in year.both.items():
        yield figure, Kind(year.year, school_type, number)


def is_in(kind: Kind, which: Kind) -> bool:
    """Whether classes that came in as this kind belong to a figure of that one."""
    return (
        kind.school_year == which.school_year
        and which.school_type in (ANY_TYPE, kind.school_type)
        and which.year in (ANY_YEAR, kind.year)
    )


def kinds_of(session: Session, region: str) -> set[Kind]:
    """The kinds of classes that a region has figures of."""
    rows = session.scalars(select(RegionFigure).where(RegionFigure.region_id == region))
    return {Kind(row.school_year, row.school_type, row.year) for row in rows}
