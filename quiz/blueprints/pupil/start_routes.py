"""The start page: alone or with a class, the same two questions and the same care."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.pupil import moving_page, operations, start_page, starting
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.attempts.errors import ClassClosed, ClassFull
from quiz.usecases.classes.joining import OpenClass
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.pages.typed_addresses import with_query

ANEW, TAKE_ALONG = "opnieuw", "mee"


@blueprint.get("/start")
@audience(Audience.PUPIL)
def start() -> Page:
    """Start without a class."""
    return _show(None)


@blueprint.post("/start")
@audience(Audience.PUPIL)
def start_alone() -> Page:
    """Begin an attempt without a class."""
    if starting.already_started():
        return _go_on()
    form = SchoolingForm()
    if not form.validate():
        return _again(start_page.again(form, None))
    try:
        starting.start(form, None)
    except UnknownPlace as problem:
        return _again(start_page.unknown_place(form, problem))
    return redirect(url_for("pupil.code"), 303)


@blueprint.get("/meedoen/<code>")
@audience(Audience.PUPIL)
def join_class(code: str) -> Page:
    """Start in a class, or go on in it: where the QR code on the projector leads."""
    try:
        normal, group = starting.class_with_code(code)
    except (ClassClosed, ClassFull):
        if starting.is_in_class(code):
            return _go_on()
        raise
    if normal != code:
        return redirect(with_query(url_for("pupil.join_class", code=normal)))
    view = None if ANEW in request.args else moving_page.at_the_entrance(normal, group)
    if view is None:
        return _show((normal, group))
    starting.reserve_ticket()
    return render_template("pupil/move.html", view=view)


@blueprint.post("/meedoen/<code>")
@audience(Audience.PUPIL)
def start_in_class(code: str) -> Page:
    """Begin an attempt in a class, or come into it with the one that is there already."""
    if request.form.get("action") == TAKE_ALONG:
        starting.take_along(code, keep_school=request.form.get("school") == moving_page.OWN)
        return redirect(url_for("pupil.code"), 303)
    if starting.already_started():
        return _go_on()
    form = SchoolingForm()
    if not form.validate():
        return _again(start_page.again(form, starting.class_with_code(code)))
    starting.start_in_class(form, code)
    return redirect(url_for("pupil.code"), 303)


def _show(group: tuple[str, OpenClass] | None) -> Page:
    starting.reserve_ticket()
    return render_template("pupil/start.html", view=start_page.first_page(group))


def _again(view: object) -> tuple[str, int]:
    return render_template("pupil/start.html", view=view), 422


def _go_on() -> Response:
    return redirect(url_for("pupil.code" if operations.shown_code() else "pupil.questions"), 303)
