"""Another language in the middle of a form: the same page again, and all that was typed in it.

The language of a page with a form is a button of that form, so that a browser without scripts
sends along what is there. Such a form is never acted on: it becomes a look at the page it came
from, into which the fields are written again. A view that `speaks` keeps them itself instead.
"""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, Response, after_this_request, current_app, g, request
from flask.globals import request_ctx

from quiz.web.access.origins import refuse_foreign
from quiz.web.pages.languages import ASKED, LANGUAGES, PARAMETER
from quiz.web.pages.refilling import filled

View = TypeVar("View", bound=Callable[..., object])


def install(app: Flask) -> None:
    """Look at every form before its token is: one that only asks for a language changes nothing."""
    app.before_request(_switch)


def speaks(view: View) -> View:
    """Declare that a view answers a form that asks for a language by itself."""
    view.speaks = True  # type: ignore[attr-defined]
    return view


def is_asked() -> bool:
    """Whether this form only asks for another language."""
    return ASKED in g


def _switch() -> None:
    asked = request.form.get(PARAMETER) if request.method == "POST" else None
    if asked not in LANGUAGES:
        return
    refuse_foreign()
    g.asked_language = asked
    view = current_app.view_functions.get(request.endpoint or "")
    if not getattr(view, "speaks", False):
        _look_instead()
        after_this_request(_fill_in)


def _look_instead() -> None:
    """From here on this is a visit of the same address."""
    request.method = request.environ["REQUEST_METHOD"] = "GET"
    request.routing_exception = None
    request_ctx.url_adapter = current_app.create_url_adapter(request)
    request_ctx.match_request()


def _fill_in(response: Response) -> Response:
    if response.status_code == 200 and response.mimetype == "text/html":
        response.set_data(filled(response.get_data(as_text=True), request.form))
    return response
