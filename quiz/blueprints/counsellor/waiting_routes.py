"""Waiting for the pupil's yes: a page that looks again by itself, or when it is asked to."""

from flask import Response, make_response, render_template

from quiz.blueprints.counsellor.operations import asked_here, require_share
from quiz.blueprints.counsellor.routes import blueprint
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.sharing.share import OpenShare
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.languages import current_language
from quiz.web.responses.fragments import fragment


def waiting_page(share: OpenShare) -> str:
    """What a counsellor sees before the pupil's yes: nothing of the pupil."""
    return render_template("counsellor/waiting.html", share_id=share.id)


@blueprint.get("/gesprekken/<long:request_id>/nu")
@audience(Audience.COUNSELLOR, background=True)
def waiting_now(request_id: int) -> Response:
    """How the question stands. Once answered with yes it is no question any more: 404.

    The page then loads itself again, which is the talk.
    """
    try:
        waits = not require_share(request_id).confirmed
    except NoShare:
        if not asked_here(request_id):
            raise
        return make_response(render_template("counsellor/parts/refused.html"))
    if not waits:
        raise NoShare
    return fragment(
        ("waiting", request_id, current_language()),
        lambda: render_template("counsellor/parts/waiting.html", share_id=request_id),
    )
