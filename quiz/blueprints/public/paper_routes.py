"""Paper for anyone: the sheet for parents."""

from flask import Response

from quiz.blueprints.public.parents_sheet import parents_pdf
from quiz.blueprints.public.routes import blueprint
from quiz.web.access.audiences import Audience, audience
from quiz.web.responses.downloads import pdf_file


@blueprint.get("/ouders.pdf")
@audience(Audience.ANYONE)
def parents_sheet() -> Response:
    """One page to take home: the worlds, what a result is and is not, how to talk about it."""
    return pdf_file("zeven-werelden-ouders.pdf", parents_pdf())
