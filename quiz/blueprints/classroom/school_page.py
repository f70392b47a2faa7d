"""Builds "Onze school": the class pictures by school year, and what they say together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from flask import url_for

from quiz.blueprints.classroom.classes import own_classes
from quiz.blueprints.classroom.picture_page import REACH
from quiz.blueprints.classroom.picture_words import world_name
from quiz.blueprints.classroom.which_picture import PARAMETER
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.usecases.class_pictures.of_school import (
    PictureOfSchool,
    name_of_class,
    pictures_of_school,
)
from quiz.usecases.class_pictures.school_figure import (
    FEWEST_CLASSES,
    FEWEST_PUPILS,
    SchoolPicture,
    school_figures,
)
from quiz.web.access.audiences import Audience, NotAllowed, StaffMember
from quiz.web.pages.dates import show_day
from quiz.web.pages.figures import counted, in_drawing, signed
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services


@dataclass(frozen=True)
class SchoolWorld:
    """One world in the figure of a school: how far from the middle, in a drawing and as text."""

    id: str
    name: str
    mean: str
    middle: float


@dataclass(frozen=True)
class PictureLine:
    """One picture in the list: whose, from when, of how many pupils, and where it stands."""

    shown: str
    made: str
    pupils: int
    url: str


@dataclass(frozen=True)
class YearView:
    """One school year: its figure if there is one (`about` says of how many), and its pictures."""

    title: str
    about: str
    worlds: tuple[SchoolWorld, ...]
    pictures: tuple[PictureLine, ...]


@dataclass(frozen=True)
class SchoolView:
    """The page. `sees_all`: of every class, and may make the figure; else only of the own ones."""

    years: tuple[YearView, ...]
    sees_all: bool
    fewest: tuple[int, int] = (FEWEST_CLASSES, FEWEST_PUPILS)
    problem: str = ""


@dataclass(frozen=True)
class ClassOfSchool:
    """A class of the school, of which only frozen pictures are seen."""

    id: int
    name: str


def school(staff: StaffMember) -> SchoolView:
    """The page for a counsellor, or for a teacher."""
    sees_all = Audience.COUNSELLOR in staff.roles
    lines = dict(_by_year(staff, sees_all=sees_all))
    figures = {each.year: each for each in school_figures(reading(), staff.school_id)}
    years = sorted({*lines, *figures}, reverse=True)
    return SchoolView(
        tuple(_year(each, figures.get(each), lines.get(each, ())) for each in years), sees_all
    )


def too_few(view: SchoolView) -> SchoolView:
    """The page, saying what a figure of the school needs."""
    classes, pupils = view.fewest
    sentence = _(
        "Dat kan nog niet: een schoolbeeld kan vanaf %(classes)s klassenbeelden van dit schooljaar "
        "met samen %(pupils)s leerlingen.",
        classes=classes,
        pupils=pupils,
    )
    return replace(view, problem=sentence)


def class_of_school(staff: StaffMember, class_id: int) -> ClassOfSchool:
    """A class of the own school. Raises NotAllowed."""
    name = name_of_class(reading(), staff.school_id, min(class_id, LARGEST_NUMBER))
    if name is None:
        raise NotAllowed
    return ClassOfSchool(class_id, name)


def _by_year(
    staff: StaffMember, *, sees_all: bool
) -> Iterator[tuple[int, tuple[PictureLine, ...]]]:
    mine = frozenset(each.id for each in own_classes(reading(), staff))
    every = [
        each
        for each in pictures_of_school(services(), reading(), staff.school_id)
        if sees_all or mine & dict(each.classes).keys()
    ]
    every.sort(key=lambda each: each.year, reverse=True)
    for year, pictures in groupby(every, lambda each: each.year):
        yield year, tuple(_line(each, mine) for each in pictures)


def _line(each: PictureOfSchool, mine: frozenset[int]) -> PictureLine:
    own = mine & dict(each.classes).keys()
    page = "classroom.picture" if own else "classroom.school_picture"
    number: dict[str, Any] = {PARAMETER: each.picture.number}
    return PictureLine(
        shown=_(" en ").join(name for _class, name in each.classes),
        made=show_day(each.picture.made_at, "medium"),
        pupils=each.picture.pupils,
        url=url_for(page, class_id=min(own) if own else each.classes[0][0], **number),
    )


def _year(year: int, figure: SchoolPicture | None, pictures: tuple[PictureLine, ...]) -> YearView:
    title = _("Schooljaar %(year)s-%(next)s", year=year, next=year + 1)
    if figure is None:
        return YearView(title, "", (), pictures)
    about = _(
        "Gemaakt op %(day)s, van %(classes)s klassenbeelden met samen ongeveer %(pupils)s "
        "leerlingen.",
        day=show_day(figure.made_at),
        classes=figure.classes,
        pupils=counted(figure.pupils),
    )
    return YearView(title, about, tuple(map(_world, figure.worlds)), pictures)


def _world(each: tuple[str, float]) -> SchoolWorld:
    world, mean = each
    return SchoolWorld(world, world_name(world), signed(mean), in_drawing(mean, REACH / 2))
