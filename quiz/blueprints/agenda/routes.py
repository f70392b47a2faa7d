"""The agenda of a region as URLs."""

from flask import Blueprint, Response, abort, render_template

from quiz.blueprints.agenda import feeds
from quiz.domain.catalogue.files.schema import Region
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.addresses import our_address
from quiz.web.pages.agenda_lines import coming_lines
from quiz.web.responses.fragments import fragment
from quiz.web.runtime import catalogue

blueprint = Blueprint("agenda", __name__)


@blueprint.get("/regios/<region_id>/agenda")
@audience(Audience.ANYONE)
def page(region_id: str) -> str:
    """What there is to see and do in a region from today on."""
    region = _region(region_id)
    return render_template("agenda/page.html", region=region, lines=coming_lines(region.id))


@blueprint.get("/regios/<region_id>/agenda.ics")
@audience(Audience.DATA)
def calendar(region_id: str) -> Response:
    """The same for the calendar of a phone or a school."""
    region = _region(region_id)
    return feeds.calendar(region)


@blueprint.get("/regios/<region_id>/agenda.atom")
@audience(Audience.DATA)
def atom(region_id: str) -> Response:
    """The same as news for a reader of feeds."""
    return feeds.atom(_region(region_id))


@blueprint.get("/inbed/agenda/<region_id>")
@audience(Audience.EMBEDDED)
def block(region_id: str) -> Response:
    """The same for a frame on the website of a school."""
    region = _region(region_id)
    lines = coming_lines(region.id)
    return fragment(
        (region.id, lines, our_address()),
        lambda: render_template("agenda/block.html", region=region, lines=lines),
    )


def _region(region_id: str) -> Region:
    found = catalogue().regions.get(region_id)
    if found is None:
        abort(404)
    return found
