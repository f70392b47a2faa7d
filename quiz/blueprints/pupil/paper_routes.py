"""The pupil's own sheet for the loopbaandossier."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.pupil.attempts_page import PARAMETER, attempt_to_show
from quiz.blueprints.pupil.routes import blueprint
from quiz.results.agreed import agreed_views
from quiz.results.paper import result_paper
from quiz.results.steps_paper import FILE, TEMPLATE, steps_paper
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.start import nickname_of
from quiz.usecases.retakes.retakes import attempts_of
from quiz.web.access.audiences import Audience, audience, require_attempt
from quiz.web.responses.downloads import pdf
from quiz.web.runtime import reading


@blueprint.get("/resultaat.pdf")
@audience(Audience.PUPIL)
def result_sheet() -> Response:
    """The sky that the result page shows, on paper.

    Below the minimum of answers there is none, and the page says why.
    """
    attempt_id, wanted = require_attempt(), request.args.get(PARAMETER)
    attempt = attempt_to_show(attempts_of(reading(), attempt_id), wanted)
    state, result = load_result(reading(), attempt.id)
    if result.profile is None:
        return redirect(url_for("pupil.result", keer=attempt.number), 303)
    content = result_paper(state, result, result.profile, agreed_views(attempt_id))
    return pdf("zeven-werelden-resultaat.pdf", "result", content)


@blueprint.get("/stappen.pdf")
@audience(Audience.PUPIL)
def steps_sheet() -> Response:
    """The agreed steps with room to write; where nothing was agreed, the page that says so."""
    attempt_id = require_attempt()
    steps = agreed_views(attempt_id)
    if not steps:
        return redirect(url_for("pupil.share"), 303)
    return pdf(FILE, TEMPLATE, steps_paper(nickname_of(reading(), attempt_id), steps))
