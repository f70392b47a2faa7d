"""The files of a class: the picture and the counts of progress, never one pupil."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quiz.blueprints.classroom import export_paper, export_tables, export_workbook, operations
from quiz.blueprints.classroom.export_files import exported
from quiz.blueprints.classroom.routes import blueprint, require_class
from quiz.web.access.audiences import Audience, audience
from quiz.web.responses import downloads

TABLE = "tabel"


@blueprint.get("/klassen/<int:class_id>/export.csv")
@audience(Audience.TEACHER)
def csv_file(class_id: int) -> Response:
    """One table for any program; opens in a Dutch Excel as it is."""
    group = require_class(class_id)
    it = exported(group)
    table = export_tables.one_table(it, request.args.get(TABLE, ""))
    made = downloads.csv_file(it.name("csv", table.title.lower()), table)
    operations.note_export(group)
    return made


@blueprint.get("/klassen/<int:class_id>/export.xlsx")
@audience(Audience.TEACHER)
def spreadsheet(class_id: int) -> Response:
    """For Excel and its like, with real numbers and days; the first sheet is to print."""
    group = require_class(class_id)
    it = exported(group)
    made = downloads.spreadsheet(it.name("xlsx"), export_workbook.workbook(it))
    operations.note_export(group)
    return made


@blueprint.get("/klassen/<int:class_id>/beeld.pdf")
@audience(Audience.TEACHER)
def picture_pdf(class_id: int) -> Response:
    """For the team meeting: readable in grey and aloud."""
    group = require_class(class_id)
    it = exported(group)
    made = downloads.pdf(it.name("pdf"), "class_picture", export_paper.paper(it))
    operations.note_export(group)
    return made


@blueprint.get("/klassen/<int:class_id>/beeld.png")
@audience(Audience.TEACHER)
def picture_png(class_id: int) -> AnyResponse:
    """The planets as a slide of 1920 by 1080."""
    return _slide(class_id, "png")


@blueprint.get("/klassen/<int:class_id>/beeld.svg")
@audience(Audience.TEACHER)
def picture_svg(class_id: int) -> AnyResponse:
    """The same, sharp at any size."""
    return _slide(class_id, "svg")


def _slide(class_id: int, kind: str) -> AnyResponse:
    """Planets to put in a presentation; before there is a picture, the page that makes it."""
    group = require_class(class_id)
    it = exported(group)
    if it.picture is None:
        return redirect(url_for("classroom.picture", class_id=group.id), 303)
    content = export_paper.planets(it, it.picture)
    made = downloads.picture(it.name(kind), "class_planets", content, kind)
    operations.note_export(group)
    return made
