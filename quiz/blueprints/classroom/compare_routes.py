"""Class pictures beside each other, as a URL: what was chosen stands in the address."""

from flask import render_template

from quiz.blueprints.classroom.compare_page import compare_view
from quiz.blueprints.classroom.routes import Page, blueprint
from quiz.web.access.audiences import Audience, audience, require_staff


@blueprint.get("/klassen/vergelijk")
@audience(Audience.TEACHER)
def compare() -> Page:
    """Choose classes and years, and see them world by world on one line."""
    return render_template("classroom/compare.html", view=compare_view(require_staff()))
