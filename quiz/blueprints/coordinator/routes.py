"""The coordinator's room as URLs."""

from flask import Blueprint, Response, render_template

from quiz.blueprints.coordinator import gap_page, gaps_page, home_page, list_page
from quiz.web.access.audiences import Audience, audience
from quiz.web.responses import downloads

blueprint = Blueprint("coordinator", __name__)


@blueprint.get("/regio")
@audience(Audience.COORDINATOR)
def home() -> str:
    """What there is in the own regions, and how much of it is to be looked at."""
    return render_template("coordinator/home.html", view=home_page.home())


@blueprint.get("/regio/aanbod")
@audience(Audience.COORDINATOR)
def rows() -> str:
    """What the own regions offer, to search in."""
    return render_template("coordinator/rows.html", view=list_page.rows())


@blueprint.get("/regio/aanbod/<kind>.csv")
@audience(Audience.COORDINATOR)
def rows_file(kind: str) -> Response:
    """What was asked for of one kind, as the catalogue writes it."""
    return downloads.catalogue_file(*list_page.file_of(kind))


@blueprint.get("/regio/gaten")
@audience(Audience.COORDINATOR)
def gaps() -> str:
    """Where pupils of a region find nothing near: world by step, at a distance."""
    return render_template("coordinator/gaps.html", view=gaps_page.gaps())


@blueprint.get("/regio/gaten.csv")
@audience(Audience.COORDINATOR)
def gaps_file() -> Response:
    """The gaps at every distance, for a spreadsheet."""
    return downloads.csv_file("gaten.csv", gaps_page.gaps_sheet())


@blueprint.get("/regio/gaten/<world_id>/<step>")
@audience(Audience.COORDINATOR)
def gap(world_id: str, step: str) -> str:
    """One gap, and who could fill it."""
    return render_template("coordinator/gap.html", view=gap_page.gap(world_id, step))
