"""The talk on paper, for as long as a pupil shares."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.counsellor import talk_page
from quiz.blueprints.counsellor.operations import note, require_share
from quiz.blueprints.counsellor.routes import blueprint
from quiz.blueprints.counsellor.talk_guide import chosen_minutes
from quiz.blueprints.counsellor.talk_paper import talk_paper
from quiz.blueprints.counsellor.talk_routes import MINUTES
from quiz.domain.text.file_names import file_name
from quiz.results.agreed import agreed_views
from quiz.results.steps_paper import FILE, TEMPLATE, steps_paper
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.sharing.share import OpenShare
from quiz.usecases.staff.audit import Action
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.languages import translate as _
from quiz.web.responses.downloads import pdf
from quiz.web.runtime import services


@blueprint.get("/gesprekken/<long:share_id>.pdf")
@audience(Audience.COUNSELLOR)
def talk_sheet(share_id: int) -> Response:
    """The sheet of one shared result; too few answers make none, and the page says why."""
    share = _shared(share_id)
    steps = agreed_views(share.attempt_id)
    loaded = talk_page.load(share.attempt_id)
    view = talk_page.talk_view(loaded, steps, request.args.get(MINUTES))
    if view is None:
        return redirect(url_for("counsellor.talk", share_id=share.id), 303)
    head, today = talk_page.head(share, loaded), services().today().isoformat()
    length = _("%(minutes)s minuten", minutes=chosen_minutes(request.args.get(MINUTES)))
    name = file_name("pdf", _("Gesprek"), head.nickname, today, length)
    made = pdf(name, "talk", talk_paper(head, view, steps))
    note(Action.PAPER_MADE, share.id)
    return made


@blueprint.get("/gesprekken/<long:share_id>/stappen.pdf")
@audience(Audience.COUNSELLOR)
def steps_sheet(share_id: int) -> Response:
    """The agreed steps for the pupil's own file; where there are none, back to the talk."""
    share = _shared(share_id)
    steps = agreed_views(share.attempt_id)
    if not steps:
        return redirect(url_for("counsellor.talk", share_id=share.id), 303)
    nickname = talk_page.head(share, talk_page.load(share.attempt_id)).nickname
    made = pdf(FILE, TEMPLATE, steps_paper(nickname, steps))
    note(Action.PAPER_MADE, share.id)
    return made


def _shared(share_id: int) -> OpenShare:
    """The share with this number, after the pupil's yes. Raises NoShare."""
    share = require_share(share_id)
    if not share.confirmed:
        raise NoShare
    return share
