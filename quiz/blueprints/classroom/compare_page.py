"""Builds the page with class pictures beside each other: one line for each world, and a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from quiz.blueprints.classroom.classes import OwnClass, own_classes
from quiz.blueprints.classroom.picture_words import world_name
from quiz.blueprints.classroom.which_picture import numbers, who_is_shown
from quiz.usecases.class_pictures.beside import PictureOf, beyond_chance, pictures_of
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.retention import school_year_ends
from quiz.web.access.audiences import NotAllowed, StaffMember
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.pages.figures import in_drawing, signed, world_names
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services

PARAMETER = "beeld"
LETTERS = "ABCD"
MOST_TYPED = 8
# The drawing reaches from this far below to this far above the pupils' own mean.
REACH = 1.5
# Letters stand above the line and below it in turn; on one side at least this far apart.
SIDES = 2
APART = 5.0


@dataclass(frozen=True)
class Shown:
    """A picture that was chosen: its letter, whose it is, and when and of how many."""

    letter: str
    name: str
    told: str


@dataclass(frozen=True)
class Dot:
    """One picture on the line of a world: where on 0 to 100, the figure, whether it stands apart.

    Apart: it differs from the first picture by more than chance. `letter_at`: where its letter
    stands, aside of a letter that is there already.
    """

    letter: str
    at: float
    letter_at: float
    figure: str
    apart: bool


@dataclass(frozen=True)
class WorldBeside:
    """One world: a dot for each picture, and whether any of them stands apart."""

    id: str
    name: str
    dots: tuple[Dot, ...]
    apart: bool


@dataclass(frozen=True)
class CompareView:
    """The choice of pictures by school year; what was chosen, world by world, and in sentences."""

    years: tuple[tuple[str, tuple[Choice, ...]], ...]
    shown: tuple[Shown, ...]
    worlds: tuple[WorldBeside, ...]
    told: tuple[str, ...]


def compare_view(teacher: StaffMember) -> CompareView:
    """The pictures in the address beside each other. Raises NotAllowed for those of others."""
    groups = {each.id: each for each in own_classes(reading(), teacher)}
    every = {_key(each): each for each in pictures_of(reading(), list(groups))}
    asked = _asked(every, groups)
    pictures = [each.picture for each in asked] if len(asked) > 1 else []
    first = pictures[0] if pictures else None
    shown = tuple(
        Shown(letter, _name(each, groups), _when(each.picture))
        for letter, each in zip(LETTERS, asked, strict=False)
    )
    return CompareView(
        years=_years(every, groups, asked),
        shown=shown,
        worlds=tuple(_world(each.world, pictures) for each in first.worlds) if first else (),
        told=tuple(_told(pictures, shown)),
    )


def beside_which(group: OwnClass) -> list[Choice]:
    """What to put beside a picture of this class: those of the teacher's other classes, each once.

    Classes that are shown together are one picture; one that shows this class is no other.
    """
    groups = {each.id: each for each in own_classes(reading(), group.teacher)}
    return [
        Choice(_key(each), f"{_name(each, groups)} ({_when(each.picture)})")
        for each in pictures_of(reading(), list(groups))
        if group.id not in each.class_ids
    ]


def _key(of: PictureOf) -> str:
    """The name of a picture in an address: the first of its classes, and its number."""
    return f"{of.class_ids[0]}.{of.picture.number}"


def _asked(every: dict[str, PictureOf], groups: dict[int, OwnClass]) -> list[PictureOf]:
    """The pictures in the address, each once; a class without a number stands for its newest."""
    found: dict[str, PictureOf] = {}
    for typed in request.args.getlist(PARAMETER)[:MOST_TYPED]:
        parts = numbers(typed.split(".")[:2])
        if not parts:
            continue
        if parts[0] not in groups:
            raise NotAllowed
        of_class = [each for each in every.values() if parts[0] in each.class_ids]
        wanted = [each for each in of_class if each.picture.number in parts[1:]]
        for each in (wanted or of_class)[:1]:
            found.setdefault(_key(each), each)
    return list(found.values())[: len(LETTERS)]


def _years(
    every: dict[str, PictureOf], groups: dict[int, OwnClass], asked: Sequence[PictureOf]
) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Everything that there is to choose, the newest school year first."""
    years: dict[str, list[Choice]] = {}
    for key, each in every.items():
        ends = school_year_ends(each.picture.made_at, services().zone).year
        label = f"{_name(each, groups)} ({_when(each.picture)})"
        years.setdefault(f"{ends - 1}-{ends}", []).append(Choice(key, label, each in asked))
    return tuple((year, tuple(choices)) for year, choices in years.items())


def _name(of: PictureOf, groups: dict[int, OwnClass]) -> str:
    first, *others = (groups[each].name for each in of.class_ids)
    return who_is_shown(first, tuple(others))


def _when(picture: ClassPicture) -> str:
    day = show_day(picture.made_at, "medium")
    return _("%(day)s, met %(pupils)s leerlingen", day=day, pupils=picture.pupils)


def _world(world: str, pictures: Sequence[ClassPicture]) -> WorldBeside:
    dots: list[Dot] = []
    for letter, picture in zip(LETTERS, pictures, strict=False):
        interest = next((each.interest for each in picture.worlds if each.world == world), None)
        if interest is not None:
            apart = beyond_chance(pictures[0], picture, world) != 0
            at = in_drawing(interest, REACH)
            same_side = [dot.letter_at for dot in dots[len(dots) % SIDES :: SIDES]]
            dots.append(Dot(letter, at, letter_beside(at, same_side), signed(interest), apart))
    return WorldBeside(world, world_name(world), tuple(dots), any(dot.apart for dot in dots))


def letter_beside(at: float, others: Sequence[float]) -> float:
    """The nearest place for a letter where no other stands, onward from its dot."""
    for other in sorted(others):
        if abs(at - other) < APART:
            at = other + APART
    return at


def _told(pictures: Sequence[ClassPicture], shown: Sequence[Shown]) -> list[str]:
    """What differs from the first picture by more than chance, in sentences."""
    told = []
    for picture, other in zip(pictures[1:], shown[1:], strict=False):
        differences = {
            each.world: beyond_chance(pictures[0], picture, each.world)
            for each in pictures[0].worlds
        }
        more = [world for world, difference in differences.items() if difference > 0]
        less = [world for world, difference in differences.items() if difference < 0]
        names = {"other": other.letter, "first": shown[0].letter}
        if more:
            told.append(
                _("%(other)s meer dan %(first)s: %(worlds)s.", worlds=world_names(more), **names)
            )
        if less:
            told.append(
                _("%(other)s minder dan %(first)s: %(worlds)s.", worlds=world_names(less), **names)
            )
        if not more and not less:
            told.append(
                _("%(other)s naast %(first)s: geen verschil dat groter is dan toeval.", **names)
            )
    return told
