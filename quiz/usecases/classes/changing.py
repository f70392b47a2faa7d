"""Correcting a class that was made with a wrong name, school type, year or town.

A name is a name. School type, year and town decide which next steps pupils are shown, so they stay
as they are once somebody has a result, or a picture of the class is made.
"""

from dataclasses import dataclass

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import NoClass
from quiz.usecases.attempts.schooling import ImpossibleYear, Schooling
from quiz.usecases.services import Services


class SchoolingStays(Exception):
    """Somebody of the class has a result already: school type, year and town stay."""


@dataclass(frozen=True)
class Setting:
    """Where a class is at school: type and year, and the municipality or None."""

    schooling: Schooling
    municipality: str | None


def rename_class(services: Services, class_id: int, name: str) -> None:
    """Give the class another name. Raises NoClass."""
    with services.database.writing() as session:
        _hold(session, class_id).name = name


def correct_class(services: Services, class_id: int, name: str, setting: Setting) -> None:
    """Give the class another name and what it should have had from the start.

    Its pupils get it as well, but for who told another school type or year than the class had.
    Raises NoClass or SchoolingStays; then nothing is changed.
    """
    with services.database.writing() as session:
        group = _hold(session, class_id)
        group.name = name
        before = Setting(Schooling(group.school_type, group.year), group.municipality)
        if setting != before:
            _hold_pupils(session, class_id)
            if schooling_stays(session, class_id):
                raise SchoolingStays
            told = setting.schooling
            group.school_type, group.year = told.school_type, told.year
            group.municipality = setting.municipality
            _take_along(session, class_id, before, setting)


def schooling_stays(session: Session, class_id: int) -> bool:
    """Whether school type, year and town of this class cannot change any more."""
    is_done = exists().where(Attempt.class_id == class_id, Attempt.finished_at.is_not(None))
    is_shown = exists().where(SeriesClass.class_id == class_id)
    return bool(session.scalar(select(or_(is_done, is_shown))))


def _hold(session: Session, class_id: int) -> SchoolClass:
    wanted = select(SchoolClass).where(SchoolClass.id == class_id).with_for_update()
    group = session.scalar(wanted)
    if group is None:
        raise NoClass
    return group


def _hold_pupils(session: Session, class_id: int) -> None:
    """Nobody becomes done while we look whether somebody is."""
    mine = select(Attempt.id).where(Attempt.class_id == class_id)
    session.execute(mine.order_by(Attempt.id).with_for_update())


def _take_along(session: Session, class_id: int, before: Setting, after: Setting) -> None:
    """Those in the class, and those who left it and may come back; with a town of their own, no."""
    of_class = or_(Attempt.class_id == class_id, Attempt.left_class_id == class_id)
    theirs = Attempt.municipality.is_not_distinct_from(before.municipality)
    for pupil in session.scalars(select(Attempt).where(of_class, theirs)):
        pupil.municipality = after.municipality
        own = Schooling(pupil.school_type, pupil.year)
        told = following(own, before.schooling, after.schooling)
        pupil.school_type, pupil.year = told.school_type, told.year


def following(own: Schooling, before: Schooling, after: Schooling) -> Schooling:
    """The schooling of a pupil whose class had another one: what they told themselves stays."""
    if own == before:
        return after
    if own.school_type != before.school_type or before.year is not None:
        return own
    try:
        return Schooling(after.school_type, after.year or own.year)
    except ImpossibleYear:
        return after
