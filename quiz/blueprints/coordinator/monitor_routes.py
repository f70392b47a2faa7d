"""The monitor of a region as URLs: figures that are frozen, a file, and the press that adds."""

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from quiz.blueprints.coordinator import monitor_page, monitor_sheet, operations
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.routes import blueprint
from quiz.web.access.audiences import Audience, NotAllowed, audience
from quiz.web.responses import downloads


@blueprint.get("/regio/monitor")
@audience(Audience.COORDINATOR)
def monitor() -> str:
    """Who takes part and what draws them, in a school year, beside figures of the country."""
    return render_template("coordinator/monitor.html", view=monitor_page.monitor())


@blueprint.get("/regio/monitor.csv")
@audience(Audience.COORDINATOR)
def monitor_file() -> Response:
    """The same for a spreadsheet."""
    return downloads.csv_file("monitor.csv", monitor_sheet.monitor_sheet())


@blueprint.post("/regio/monitor")
@audience(Audience.COORDINATOR)
def add_to_monitor() -> Redirect:
    """Take in what waits, as far as the rule allows. Raises NotAllowed for another's region."""
    mine = {region.id: region for region in own_regions()}
    region = mine.get(request.form.get("regio", next(iter(mine), "")))
    if region is None:
        raise NotAllowed
    came_in = operations.add_to_monitor(region)
    done = monitor_page.CAME_IN if came_in else monitor_page.NOTHING
    return redirect(url_for("coordinator.monitor", regio=region.id, nu=done), 303)
