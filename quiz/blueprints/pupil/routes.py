"""The pupil's way as URLs. Every view: whose attempt, what came in, do it, show or go on."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.pupil import bookmarks as favourites
from quiz.blueprints.pupil import operations, pages, result_page, starting
from quiz.blueprints.pupil.attempts_page import PARAMETER
from quiz.results.bookmarked import anchor
from quiz.usecases.attempts.errors import ClassClosed, ClassFull, UnknownCode
from quiz.usecases.attempts.progress import more_questions
from quiz.web.access.audiences import Audience, audience, current_staff, require_attempt
from quiz.web.pages.choices import JoinView
from quiz.web.pages.code_form import LONGEST_ECHO, CodeForm
from quiz.web.pages.greeting import busy_as
from quiz.web.pages.menu import home_of
from quiz.web.runtime import services

blueprint = Blueprint("pupil", __name__)
Page = str | Response | tuple[str, int]


@blueprint.get("/meedoen")
@audience(Audience.PUPIL)
def join() -> Page:
    """The field for a class code."""
    return render_template("pupil/join.html", join=JoinView())


@blueprint.post("/meedoen")
@audience(Audience.PUPIL)
def join_with_code() -> Page:
    """Look the class up and go to its start page."""
    typed = CodeForm().code.data or ""
    try:
        code, _group = starting.class_with_code(typed)
    except UnknownCode:
        return render_template("pupil/join.html", join=pages.join_again(typed)), 422
    except (ClassClosed, ClassFull):
        if starting.is_in_class(typed):
            return redirect(url_for("pupil.questions"), 303)
        raise
    return redirect(url_for("pupil.join_class", code=code), 303)


@blueprint.get("/code")
@audience(Audience.PUPIL)
def code() -> Page:
    """The nickname and, once, the return code."""
    view = pages.code_page(require_attempt(), operations.shown_code())
    return render_template("pupil/code.html", view=view)


@blueprint.post("/code")
@audience(Audience.PUPIL)
def code_seen() -> Page:
    """Go on to the questions, or have a new code made."""
    attempt_id = require_attempt()
    if request.form.get("action") == "new":
        operations.make_new_code(attempt_id)
        return redirect(url_for("pupil.code"), 303)
    operations.forget_code()
    return redirect(url_for("pupil.questions"), 303)


@blueprint.get("/resultaat")
@audience(Audience.PUPIL)
def result() -> Page:
    """The sky, the reasons, the worlds and the next steps; or a kind page without a profile.

    An earlier attempt of the same pupil by its number.
    """
    template, content = result_page.build(require_attempt(), request.args.get(PARAMETER))
    return render_template(template, **content)


@blueprint.post("/resultaat/bewaren")
@audience(Audience.PUPIL)
def keep_step() -> Page:
    """Keep a next step or let it go, and back to where it stands.

    A script asks (`deel`) for the list of what is kept alone.
    """
    key = favourites.press_star(require_attempt())
    if request.form.get("deel"):
        return render_template(
            "pupil/parts/kept.html", kept=result_page.kept_again(require_attempt())
        )
    return redirect(url_for("pupil.result", _anchor=anchor(key) or None), 303)


@blueprint.post("/vragen/meer")
@audience(Audience.PUPIL)
def more() -> Page:
    """Seven more questions, for a more precise picture."""
    more_questions(services(), require_attempt())
    return redirect(url_for("pupil.questions"), 303)


@blueprint.get("/terug")
@audience(Audience.PUPIL)
def resume() -> Page:
    """The field for a return code; a pupil who is busy here needs none."""
    return _resume()


@blueprint.post("/terug")
@audience(Audience.PUPIL)
def resume_with_code() -> Page:
    """Go on where this code's attempt was."""
    typed = CodeForm().code.data or ""
    try:
        operations.come_back(typed)
    except UnknownCode:
        return _resume(typed[: LONGEST_ECHO * 2], pages.wrong_code()), 422
    return redirect(url_for("pupil.questions"), 303)


def _resume(code: str = "", error: str = "") -> str:
    return render_template("pupil/resume.html", code=code, error=error, busy_as=busy_as())


@blueprint.get("/wissen")
@audience(Audience.PUPIL)
def erase() -> Page:
    """Ask before erasing everything; right after it, say that it is done."""
    if operations.just_erased():
        return render_template("pupil/erased.html")
    return render_template("pupil/erase.html", nickname=pages.nickname(require_attempt()))


@blueprint.post("/wissen")
@audience(Audience.PUPIL)
def erase_all() -> Page:
    """Erase everything of this attempt; pressed twice, it is gone all the same."""
    if not operations.is_gone_already():
        operations.erase(require_attempt())
    return redirect(url_for("pupil.erase"), 303)


@blueprint.get("/volgende")
@audience(Audience.PUPIL)
def next_pupil() -> Page:
    """Ask before clearing this device."""
    name, finished = pages.leaving(require_attempt())
    return render_template("pupil/next.html", nickname=name, finished=finished)


@blueprint.post("/volgende")
@audience(Audience.PUPIL)
def make_room() -> Page:
    """Clear this device: who stops sees the first page, the next pupil the start of the class.

    Staff who tried the quiz go back to their work.
    """
    class_code, staff = operations.make_room(), current_staff()
    if staff is not None:
        return redirect(home_of(staff), 303)
    if request.form.get("daarna") == "begin":
        operations.stop()
    elif class_code is not None:
        return redirect(url_for("pupil.join_class", code=class_code), 303)
    return redirect(url_for("public.home"), 303)
