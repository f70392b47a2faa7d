"""Builds the pages of classes: the list, and the page of one class."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from quiz.blueprints.classroom.classes import OwnClass, own_classes
from quiz.blueprints.classroom.content import lesson
from quiz.blueprints.classroom.entrance import entrance
from quiz.blueprints.classroom.opening import about_waiting, is_open, state_of
from quiz.blueprints.classroom.view_models import ClassLine, ClassList, ClassView
from quiz.domain.codes.class_codes import display_class_code
from quiz.usecases.class_pictures.operations import frozen_picture, pictured_classes
from quiz.usecases.class_pictures.rule import MINIMUM_PUPILS
from quiz.usecases.retention import school_year_ends
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import schooling_line
from quiz.web.pages.sorting import Column, Order, chosen_order, headings, name_key
from quiz.web.runtime import catalogue, reading, services

NEWEST_FIRST = Order("gemaakt", falling=True)
_COLUMNS: Mapping[str, Callable[[OwnClass], Any]] = {
    "naam": lambda group: name_key(group.name),
    "meedoen": lambda group: group.joined,
    "klaar": lambda group: group.finished,
    "open": lambda group: (is_open(group), group.opening.open_until),
    "gemaakt": lambda group: (group.created_at, group.id),
}


def class_list(teacher: StaffMember) -> ClassList:
    """A teacher's classes in the order that was chosen: the newest first, if nothing was."""
    columns = (
        Column("naam", _("Klas")),
        Column("meedoen", _("Doen mee"), largest_first=True, number=True),
        Column("klaar", _("Klaar"), largest_first=True, number=True),
        Column("open", _("Status"), largest_first=True),
        Column("gemaakt", _("Gemaakt"), largest_first=True),
    )
    order = chosen_order(_COLUMNS, NEWEST_FIRST)
    groups = list(own_classes(reading(), teacher))
    groups.sort(key=_COLUMNS[order.column], reverse=order.falling)
    pictured = pictured_classes(reading(), [group.id for group in groups])
    lines = tuple(class_line(group, has_picture=group.id in pictured) for group in groups)
    return ClassList(lines, headings(columns, order, "classroom.classes"))


def class_line(group: OwnClass, *, has_picture: bool = False) -> ClassLine:
    """A class in words; of one that is closed the list says that its picture is there."""
    return ClassLine(
        id=group.id,
        name=group.name,
        who=_who(group),
        code=display_class_code(group.code),
        joined=group.joined,
        finished=group.finished,
        state=_("Beeld klaar") if has_picture and not is_open(group) else state_of(group),
        is_open=is_open(group),
        made=show_day(group.created_at, "medium"),
        owner="" if group.is_mine else group.owner or _("niemand"),
    )


def class_page(group: OwnClass) -> ClassView:
    """The page of one class: how to get in, how it goes, what comes next."""
    return ClassView(
        line=class_line(group),
        entrance=entrance(group.code),
        waiting=about_waiting(group),
        place=place_name(group),
        capacity=group.capacity,
        is_full=group.is_full,
        vanishes=show_day(_vanishes_on(group)),
        has_picture=frozen_picture(reading(), group.id) is not None,
        is_mine=group.is_mine,
        needed=MINIMUM_PUPILS,
        lessons=tuple(lesson().plans),
    )


def place_name(group: OwnClass) -> str:
    """The town of a class, or nothing."""
    town = catalogue().municipalities.get(group.municipality or "")
    return town.name if town else ""


def _who(group: OwnClass) -> str:
    """School type and year on one line."""
    return schooling_line(group.school_type, group.year)


def _vanishes_on(group: OwnClass) -> datetime:
    """The end of the school year in which the class was made (quiz/usecases/retention.py)."""
    return school_year_ends(group.created_at, services().zone)
