"""Which picture of a class somebody asks for: the newest, or an earlier one by its number."""

from collections.abc import Sequence
from typing import Protocol

from flask import request
from sqlalchemy import select

from quiz.blueprints.classroom.classes import OwnClass
from quiz.config.whole_numbers import whole_number
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.operations import classes_shown_with, frozen_pictures
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

PARAMETER = "nummer"
MOST_TOGETHER = 8


class Named(Protocol):
    """A class by its number and name."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def name(self) -> str:
        """What it is called."""


def picture_asked_for(group: OwnClass) -> ClassPicture | None:
    """The picture with the number in the address, else the newest; None where there is none."""
    return asked_of(frozen_pictures(reading(), group.id))


def asked_of(every: Sequence[ClassPicture]) -> ClassPicture | None:
    """The same, of all the pictures of a class."""
    asked = numbers(request.args.getlist(PARAMETER))
    return next((each for each in every if each.number in asked), every[-1] if every else None)


def numbers(typed: list[str]) -> list[int]:
    """Numbers as our own forms and links send them; anything else is none."""
    found = (whole_number(text, len(str(LARGEST_NUMBER))) for text in typed[:MOST_TOGETHER])
    return [number for number in found if number is not None and number <= LARGEST_NUMBER]


def together(group: Named) -> tuple[str, ...]:
    """The names of the other classes in this picture, whoever may open them."""
    shown = set(classes_shown_with(reading(), group.id)) - {group.id}
    names = select(SchoolClass.name).where(SchoolClass.id.in_(shown))
    newest_first = SchoolClass.created_at.desc(), SchoolClass.id.desc()
    return tuple(reading().scalars(names.order_by(*newest_first))) if shown else ()


def who_is_shown(name: str, others: tuple[str, ...]) -> str:
    """Whose picture it is: the name of this class, with those that are shown with it."""
    return _(" en ").join((name, *others))
