"""Taking class pictures into the figures of a region: the only way by which one comes in.

A press takes in what waits, as far as the rule allows (region_rule.py). What is in stays, whatever
happens to a class or a school later, and is taken from frozen pictures and from nothing else.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, PictureSeries, SeriesClass
from quiz.storage.tables.region import RegionFigure, RegionMember
from quiz.storage.tables.school import School, SchoolClass
from quiz.usecases.attempts.schooling import UNKNOWN_SCHOOL_TYPE
from quiz.usecases.class_pictures.figures import DECIMALS
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.region_rule import (
    ANY_TYPE,
    ANY_YEAR,
    Batch,
    Kind,
    Waiting,
    batches,
)
from quiz.usecases.class_pictures.school_figure import school_year
from quiz.usecases.services import Services


def add_to_region(
    services: Services, session: Session, region: str, towns: Collection[str]
) -> bool:
    """Take in what waits in these municipalities, as far as it may; whether anything did."""
    _hold_schools(session, towns)
    ready = batches(_waiting(services, session, towns))
    for kind, batch in ready.items():
        _take_in(session, region, kind, batch, services.clock())
    return bool(ready)


def _hold_schools(session: Session, towns: Collection[str]) -> None:
    """Until we commit nobody moves one of these schools, nor takes in what waits there."""
    here = select(School.id).where(School.municipality.in_(towns)).order_by(School.id)
    session.execute(here.with_for_update(key_share=True)).all()


def _waiting(services: Services, session: Session, towns: Collection[str]) -> Iterable[Waiting]:
    """The newest picture of each series that is in no figure; held, so that none leaves."""
    rows = session.execute(
        select(
            PictureSeries.id,
            SchoolClass.school_id,
            SchoolClass.school_type,
            SchoolClass.year,
            FrozenPicture.content,
        )
        .join(SeriesClass, SeriesClass.series_id == PictureSeries.id)
        .join(SchoolClass, SchoolClass.id == SeriesClass.class_id)
        .join(School, School.id == SchoolClass.school_id)
        .join(FrozenPicture, FrozenPicture.series_id == PictureSeries.id)
        .where(School.municipality.in_(towns))
        .where(~exists().where(RegionMember.series_id == PictureSeries.id))
        .order_by(PictureSeries.id, FrozenPicture.number)
        .with_for_update(of=PictureSeries, key_share=True)
    )
    for series, found in groupby(rows, key=lambda row: row.id):
        classes = list(found)
        picture = ClassPicture.from_json(classes[-1].content)
        schooling = _schooling({(row.school_type, row.year) for row in classes})
        kind = Kind(school_year(services, picture.made_at), *schooling)
        yield Waiting(series, classes[-1].school_id, kind, picture)


def _schooling(classes: Collection[tuple[str, int | None]]) -> tuple[str, int]:
    """The school type and year that classes of one picture share."""
    types, years = {each for each, _year in classes}, {year or ANY_YEAR for _type, year in classes}
    if len(types) > 1 or UNKNOWN_SCHOOL_TYPE in types:
        return ANY_TYPE, ANY_YEAR
    return types.pop(), years.pop() if len(years) == 1 else ANY_YEAR


def _take_in(session: Session, region: str, kind: Kind, batch: Batch, now: datetime) -> None:
    key = {"region_id": region, **kind._asdict()}
    row = session.get(RegionFigure, tuple(key.values()), with_for_update=True)
    if row is None:
        row = RegionFigure(**key, classes=0, pupils=0, sums={})
        session.add(row)
    row.changed_at = now
    row.classes += sum(each.picture.classes for each in batch)
    row.pupils += sum(each.picture.pupils for each in batch)
    sums = dict(row.sums)
    for each in batch:
        for world in each.picture.worlds:
            more = each.picture.pupils * world.interest
            sums[world.world] = round(sums.get(world.world, 0) + more, DECIMALS)
    row.sums = sums
    session.flush()
    session.add_all(RegionMember(series_id=each.series, **key) for each in batch)
    session.flush()
