"""An invented school with an open class, so that anyone can try the quiz as a pupil."""

from datetime import UTC, datetime, timedelta
from secrets import SystemRandom

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.records import Attempt, Database, School, SchoolClass
from quiz.words import new_class_code

SCHOOL = "Demonstratieschool De Planeet (verzonnen)"
CLASS = "Demoklas 2B"
TOWN = "GM0228"  # Ede
JOINING_HOURS = 12
_PUPILS = (
    select(func.count()).where(Attempt.class_id == SchoolClass.id).correlate(SchoolClass)
).scalar_subquery()


def demonstration_class(database: Database) -> str:
    """The code of a class that can be joined now; a new one when the last is closed or full."""
    now = datetime.now(UTC)
    with database.writing() as session:
        school = _school(session)
        open_now = select(SchoolClass.code).where(
            SchoolClass.school_id == school.id,
            SchoolClass.closed_at.is_(None),
            SchoolClass.joining_until > now,
            SchoolClass.capacity > _PUPILS,
        )
        code = session.scalar(open_now.order_by(SchoolClass.id.desc()))
        return code or _new_class(session, school, now)


def _school(session: Session) -> School:
    school = session.scalar(select(School).where(School.name == SCHOOL))
    if school is None:
        school = School(name=SCHOOL)
        session.add(school)
        session.flush()
    return school


def _new_class(session: Session, school: School, now: datetime) -> str:
    code = new_class_code(SystemRandom())
    session.add(
        SchoolClass(
            school_id=school.id,
            name=CLASS,
            code=code,
            school_type="vmbo-kb",
            year=2,
            municipality=TOWN,
            created_at=now,
            joining_until=now + timedelta(hours=JOINING_HOURS),
        )
    )
    return code
