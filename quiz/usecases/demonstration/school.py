"""An invented school with an open class and staff, so that anyone can try the quiz."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from secrets import SystemRandom

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from quiz.config import HOURS, school_time
from quiz.domain.codes.class_codes import new_class_code
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.demonstration.examples import NAMES, ClassKind
from quiz.usecases.staff.links import set_password
from quiz.usecases.staff.people import NewAccount, account_at, make_staff, school_named

SCHOOL = "Demonstratieschool De Planeet (verzonnen)"
CLASS = "Demoklas 2B"
EMPTY = ClassKind(CLASS, "vmbo-kb", 2)
TOWN = "GM0228"  # Ede
# One for each role that has pages, and a colleague with whom the teacher shares classes.
TEACHER, MENTOR = "docent@planeet.example", "mentor@planeet.example"
COUNSELLOR, ADMIN = "decaan@planeet.example", "beheer@planeet.example"
COORDINATOR = "regio@planeet.example"
STAFF = {
    TEACHER: "teacher",
    MENTOR: "teacher",
    COUNSELLOR: "counsellor",
    COORDINATOR: "coordinator",
    ADMIN: "admin",
}
REGIONS = {COORDINATOR: ("foodvalley",)}
_PUPILS = (
    select(func.count()).where(Attempt.class_id == SchoolClass.id).correlate(SchoolClass)
).scalar_subquery()


def demonstration_class(database: Database) -> str:
    """The code of a class that can be joined now; a new one when the last is closed or full.

    Not one of the examples: those go at the next start.
    """
    now = school_time.now()
    with database.writing() as session:
        school = school_named(session, SCHOOL)
        open_now = select(SchoolClass.code).where(
            SchoolClass.school_id == school.id,
            SchoolClass.name.not_in(NAMES),
            SchoolClass.closed_at.is_(None),
            SchoolClass.joining_until > now,
            SchoolClass.capacity > _PUPILS,
        )
        code = session.scalar(open_now.order_by(SchoolClass.id.desc()))
        return code or add_class(session, EMPTY, school.id, now).code


def add_class(
    session: Session,
    kind: ClassKind,
    school_id: int,
    begins: datetime,
    teacher_id: int | None = None,
) -> SchoolClass:
    """Make a class that pupils can join from then on."""
    made = SchoolClass(
        school_id=school_id,
        teacher_id=teacher_id,
        name=kind.name,
        code=new_class_code(SystemRandom()),
        school_type=kind.school_type,
        year=kind.year,
        municipality=TOWN,
        created_at=begins,
        joining_until=begins + timedelta(hours=HOURS),
    )
    session.add(made)
    session.flush()
    return made


def demonstration_staff(
    database: Database, passwords: Mapping[str, str], hashed: Callable[[str], str]
) -> None:
    """Give the invented staff these passwords (address to password); make those that are missing.

    The classes of the school that belong to nobody become the teacher's.
    """
    now = school_time.now()
    hashes = {email: hashed(password) for email, password in passwords.items()}
    with database.writing() as session:
        school_id = school_named(session, SCHOOL).id
        for email, role in STAFF.items():
            person = account_at(session, school_id, email)
            if person is None:
                new = NewAccount(email, school_id, (role,), REGIONS.get(email, ()))
                person = make_staff(session, new, hashes[email], now)
            else:
                set_password(session, person, hashes[email])
            if email == TEACHER:
                _give_classes(session, school_id, person)


def _give_classes(session: Session, school_id: int, teacher: Staff) -> None:
    nobodys = SchoolClass.school_id == school_id, SchoolClass.teacher_id.is_(None)
    session.execute(update(SchoolClass).where(*nobodys).values(teacher_id=teacher.id))
