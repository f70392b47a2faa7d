"""Schools and their classes. A class code is public on a projector, so it is stored as it is."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.storage.tables.base import Record, UtcMoment

LONGEST_SCHOOL = 120


class School(Record):
    """A school: the outer wall of what its staff may see.

    `second_step_roles`: of whom it asks the second step when they sign in. `municipality`: where it
    stands, which somebody said; without it the school counts for no region.
    """

    __tablename__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_SCHOOL), unique=True)
    second_step_roles: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    municipality: Mapped[str | None] = mapped_column(String(6))


class SchoolClass(Record):
    """A class that pupils join with a six-character code until joining closes.

    It belongs to a school, and is looked after by one teacher; without one (the demonstration, a
    colleague who left) by nobody, until an admin names one. Others of the school may take part.
    `lesson_hours`: nobody joined yet, and so many hours of joining begin with the first pupil
    (ADR 0024); None once they run. What the teacher said: `size`, how many pupils the class has at
    school, and when a lesson of `lesson_minutes` began.
    """

    __tablename__ = "school_class"

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    teacher_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str] = mapped_column(String(60))
    code: Mapped[str] = mapped_column(String(6), unique=True)
    school_type: Mapped[str] = mapped_column(String(12))
    year: Mapped[int | None]
    municipality: Mapped[str | None] = mapped_column(String(6))
    capacity: Mapped[int] = mapped_column(default=40)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    joining_until: Mapped[datetime] = mapped_column(UtcMoment)
    lesson_hours: Mapped[int | None] = mapped_column(SmallInteger)
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    size: Mapped[int | None] = mapped_column(SmallInteger)
    lesson_began_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    lesson_minutes: Mapped[int | None] = mapped_column(SmallInteger)


class ClassColleague(Record):
    """A teacher who may give the lesson of a colleague's class as well (ADR 0034)."""

    __tablename__ = "class_colleague"

    class_id: Mapped[int] = mapped_column(
        ForeignKey("school_class.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    )
    added_at: Mapped[datetime] = mapped_column(UtcMoment)
