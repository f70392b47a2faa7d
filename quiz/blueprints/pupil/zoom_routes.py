"""Zooming in on a world after the result: a few questions, asked and saved like all others."""

from flask import abort, redirect, render_template, request, url_for

from quiz.blueprints.pupil import zoom_page
from quiz.blueprints.pupil.forms import InvalidForm, read_answers
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.usecases.attempts.errors import InvalidAnswer
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.attempts.zooming import open_zoom_questions, save_zoom_answers
from quiz.web.access.audiences import Audience, audience, require_attempt
from quiz.web.pages import switching
from quiz.web.runtime import reading, services


@blueprint.get("/vragen/inzoomen/<world_id>")
@audience(Audience.PUPIL)
def zoom(world_id: str) -> Page:
    """The questions about one world, or the result once all have an answer.

    With `blok` the page comes again as it was filled in.
    """
    attempt_id, asked = require_attempt(), _asked(world_id)
    state, result = load_result(reading(), attempt_id)
    if result.profile is None or result.profile.flat:
        return redirect(url_for("pupil.result"), 303)
    if not (request.args.get("blok") or open_zoom_questions(state, services().bank, world_id)):
        return _to_result(world_id)
    return render_template("pupil/block.html", view=zoom_page.build(state, world_id, asked))


@blueprint.post("/vragen/inzoomen/<world_id>")
@audience(Audience.PUPIL)
@switching.speaks
def zoom_answers(world_id: str) -> Page:
    """Save the page; what was left open comes back. A script gets 204 where a browser goes on."""
    attempt_id, asked = require_attempt(), _asked(world_id)
    try:
        given = read_answers(request.form, asked)
    except InvalidForm as problem:
        raise InvalidAnswer from problem
    state = save_zoom_answers(services(), attempt_id, given)
    if switching.is_asked():
        return redirect(url_for("pupil.zoom", world_id=world_id, blok=1), 303)
    if open_zoom_questions(state, services().bank, world_id):
        return _again(state, world_id, asked), 422
    if request.form.get("script"):
        return "", 204
    return _to_result(world_id)


def _asked(world_id: str) -> tuple[str, ...]:
    """The questions about this world; no such page for another."""
    asked = services().bank.zoom_of(world_id)
    if not asked:
        abort(404)
    return asked


def _again(state: AttemptState, world_id: str, asked: tuple[str, ...]) -> str:
    view = zoom_page.build(state, world_id, asked, mark=True)
    return render_template("pupil/block.html", view=view)


def _to_result(world_id: str) -> Page:
    return redirect(url_for("pupil.result", _anchor=f"wereld-{world_id}"), 303)
