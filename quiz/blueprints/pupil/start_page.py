"""Builds the start page: which school type and year, and without a class which town."""

from dataclasses import replace

from flask import request, url_for

from quiz.blueprints.pupil.view_models import StartView
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.classes.joining import OpenClass
from quiz.web.access.audiences import current_staff
from quiz.web.pages.asked_place import asked_back, shown_place
from quiz.web.pages.greeting import busy_as
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_choices, schooling_line, year_choices
from quiz.web.pages.schooling_form import LONGEST_PLACE, SchoolingForm


def first_page(group: tuple[str, OpenClass] | None) -> StartView:
    """The page as it opens; with a class its school type and year are chosen already.

    They are not said in words to a pupil who has just chosen something else
    (quiz/web/pages/switching.py).
    """
    if group is None:
        return _page(None, "", "")
    school_type, year = group[1].school_type, group[1].year
    says_so = year is not None and not _chose_otherwise(school_type, year)
    preset = schooling_line(school_type, year) if says_so else ""
    return replace(_page(group, school_type, str(year or "")), preset=preset)


def again(form: SchoolingForm, group: tuple[str, OpenClass] | None) -> StartView:
    """The page with what was filled in and what is wrong with it."""
    view = _page(group, form.school_type.data or "", form.year.data or "")
    return replace(
        view, place=shown_place(form.place.data, LONGEST_PLACE), errors=what_is_wrong(form)
    )


def what_is_wrong(form: SchoolingForm) -> dict[str, str]:
    """A sentence for each field that is to be filled in again."""
    words = {
        "school_type": _("Kies op welke school je zit. Weet je het niet? Kies “Weet ik niet”."),
        "year": form.year_words(_("Kies je klas of groep, of laat het leeg.")),
        "place": _("Deze plaatsnaam is te lang."),
    }
    return {field: words[field] for field in form.errors if field in words}


def unknown_place(form: SchoolingForm, problem: UnknownPlace) -> StartView:
    """The page with the places that a typed name may have meant."""
    choices, sentence = asked_back(form.place.data, problem)
    return replace(again(form, None), place_choices=choices, errors={"place": sentence})


def _chose_otherwise(school_type: str, year: int) -> bool:
    """Whether the form that asked for another language says another school type or year."""
    told = request.form.get("school_type", school_type), request.form.get("year", str(year))
    return told != (school_type, str(year))


def _page(group: tuple[str, OpenClass] | None, school_type: str, year: str) -> StartView:
    action = url_for("pupil.join_class", code=group[0]) if group else url_for("pupil.start")
    return StartView(
        action=action,
        school_types=school_choices(school_type),
        years=year_choices(year, _("Weet ik niet")),
        classroom=group[1].name if group else None,
        busy_as=busy_as(),
        trial=current_staff() is not None,
    )
