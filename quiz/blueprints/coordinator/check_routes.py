"""The list of rows to look at again as URLs."""

from flask import redirect, render_template
from werkzeug.wrappers import Response

from quiz.blueprints.coordinator import check_page, operations
from quiz.blueprints.coordinator.routes import blueprint
from quiz.web.access.audiences import Audience, audience


@blueprint.get("/regio/nakijken")
@audience(Audience.COORDINATOR)
def check_list() -> str:
    """What is to be looked at, with a tick for each row that is still right."""
    return render_template("coordinator/check.html", view=check_page.check_list())


@blueprint.post("/regio/nakijken")
@audience(Audience.COORDINATOR)
def check_ticked() -> Response:
    """The ticked rows are still right; those that changed meanwhile stay on the list."""
    right, left = operations.check_rows(check_page.ticked())
    return redirect(check_page.after(right, left), 303)
