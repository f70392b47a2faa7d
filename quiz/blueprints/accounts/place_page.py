"""Builds the page on which an admin says where the school stands: for which region it counts."""

from dataclasses import dataclass

from flask import request

from quiz.blueprints.accounts.colleague_operations import school_name
from quiz.domain.catalogue.places.lookup import UnknownPlace, resolve_place
from quiz.domain.text.names import plain_name
from quiz.usecases.staff.school_place import likely_municipality, municipality_of
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.asked_place import asked_back, shown_place
from quiz.web.runtime import catalogue, reading

FIELD = "place"
LONGEST = 60


@dataclass(frozen=True)
class SchoolPlaceView:
    """Where the school stands now (`town` and `region`, "" for nowhere), and the field.

    `likely`: the town that the catalogue knows for a school of this name, where nothing is said.
    """

    school: str
    town: str
    region: str
    likely: str
    typed: str
    error: str = ""
    saved: bool = False


def school_place(staff: StaffMember, typed: str | None = None, error: str = "") -> SchoolPlaceView:
    """The page; what was typed stays in the field."""
    code, name = municipality_of(reading(), staff.school_id), school_name(staff)
    town = catalogue().municipalities.get(code or "")
    likely = None if code else likely_municipality(catalogue(), name)
    return SchoolPlaceView(
        school=name,
        town=town.name if town else "",
        region=catalogue().regions[town.app_region_id].name if town else "",
        likely=catalogue().municipalities[likely].name if likely else "",
        typed=shown_place(typed, LONGEST) if typed is not None else town.name if town else "",
        error=error,
        saved="klaar" in request.args,
    )


def typed_place() -> str:
    """What was typed in the form that came in."""
    return plain_name(request.form.get(FIELD))


def typed_municipality() -> str | None:
    """Its municipality; None where nothing was typed. Raises UnknownPlace."""
    return resolve_place(catalogue(), typed_place())


def words_for(problem: UnknownPlace) -> str:
    """What to do when no single place is called so."""
    choices, words = asked_back(typed_place(), problem)
    if not choices:
        return words
    return f"{words} {', '.join(choice.label for choice in choices)}"
