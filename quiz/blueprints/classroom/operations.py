"""What a teacher changes: the only writer of this room. Each change leaves a line in the trail."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import SystemRandom

from flask import current_app
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quiz.blueprints.classroom.board import attempt_called
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.forms import ChangeForm, ClassForm, NameForm, RoomForm
from quiz.domain.catalogue.places.lookup import resolve_place
from quiz.domain.codes.class_codes import new_class_code
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.school_figure import make_school_figure, school_figures
from quiz.usecases.classes import care, leaving
from quiz.usecases.classes.care import close_class, delete_class, reopen_class, set_room
from quiz.usecases.classes.changing import Setting, correct_class, rename_class
from quiz.usecases.classes.leaving import detach_attempt, take_out_empty
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.audiences import StaffMember
from quiz.web.runtime import catalogue, reading, services

SENT_TWICE = timedelta(minutes=2)
KIND = "class"


@dataclass(frozen=True)
class NewClass:
    """A class to make. `municipality`: a code, or None where none was given.

    `places`: how many pupils get in; `hours`: for how long they can join, from the first one on.
    """

    name: str
    school_type: str
    year: int | None
    municipality: str | None
    places: int
    hours: int


def make_class(form: ClassForm, teacher: StaffMember) -> int:
    """Make the class of this form and return its number. Raises UnknownPlace.

    A form that is sent twice makes one class.
    """
    new = NewClass(
        name=form.name.data,
        school_type=form.school_type.data,
        year=form.chosen_year(),
        municipality=resolve_place(catalogue(), form.place.data or ""),
        places=form.places.data or current_app.config["CLASS_PLACES"],
        hours=form.hours.data or current_app.config["CLASS_HOURS"],
    )
    now = services().clock()
    with services().database.writing() as session:
        return _made_just_now(session, new, teacher, now) or _insert(session, new, teacher, now)


def change_class(form: ChangeForm, group: OwnClass) -> None:
    """Correct name, school type, year and town. Raises UnknownPlace or SchoolingStays."""
    town = resolve_place(catalogue(), form.place.data or "")
    setting = Setting(form.schooling(), town)
    correct_class(services(), group.id, form.name.data, setting)
    note(group, Action.CLASS_CHANGED)


def rename(form: NameForm, group: OwnClass) -> None:
    """Give the class another name."""
    rename_class(services(), group.id, form.name.data)
    note(group, Action.CLASS_CHANGED)


def close(group: OwnClass) -> None:
    """Let nobody in any more; pupils who are busy can finish."""
    close_class(services(), group.id)
    note(group, Action.CLASS_CLOSED)


def reopen(group: OwnClass) -> None:
    """Let pupils in again, for as long as a new class."""
    hours = current_app.config["CLASS_HOURS"]
    reopen_class(services(), group.id, timedelta(hours=hours))
    note(group, Action.CLASS_REOPENED)


def undo_closing(group: OwnClass) -> None:
    """Let a class that was closed by mistake be as open as it was."""
    care.undo_closing(services(), group.id, timedelta(hours=current_app.config["CLASS_HOURS"]))
    note(group, Action.CLASS_REOPENED)


def change_room(form: RoomForm, group: OwnClass) -> None:
    """Let more or fewer pupils in, and for how long. What is left empty is as usual."""
    places = form.places.data or current_app.config["CLASS_PLACES"]
    hours = form.hours.data or current_app.config["CLASS_HOURS"]
    set_room(services(), group.id, places, timedelta(hours=hours))
    note(group, Action.CLASS_ROOM_CHANGED)


def delete(group: OwnClass) -> None:
    """Remove the class and everything in it."""
    delete_class(services(), group.id)
    note(group, Action.CLASS_DELETED)


def detach(group: OwnClass, nickname: str) -> None:
    """Take one entry out of the class; the pupil keeps it. Raises NoAttempt."""
    detach_attempt(services(), group.id, attempt_called(reading(), group.id, nickname))
    note(group, Action.ENTRY_DETACHED)


def clear(group: OwnClass) -> None:
    """Take out everybody who answered nothing yet; who does so later is in the class."""
    take_out_empty(services(), group.id)
    note(group, Action.EMPTY_DETACHED)


def put_back(group: OwnClass, nickname: str) -> None:
    """Put entries back that were taken out: the one with this nickname, or all empty ones."""
    leaving.put_back(services(), group.id, nickname or None)
    note(group, Action.ENTRY_PUT_BACK)


def note_picture(group: OwnClass) -> None:
    """A class picture was asked for, which closes the class."""
    note(group, Action.PICTURE_MADE)


def make_figure(staff: StaffMember) -> bool:
    """Freeze the figure of the school; whether a new one was made. Raises TooFewClasses."""
    before = school_figures(reading(), staff.school_id)
    made = make_school_figure(services(), staff.school_id)
    if made in before:
        return False
    with services().database.writing() as session:
        action = Action.SCHOOL_FIGURE_MADE
        record_action(session, staff, action, "school", staff.school_id)
    return True


def note_export(group: OwnClass) -> None:
    """A file with the picture left the house."""
    note(group, Action.PICTURE_EXPORTED)


def note(group: OwnClass, action: Action) -> None:
    """One line in the trail: who did what with this class."""
    with services().database.writing() as session:
        record_action(session, group.teacher, action, KIND, group.id)


def _made_just_now(
    session: Session, new: NewClass, teacher: StaffMember, now: datetime
) -> int | None:
    """The same class, made a moment ago, in which nobody is yet."""
    return session.scalar(
        select(SchoolClass.id).where(
            SchoolClass.teacher_id == teacher.id,
            SchoolClass.name == new.name,
            SchoolClass.school_type == new.school_type,
            SchoolClass.year.is_not_distinct_from(new.year),
            SchoolClass.municipality.is_not_distinct_from(new.municipality),
            SchoolClass.capacity == new.places,
            SchoolClass.created_at > now - SENT_TWICE,
            ~select(Attempt.id).where(Attempt.class_id == SchoolClass.id).exists(),
        )
    )


def _insert(session: Session, new: NewClass, teacher: StaffMember, now: datetime) -> int:
    values = {
        "school_id": teacher.school_id,
        "teacher_id": teacher.id,
        "name": new.name,
        "code": _free_code(session),
        "school_type": new.school_type,
        "year": new.year,
        "municipality": new.municipality,
        "capacity": new.places,
        "created_at": now,
        "joining_until": now + timedelta(hours=new.hours),
        "lesson_hours": new.hours,
    }
    made = session.scalars(insert(SchoolClass).values(values).returning(SchoolClass.id)).one()
    record_action(session, teacher, Action.CLASS_MADE, KIND, made)
    return made


def _free_code(session: Session) -> str:
    """A code that no class has; of 24 million hardly any is taken."""
    while True:
        code = new_class_code(SystemRandom())
        if session.scalar(select(SchoolClass.id).where(SchoolClass.code == code)) is None:
            return code
