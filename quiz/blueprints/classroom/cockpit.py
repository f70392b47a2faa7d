"""The bar on every page of a class: where one can go, and how the class stands."""

from dataclasses import dataclass

from flask import g, request, url_for

from quiz.blueprints.classroom.board import count_stuck
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.how_many import taking_part
from quiz.blueprints.classroom.opening import is_open, state_in_short
from quiz.usecases.class_pictures.operations import pictured_classes
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services


@dataclass(frozen=True)
class Place:
    """A page of the class. `on_board`: it opens in the window of the board."""

    name: str
    url: str
    is_here: bool = False
    on_board: bool = False


@dataclass(frozen=True)
class Bar:
    """The class, its places, and its state in a few words; none where the page itself says it."""

    id: int
    name: str
    home: str
    is_home: bool
    places: tuple[Place, ...]
    state: tuple[str, ...]


def remember(group: OwnClass) -> OwnClass:
    """Note whose page this is: the class in its address."""
    if (request.view_args or {}).get("class_id") == group.id:
        g.page_of_class = group
    return group


def class_bar() -> Bar | None:
    """The bar of the class whose page this is, if it is one."""
    group: OwnClass | None = g.get("page_of_class")
    if group is None:
        return None
    is_progress = request.endpoint == "classroom.progress"
    home = url_for("classroom.show", class_id=group.id)
    is_home = request.endpoint == "classroom.show"
    return Bar(
        group.id, group.name, home, is_home, _places(group), () if is_progress else _state(group)
    )


def on_the_board(group: OwnClass) -> str:
    """What belongs on the board now: the code, or once it is made the picture."""
    pictured = not is_open(group) and pictured_classes(reading(), [group.id])
    page = "picture_screen" if pictured else "screen"
    return url_for(f"classroom.{page}", class_id=group.id)


def _places(group: OwnClass) -> tuple[Place, ...]:
    named = {
        "show": _("Klas"),
        "progress": _("Voortgang"),
        "picture": _("Klassenbeeld"),
        "plan": _("Les"),
    }
    found = [
        Place(
            name,
            url_for(f"classroom.{page}", class_id=group.id),
            request.endpoint == f"classroom.{page}",
        )
        for page, name in named.items()
    ]
    return (found[0], Place(_("Bord"), on_the_board(group), on_board=True), *found[1:])


def _state(group: OwnClass) -> tuple[str, ...]:
    """For example: open till 20:04, 22 in, 19 done, 2 silent."""
    words = [
        state_in_short(group),
        taking_part(group.joined, group.size),
        _("%(finished)s klaar", finished=group.finished),
    ]
    if group.joined > group.finished:
        stuck = count_stuck(reading(), group.id, services().clock())
        words += [_("%(stuck)s stil", stuck=stuck)] if stuck else []
    return tuple(words)
