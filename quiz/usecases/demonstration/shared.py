"""What the school of the demonstration shares: classes of two mentors, and its figure."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import delete

from quiz.storage.tables.picture import SchoolFigure
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.school_figure import TooFewClasses, make_school_figure
from quiz.usecases.classes.colleagues import add_colleague, hand_over
from quiz.usecases.demonstration.examples import IN_LESSON, TOGETHER
from quiz.usecases.services import Services


def share_classes(
    services: Services, numbers: Mapping[str, int], teacher: Staff, mentor: Staff
) -> None:
    """The mentor gives the lesson that is busy too; one of the small classes is their own."""
    with services.database.writing() as session:
        busy = session.get_one(SchoolClass, numbers[IN_LESSON.name])
        add_colleague(session, busy, mentor, services.clock())
        parallel = session.get_one(SchoolClass, numbers[TOGETHER[1].name])
        hand_over(session, parallel, mentor)
        add_colleague(session, parallel, teacher, services.clock())


def renew_figure(services: Services, school_id: int) -> None:
    """As the counsellor made it a few days ago; none in the first days of a school year.

    That of before says nothing any more: its classes were made anew.
    """
    with services.database.erasing() as session:
        session.execute(delete(SchoolFigure).where(SchoolFigure.school_id == school_id))
    then = services.clock() - TOGETHER[0].ago / 2
    with suppress(TooFewClasses):
        make_school_figure(replace(services, clock=lambda: then), school_id)
