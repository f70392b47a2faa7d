"""A wrong school type, year or town can be mended at any time; no answer is lost by it."""

from flask import redirect, render_template

from quiz.blueprints.pupil import correcting_page
from quiz.blueprints.pupil.correcting_page import CorrectingView
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.domain.catalogue.places.lookup import UnknownPlace, resolve_place
from quiz.usecases.attempts.correcting import correct_schooling
from quiz.web.access.audiences import Audience, audience, require_attempt
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import catalogue, services


@blueprint.get("/aanpassen")
@audience(Audience.PUPIL)
def correct() -> Page:
    """What was told at the start, to be told again."""
    return _page(correcting_page.build(require_attempt()))


@blueprint.post("/aanpassen")
@audience(Audience.PUPIL)
def correct_now() -> Page:
    """Store it, and go on where the pupil was."""
    attempt_id, form = require_attempt(), SchoolingForm()
    if not form.validate():
        return _page(correcting_page.again(attempt_id, form)), 422
    place = (form.place.data or "").strip()
    try:
        town = resolve_place(catalogue(), place) if place else None
    except UnknownPlace as problem:
        return _page(correcting_page.unknown_place(attempt_id, form, problem)), 422
    correct_schooling(services(), attempt_id, form.schooling(), town)
    return redirect(correcting_page.where_the_pupil_was(), 303)


def _page(view: CorrectingView) -> str:
    return render_template("pupil/correcting.html", view=view)
