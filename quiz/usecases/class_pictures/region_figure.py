"""What the class pictures of a region say together: sums of whole batches (docs/adr/0041)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.storage.tables.region import RegionFigure
from quiz.storage.tables.school import School
from quiz.usecases.class_pictures.figures import DECIMALS
from quiz.usecases.class_pictures.region_rule import ANY_TYPE, ANY_YEAR
from quiz.usecases.class_pictures.school_figure import ROUNDED_TO

# Years of another kind of school, with pupils of another age, than those of the same number.
NOT_BY_YEAR = frozenset({"mbo"})
Key = TypeVar("Key")


@dataclass(frozen=True)
class Figure:
    """What some classes say together: `pupils` rounded to five, for each world the mean.

    The mean is one decimal, as in a class picture: 0 is every pupil's own mean over the worlds.
    """

    classes: int
    pupils: int
    worlds: Mapping[str, float]


@dataclass(frozen=True)
class RegionYear:
    """A school year in a region: all that is shown, and the parts that may be shown apart.

    `year`: in which it began. The keys of `types` are school types, of `years` the years of those
    (7 and 8 are those of primary schools; mbo is left out), of `both` a type with a year.
    """

    year: int
    changed_at: datetime
    total: Figure
    types: Mapping[str, Figure]
    years: Mapping[int, Figure]
    both: Mapping[tuple[str, int], Figure]


def region_years(session: Session, region: str) -> tuple[RegionYear, ...]:
    """Every school year of which something is shown, the last one first."""
    mine = select(RegionFigure).where(RegionFigure.region_id == region)
    rows = session.scalars(mine.order_by(RegionFigure.school_year.desc()))
    by_year = groupby(rows, key=lambda row: row.school_year)
    return tuple(_region_year(year, list(found)) for year, found in by_year)


def schools_that_count(session: Session, towns: Collection[str]) -> int:
    """How many schools said that they stand in one of these municipalities."""
    return session.scalar(select(func.count()).where(School.municipality.in_(towns))) or 0


def _region_year(year: int, rows: list[RegionFigure]) -> RegionYear:
    typed = [row for row in rows if row.school_type != ANY_TYPE]
    dated = [row for row in typed if row.year != ANY_YEAR]
    return RegionYear(
        year=year,
        changed_at=max(row.changed_at for row in rows),
        total=_figure(rows),
        types=_parts(typed, lambda row: row.school_type),
        years=_parts((row for row in dated if row.school_type not in NOT_BY_YEAR), _year_of),
        both=_parts(dated, lambda row: (row.school_type, row.year)),
    )


def _year_of(row: RegionFigure) -> int:
    return row.year


def _parts(rows: Iterable[RegionFigure], key: Callable[[RegionFigure], Key]) -> dict[Key, Figure]:
    together: dict[Key, list[RegionFigure]] = {}
    for row in rows:
        together.setdefault(key(row), []).append(row)
    return {name: _figure(found) for name, found in together.items()}


def _figure(rows: Iterable[RegionFigure]) -> Figure:
    pupils, sums, classes = 0, Counter[str](), 0
    for row in rows:
        pupils, classes = pupils + row.pupils, classes + row.classes
        sums.update(row.sums)
    means = {world: round(total / pupils, DECIMALS) + 0.0 for world, total in sums.items()}
    return Figure(classes, ROUNDED_TO * round(pupils / ROUNDED_TO), means)
