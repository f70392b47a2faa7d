"""Retakes: ask first, start one, go on with it or discard it."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.pupil import retake_page
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.usecases.attempts.errors import NoMoreRetakes
from quiz.usecases.retakes.start import discard_retake, start_retake
from quiz.web.access.audiences import Audience, audience, go_on_with, require_attempt
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import services

STOP = "stop"


@blueprint.get("/opnieuw")
@audience(Audience.PUPIL)
def retake() -> Page:
    """What a retake is, or how to go on with the one that is busy."""
    template, view = retake_page.build(require_attempt())
    return render_template(template, view=view)


@blueprint.post("/opnieuw")
@audience(Audience.PUPIL)
def start_or_discard() -> Page:
    """Start a retake or go on with the busy one; or stop that and return to the one before."""
    attempt_id = require_attempt()
    if request.form.get("action") == STOP:
        go_on_with(discard_retake(services(), attempt_id))
        return redirect(url_for("pupil.result"), 303)
    form = SchoolingForm()
    is_told = not request.form.keys().isdisjoint(("school_type", "year"))
    if is_told and not form.validate():
        return _ask_again(attempt_id, form)
    schooling = form.schooling() if is_told else None
    try:
        go_on_with(start_retake(services(), attempt_id, schooling))
    except NoMoreRetakes:
        return redirect(url_for("pupil.retake"), 303)
    return redirect(url_for("pupil.questions"), 303)


def _ask_again(attempt_id: int, form: SchoolingForm) -> Page:
    """The page once more where school type and year do not go together."""
    template, view = retake_page.build(attempt_id)
    if isinstance(view, retake_page.RetakeView):
        view = retake_page.once_more(form, view)
    return render_template(template, view=view), 422
