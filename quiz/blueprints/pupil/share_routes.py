"""Sharing with a counsellor as URLs: one page, and the piece of it that keeps itself up to date."""

from flask import Response, redirect, render_template, request, url_for

from quiz.blueprints.pupil import share_page
from quiz.blueprints.pupil.routes import Page, blueprint
from quiz.config.whole_numbers import whole_number
from quiz.storage.identifiers import LARGEST_LONG_NUMBER
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.sharing.share import confirm_share, withdraw_share
from quiz.usecases.sharing.topics import topic_of
from quiz.web.access.audiences import Audience, audience, require_attempt
from quiz.web.pages.languages import current_language
from quiz.web.responses.fragments import fragment
from quiz.web.runtime import services

TO_WITHDRAW = ("refuse", "withdraw")


@blueprint.get("/delen")
@audience(Audience.PUPIL)
def share() -> Page:
    """Who may look, who asks to, and the way to a code."""
    return render_template("pupil/share.html", view=share_page.share_page(require_attempt()))


@blueprint.post("/delen")
@audience(Audience.PUPIL)
def change_sharing() -> Page:
    """Do what the pressed button says: make a code, say yes or no, or stop sharing."""
    attempt_id, action = require_attempt(), request.form.get("action", "")
    if action == "make":
        share_page.make_code(attempt_id)
    elif action in TO_WITHDRAW:
        withdraw_share(services(), attempt_id, _share_id())
    elif action == "confirm":
        topic = topic_of(request.form.get("topic"))
        try:
            confirm_share(services(), attempt_id, _share_id(), topic)
        except NoShare:
            view = share_page.share_page(attempt_id, gone=True)
            return render_template("pupil/share.html", view=view), 409
    return redirect(url_for("pupil.share"), 303)


@blueprint.get("/delen/nu")
@audience(Audience.PUPIL, background=True)
def share_now() -> Response:
    """Who asks and the open code, for a page that keeps itself up to date."""
    now = share_page.share_now(require_attempt())
    content = ("share", now, current_language())
    return fragment(content, lambda: render_template("pupil/parts/share_now.html", now=now))


def _share_id() -> int:
    """The number of the pressed button; 0, which no share has, for anything strange."""
    number = whole_number(request.form.get("share", ""), len(str(LARGEST_LONG_NUMBER))) or 0
    return min(number, LARGEST_LONG_NUMBER)
