"""The files of a class: the picture and the counts of progress, never one pupil."""

from flask import Response

from quiz.blueprints.classroom import export_files, operations
from quiz.blueprints.classroom.routes import blueprint, require_class
from quiz.web.access.audiences import Audience, audience
from quiz.web.responses import downloads


@blueprint.get("/klassen/<int:class_id>/export.csv")
@audience(Audience.TEACHER)
def csv_file(class_id: int) -> Response:
    """For any program; opens in a Dutch Excel as it is."""
    group = require_class(class_id)
    name = export_files.file_name(class_id, "csv")
    made = downloads.csv_file(name, export_files.sheets_of(group))
    operations.note_export(group)
    return made


@blueprint.get("/klassen/<int:class_id>/export.xlsx")
@audience(Audience.TEACHER)
def spreadsheet(class_id: int) -> Response:
    """For Excel and its like, with real numbers."""
    group = require_class(class_id)
    name = export_files.file_name(class_id, "xlsx")
    made = downloads.spreadsheet(name, export_files.sheets_of(group))
    operations.note_export(group)
    return made


@blueprint.get("/klassen/<int:class_id>/beeld.pdf")
@audience(Audience.TEACHER)
def picture_pdf(class_id: int) -> Response:
    """For the team meeting: one page, readable in grey and aloud."""
    group = require_class(class_id)
    name = export_files.file_name(class_id, "pdf")
    made = downloads.pdf(name, "class_picture", export_files.pdf_content(group))
    operations.note_export(group)
    return made
