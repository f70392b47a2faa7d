"""Builds the page on which a pupil corrects school type, year and, without a class, the town."""

from dataclasses import dataclass, field, replace

from flask import url_for

from quiz.blueprints.pupil.operations import shown_code
from quiz.blueprints.pupil.start_page import what_is_wrong
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.attempts.state import AttemptState, load_state
from quiz.usecases.classes.moving import whereabouts_of
from quiz.web.pages.asked_place import asked_back, shown_place
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import YearChoice, school_choices, schooling_line, year_choices
from quiz.web.pages.schooling_form import LONGEST_PLACE, SchoolingForm
from quiz.web.runtime import catalogue, reading


@dataclass(frozen=True)
class CorrectingView:
    """What was told, to be told again; in a class (`classroom`) the town is that of the class."""

    school_types: tuple[Choice, ...]
    years: tuple[YearChoice, ...]
    back: str
    classroom: str | None
    place: str = ""
    place_choices: tuple[Choice, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)


def build(attempt_id: int) -> CorrectingView:
    """The page with what is stored. Raises NoAttempt."""
    state = load_state(reading().connection(), attempt_id)
    classroom = whereabouts_of(reading(), attempt_id).class_name
    town = catalogue().municipalities.get(state.municipality or "")
    return CorrectingView(
        school_types=school_choices(state.school_type),
        years=year_choices(str(state.year or ""), _("Weet ik niet")),
        back=where_the_pupil_was(),
        classroom=classroom,
        place=town.name if town and classroom is None else "",
    )


def again(attempt_id: int, form: SchoolingForm) -> CorrectingView:
    """The page with what was filled in and what is wrong with it."""
    return replace(
        build(attempt_id),
        school_types=school_choices(form.school_type.data or ""),
        years=year_choices(form.year.data or "", _("Weet ik niet")),
        place=shown_place(form.place.data, LONGEST_PLACE),
        errors=what_is_wrong(form),
    )


def unknown_place(attempt_id: int, form: SchoolingForm, problem: UnknownPlace) -> CorrectingView:
    """The page with the places that a typed name may have meant."""
    choices, sentence = asked_back(form.place.data, problem)
    view = again(attempt_id, form)
    return replace(view, place_choices=choices, errors={"place": sentence})


def where_the_pupil_was() -> str:
    """The return code as long as it may be seen, else the questions or the result."""
    return url_for("pupil.code" if shown_code() else "pupil.questions")


def what_was_told(state: AttemptState) -> str:
    """School, year and town on one line, as they count for what is shown."""
    line = schooling_line(state.school_type, state.year)
    town = catalogue().municipalities.get(state.municipality or "")
    if town is None:
        return _("Je koos: %(school)s.", school=line)
    return _("Je koos: %(school)s, in de gemeente %(town)s.", school=line, town=town.name)
