"""The questions: show the step the pupil is at, save what comes in, go on."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.pupil import operations, question_page
from quiz.blueprints.pupil.forms import InvalidForm, read_answers, read_one_answer
from quiz.blueprints.pupil.question_page import QuestionPage
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.errors import AlreadyFinished, InvalidAnswer, NotFinished
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.state import load_state
from quiz.usecases.attempts.steps import RESULT
from quiz.usecases.attempts.zooming import save_zoom_answers
from quiz.web.access.audiences import Audience, audience, require_attempt
from quiz.web.pages import switching
from quiz.web.runtime import reading, services


@blueprint.get("/vragen")
@audience(Audience.PUPIL)
def questions() -> Page:
    """The block, the tech-type questions or the own choice: whatever is first still open.

    Whoever is here went past the code, by its button or by another way.
    """
    state = load_state(reading().connection(), require_attempt())
    operations.forget_code()
    if state.finished:
        return redirect(url_for("pupil.result"), 303)
    return _show(question_page.page_to_show(state, request.args.get("blok")))


@blueprint.post("/vragen")
@audience(Audience.PUPIL)
@switching.speaks
def answer_page() -> Page:
    """Save a whole page of answers; what was left open comes back, what was given is kept.

    Who only asks for another language gets the same page back, and has chosen nothing for good.
    A script cannot see where a redirect leads, or whose it is: it gets 204 instead.
    """
    attempt_id = require_attempt()
    own_world = request.form.get("own_world")
    try:
        given = read_answers(request.form, question_page.askable())
    except InvalidForm as problem:
        raise InvalidAnswer from problem
    try:
        if switching.is_asked():
            return _same_page(attempt_id, given, own_world)
        return _save(attempt_id, given, own_world)
    except AlreadyFinished:
        if operations.changes_something(attempt_id, given, own_world):
            raise
        return _onward("pupil.result")


@blueprint.post("/vragen/antwoord")
@audience(Audience.PUPIL, background=True)
def answer_one() -> tuple[str, int]:
    """Save one answer while the pupil goes on: 204, 409 when finished, 422 when invalid.

    On any question, also one that zooms in: what waits on a device goes from the next page.
    """
    attempt_id = require_attempt()
    try:
        given = read_one_answer(request.form)
        save = save_zoom_answers if given.question in services().bank.zoom else save_answers
        save(services(), attempt_id, [given])
    except AlreadyFinished:
        return "", 409
    except (InvalidAnswer, InvalidForm, NotFinished):
        return "", 422
    return "", 204


def _save(attempt_id: int, given: list[Given], own_world: str | None) -> Page:
    if own_world is not None:
        done = save_own_world(services(), attempt_id, own_world).step.kind == RESULT
        return _onward("pupil.result" if done else "pupil.questions")
    progress = save_answers(services(), attempt_id, given)
    number = request.form.get("block")
    page = question_page.page_to_complete(progress, number, empty=not given)
    if page is not None:
        return _show(page), 422
    return _onward("pupil.questions")


def _same_page(attempt_id: int, given: list[Given], own_world: str | None) -> Page:
    """What was answered is kept, also where something is open; the own choice is not made yet."""
    if given:
        save_answers(services(), attempt_id, given)
    state = load_state(reading().connection(), attempt_id)
    if own_world is None or state.finished:
        return redirect(url_for("pupil.questions", blok=request.form.get("block") or None), 303)
    return _show(question_page.page_to_show(state, None, own_world))


def _onward(page: str) -> Page:
    if request.form.get("script"):
        return "", 204
    return redirect(url_for(page), 303)


def _show(page: QuestionPage) -> str:
    return render_template(page.template, view=page.view)
