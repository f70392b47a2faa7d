"""Making, keeping and finding class pictures: the only way by which one comes to be shown.

A picture is stored in the same transaction that makes it. Nothing hands out a picture that is
not frozen: two pictures that differ by one pupil would give that pupil away.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture, PictureSeries, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.draft import draft_picture
from quiz.usecases.class_pictures.errors import TooFewPupils
from quiz.usecases.class_pictures.members import read_members
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.rule import MINIMUM_PUPILS
from quiz.usecases.class_pictures.series import (
    classes_of,
    find_series,
    hold_classes,
    read_pictures,
    store,
)
from quiz.usecases.services import Services


def freeze(services: Services, class_id: int) -> ClassPicture:
    """The picture of a class, as `make_picture` gives it for this class alone.

    For a class that is shown together with others: their picture.
    """
    return make_picture(services, [class_id])


def make_picture(services: Services, class_ids: Sequence[int]) -> ClassPicture:
    """The one picture of all the pupils of these classes together; a new one closes them.

    The first time it is made and frozen; later it is made again only when at least ten pupils
    changed and no combination of pictures describes fewer than ten, else the newest stays, and
    the classes are as open as they were.
    Raises TooFewPupils (then nothing is closed), InAnotherPicture, NotTogether.
    """
    with services.database.writing() as session:
        _, shown = find_series(session, class_ids)
        hold_classes(session, shown)
        series, shown = find_series(session, class_ids)
        return _newest_picture(services, session, series, shown)


def frozen_picture(session: Session, class_id: int) -> ClassPicture | None:
    """The newest picture in which this class is shown; None when there is none."""
    newest = _pictures(class_id).order_by(FrozenPicture.number.desc()).limit(1)
    content = session.scalar(newest)
    return None if content is None else ClassPicture.from_json(content)


def frozen_pictures(session: Session, class_id: int) -> tuple[ClassPicture, ...]:
    """Every picture in which this class is shown, the first one first."""
    every = _pictures(class_id).order_by(FrozenPicture.number)
    return tuple(ClassPicture.from_json(content) for content in session.scalars(every))


def classes_shown_with(session: Session, class_id: int) -> tuple[int, ...]:
    """The classes of the picture in which this class is shown; none without a picture."""
    series = session.get(SeriesClass, class_id)
    return () if series is None else classes_of(session, series.series_id)


def pictured_classes(session: Session, class_ids: Sequence[int]) -> frozenset[int]:
    """Which of these classes are shown in a picture, alone or with others; one query."""
    shown = select(SeriesClass.class_id).where(SeriesClass.class_id.in_(class_ids))
    return frozenset(session.scalars(shown))


def _newest_picture(
    services: Services, session: Session, series: PictureSeries | None, shown: Sequence[int]
) -> ClassPicture:
    """A new picture if the rule allows one, else the newest there is."""
    members = read_members(session, shown, services.bank)
    earlier = read_pictures(session, series)
    stored = {} if series is None else series.histories
    draft = draft_picture(services, members, earlier, stored, len(shown))
    if draft is not None:
        store(session, series, draft, shown)
        _close(services, session, shown)
        return draft.picture
    if not earlier:
        raise TooFewPupils(finished=len(members), needed=MINIMUM_PUPILS)
    return earlier[-1]


def _close(services: Services, session: Session, class_ids: Sequence[int]) -> None:
    still_open = SchoolClass.id.in_(class_ids), SchoolClass.closed_at.is_(None)
    session.execute(update(SchoolClass).where(*still_open).values(closed_at=services.clock()))


def _pictures(class_id: int) -> Select[tuple[dict[str, Any]]]:
    return (
        select(FrozenPicture.content)
        .join(SeriesClass, SeriesClass.series_id == FrozenPicture.series_id)
        .where(SeriesClass.class_id == class_id)
    )
