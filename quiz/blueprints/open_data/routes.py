"""The open data as URLs: one for each list, and the document that describes them all."""

from functools import partial, update_wrapper

from flask import Blueprint, Response

from quiz.blueprints.open_data import asked
from quiz.blueprints.open_data.answers import answer, json_answer
from quiz.blueprints.open_data.document import document
from quiz.blueprints.open_data.resources import RESOURCES
from quiz.web.access.audiences import Audience, audience
from quiz.web.access.readings import TooManyReadings
from quiz.web.pages.languages import translate as _
from quiz.web.problems import programs
from quiz.web.responses.problem_json import problem_json

ROOT = "/api/v1"
blueprint = Blueprint("open_data", __name__, url_prefix=ROOT)
for _each in RESOURCES:
    _view = audience(Audience.DATA)(update_wrapper(partial(answer, _each), answer))
    blueprint.add_url_rule(f"/{_each.name}", _each.name, _view, methods=["GET"])


@blueprint.get("/openapi.json")
@audience(Audience.DATA)
def openapi() -> Response:
    """What can be asked here, as OpenAPI 3.1."""
    return json_answer(document())


@blueprint.errorhandler(asked.StrangeQuestion)
def strange_question(error: asked.StrangeQuestion) -> Response:
    """Which part of the question is wrong, and what may stand there."""
    titles = {
        asked.UnknownName: _("Daar kan niet naar gevraagd worden"),
        asked.AskedTwice: _("Twee keer hetzelfde gevraagd"),
    }
    title = titles.get(type(error), _("Dit kan daar niet staan"))
    return problem_json(programs.strange_question(title, error.name, error.may_be))


@blueprint.errorhandler(TooManyReadings)
def too_many_readings(error: TooManyReadings) -> Response:
    """How long to wait, for people and for machines."""
    made = problem_json(programs.too_many_readings(error))
    made.headers["Retry-After"] = str(error.wait)
    return made
