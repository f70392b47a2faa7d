"""How many pupils get in and for how long: the two fields, on two pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import current_app
from wtforms import IntegerField

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.forms import RoomForm
from quiz.config import FEWEST_HOURS, FEWEST_PLACES, MOST_HOURS, MOST_PLACES
from quiz.domain.text.names import plain_text
from quiz.web.pages.languages import translate as _

LONGEST_NUMBER = 12


@dataclass(frozen=True)
class RoomFields:
    """What stands in the two fields, between which bounds, and what is wrong with it."""

    places: str
    hours: str
    errors: Mapping[str, str] = field(default_factory=dict)
    places_between: tuple[int, int] = (FEWEST_PLACES, MOST_PLACES)
    hours_between: tuple[int, int] = (FEWEST_HOURS, MOST_HOURS)


def usual_room() -> RoomFields:
    """What a class gets when its teacher says nothing."""
    settings = current_app.config
    return RoomFields(str(settings["CLASS_PLACES"]), str(settings["CLASS_HOURS"]))


def room_of(group: OwnClass) -> RoomFields:
    """The places of a class, and the usual hours from now."""
    return RoomFields(str(group.capacity), usual_room().hours)


def room_again(form: RoomForm) -> RoomFields:
    """The fields as they were filled in, with what is wrong."""
    words = {
        "places": _(
            "Kies een aantal van %(least)s tot en met %(most)s leerlingen.",
            least=FEWEST_PLACES,
            most=MOST_PLACES,
        ),
        "hours": _(
            "Kies een aantal van %(least)s tot en met %(most)s uur.",
            least=FEWEST_HOURS,
            most=MOST_HOURS,
        ),
    }
    errors = {name: words[name] for name in form.errors if name in words}
    return RoomFields(_typed(form.places), _typed(form.hours), errors)


def _typed(number: IntegerField) -> str:
    return (plain_text((number.raw_data or [""])[0]) or "")[:LONGEST_NUMBER]
