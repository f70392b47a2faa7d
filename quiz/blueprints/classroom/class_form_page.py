"""Builds the form of a class: for a new one, and to correct one that was made."""

from dataclasses import replace

from quiz.blueprints.classroom.capacity_page import room_again, usual_room
from quiz.blueprints.classroom.classes import OwnClass, own_classes
from quiz.blueprints.classroom.forms import LONGEST_NAME, ChangeForm, ClassForm, NameForm
from quiz.blueprints.classroom.pages import place_name
from quiz.blueprints.classroom.view_models import ClassFormView
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.classes.changing import schooling_stays
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.asked_place import asked_back, shown_place
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_choices, schooling_line, year_choices
from quiz.web.pages.schooling_form import LONGEST_PLACE
from quiz.web.runtime import reading


def new_class(teacher: StaffMember) -> ClassFormView:
    """The empty form, with the town of the teacher's newest class.

    Not its school type: a class of the wrong type would show every pupil the wrong next steps.
    """
    earlier = own_classes(reading(), teacher)[:1]
    return _form("", "", "", place_name(earlier[0]) if earlier else "")


def change(group: OwnClass) -> ClassFormView:
    """The form with the class as it is; what cannot change any more is only told."""
    year = "" if group.year is None else str(group.year)
    view = _form(group.name, group.school_type, year, place_name(group))
    return _only_name(view, group) if schooling_stays(reading(), group.id) else view


def new_again(form: ClassForm) -> ClassFormView:
    """The form for a new class with what was filled in and what is wrong with it."""
    view, room = change_again(form), room_again(form)
    return replace(view, room=room, errors={**view.errors, **room.errors})


def change_again(form: ChangeForm) -> ClassFormView:
    """The same for a class that exists."""
    words = {
        "name": bad_name(),
        "school_type": _("Kies een schooltype. Weet je het niet? Kies “Weet ik niet”."),
        "year": form.year_words(_("Kies een leerjaar, of “Meer leerjaren door elkaar”.")),
        "place": _("Deze plaatsnaam is te lang."),
    }
    place = shown_place(form.place.data, LONGEST_PLACE)
    view = _form(_typed(form), form.school_type.data or "", form.year.data or "", place)
    return replace(view, errors={each: words[each] for each in form.errors if each in words})


def name_again(form: NameForm, group: OwnClass) -> ClassFormView:
    """The form of a class of which only the name can change, with what is wrong with that."""
    view = replace(change(group), name=_typed(form))
    return replace(view, errors={"name": bad_name()} if "name" in form.errors else {})


def too_late(form: ChangeForm, group: OwnClass) -> ClassFormView:
    """Somebody became done while the teacher was filling in the form: nothing was changed."""
    sentence = _("Er is net een leerling klaar. Alleen de naam kan nog anders.")
    return replace(_only_name(name_again(form, group), group), errors={"name": sentence})


def unknown_place(view: ClassFormView, typed: str | None, problem: UnknownPlace) -> ClassFormView:
    """The form with the places that a typed name may have meant."""
    choices, sentence = asked_back(typed, problem)
    return replace(view, place_choices=choices, errors={"place": sentence})


def bad_name() -> str:
    """What a name must be."""
    return _("Geef de klas een naam van hoogstens %(most)s tekens.", most=LONGEST_NAME)


def _only_name(view: ClassFormView, group: OwnClass) -> ClassFormView:
    town = place_name(group)
    who = schooling_line(group.school_type, group.year)
    return replace(view, stays=f"{who}, {town}" if town else who)


def _typed(form: NameForm) -> str:
    return (form.name.data or "")[:LONGEST_NAME]


def _form(name: str, school_type: str, year: str, place: str) -> ClassFormView:
    return ClassFormView(
        name=name,
        school_types=school_choices(school_type),
        years=year_choices(year, _("Meer leerjaren door elkaar")),
        place=place,
        room=usual_room(),
    )
