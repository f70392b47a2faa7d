"""The pupil's own sheet for the loopbaandossier."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from quiz.attempts import load_result, looks_of
from quiz.pupil.looks_page import PARAMETER, look_to_show
from quiz.pupil.routes import blueprint
from quiz.results.agreed import agreed_views
from quiz.results.paper import result_paper
from quiz.web.access import Audience, audience, require_attempt
from quiz.web.downloads import pdf
from quiz.web.services import services


@blueprint.get("/resultaat.pdf")
@audience(Audience.PUPIL)
def result_sheet() -> Response:
    """The sky that the result page shows, on paper.

    Below the minimum of answers there is none, and the page says why.
    """
    attempt_id, wanted = require_attempt(), request.args.get(PARAMETER)
    look = look_to_show(looks_of(services(), attempt_id), wanted)
    state, result = load_result(services(), look.id)
    if result.profile is None:
        return redirect(url_for("pupil.result", keer=look.number), 303)
    content = result_paper(state, result, result.profile, agreed_views(attempt_id))
    return pdf("zeven-werelden-resultaat.pdf", "result", content)
