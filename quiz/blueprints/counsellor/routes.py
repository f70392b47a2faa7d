"""The counsellor's list as URLs: what is shared, typing a code, and ending a talk for good."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.counsellor import operations, pages
from quiz.blueprints.counsellor.operations import require_share
from quiz.usecases.attempts.errors import UnknownCode
from quiz.web.access.audiences import Audience, audience
from quiz.web.access.limits import TooManyGuesses
from quiz.web.pages.code_form import CodeForm

blueprint = Blueprint("counsellor", __name__)
Page = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@blueprint.get("/gesprekken")
@audience(Audience.COUNSELLOR)
def conversations() -> Page:
    """What pupils share with this school, and the field for a code."""
    return render_template("counsellor/list.html", view=pages.conversations())


@blueprint.post("/gesprekken")
@audience(Audience.COUNSELLOR)
def ask() -> Page:
    """Ask the pupil of this code for access, and wait for the yes."""
    typed = CodeForm().code.data or ""
    try:
        share_id = operations.ask(typed)
    except UnknownCode:
        return _again(typed, pages.wrong_code()), 422
    except TooManyGuesses as refused:
        page = _again("", pages.too_many_codes(refused.wait))
        return page, 429, {"Retry-After": str(refused.wait)}
    return redirect(url_for("counsellor.talk", share_id=share_id), 303)


@blueprint.get("/gesprekken/<long:share_id>/klaar")
@audience(Audience.COUNSELLOR)
def ask_to_end(share_id: int) -> Page:
    """Say what ending does, with the button to do it."""
    return render_template("counsellor/end.html", share=require_share(share_id))


@blueprint.post("/gesprekken/<long:share_id>/klaar")
@audience(Audience.COUNSELLOR)
def end(share_id: int) -> Page:
    """End it: nobody of the school sees this result any more."""
    operations.end(require_share(share_id))
    return redirect(url_for("counsellor.conversations"), 303)


def _again(typed: str, error: str) -> str:
    return render_template("counsellor/list.html", view=pages.conversations(typed, error))
