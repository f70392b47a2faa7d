"""Looking again: ask first, start a new look, go on with it or stop it."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.pupil import again_page
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.usecases.attempts.errors import NoMoreLooks
from quiz.usecases.retakes.again import begin_second_look, stop_look
from quiz.web.access.audiences import Audience, audience, go_on_with, require_attempt
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import services

STOP = "stop"


@blueprint.get("/opnieuw")
@audience(Audience.PUPIL)
def again() -> Page:
    """What a second look is, or how to go on with the one that is busy."""
    template, view = again_page.build(require_attempt())
    return render_template(template, view=view)


@blueprint.post("/opnieuw")
@audience(Audience.PUPIL)
def look_again() -> Page:
    """Start a new look or go on with the busy one; or stop that and return to the one before."""
    attempt_id = require_attempt()
    if request.form.get("action") == STOP:
        go_on_with(stop_look(services(), attempt_id))
        return redirect(url_for("pupil.result"), 303)
    form = SchoolingForm()
    is_told = not request.form.keys().isdisjoint(("school_type", "year"))
    if is_told and not form.validate():
        return _ask_again(attempt_id, form)
    schooling = form.schooling() if is_told else None
    try:
        go_on_with(begin_second_look(services(), attempt_id, schooling))
    except NoMoreLooks:
        return redirect(url_for("pupil.again"), 303)
    return redirect(url_for("pupil.questions"), 303)


def _ask_again(attempt_id: int, form: SchoolingForm) -> Page:
    """The page once more where school type and year do not go together."""
    template, view = again_page.build(attempt_id)
    if isinstance(view, again_page.AgainView):
        view = again_page.once_more(form, view)
    return render_template(template, view=view), 422
