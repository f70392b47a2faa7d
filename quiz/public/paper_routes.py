"""Paper for anyone: the sheet for parents."""

from flask import Response

from quiz.public.parents_sheet import parents_pdf
from quiz.public.routes import blueprint
from quiz.web.access import Audience, audience
from quiz.web.downloads import pdf_file


@blueprint.get("/ouders.pdf")
@audience(Audience.ANYONE)
def parents_sheet() -> Response:
    """One page to take home: the worlds, what a result is and is not, how to talk about it."""
    return pdf_file("zeven-werelden-ouders.pdf", parents_pdf())
