"""The files of a class: the picture and the counts of progress, never one pupil."""

from flask import Response

from quiz.blueprints.classroom import export_files, operations
from quiz.blueprints.classroom.routes import blueprint, require_class
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.responses import downloads


@blueprint.get("/klassen/<int:class_id>/export.csv")
@audience(Audience.TEACHER)
def csv_file(class_id: int) -> Response:
    """For any program; opens in a Dutch Excel as it is."""
    sheets = export_files.sheets_of(require_class(class_id), require_staff(Audience.TEACHER))
    made = downloads.csv_file(export_files.file_name(class_id, "csv"), sheets)
    operations.note_export(require_staff(Audience.TEACHER), class_id)
    return made


@blueprint.get("/klassen/<int:class_id>/export.xlsx")
@audience(Audience.TEACHER)
def spreadsheet(class_id: int) -> Response:
    """For Excel and its like, with real numbers."""
    sheets = export_files.sheets_of(require_class(class_id), require_staff(Audience.TEACHER))
    made = downloads.spreadsheet(export_files.file_name(class_id, "xlsx"), sheets)
    operations.note_export(require_staff(Audience.TEACHER), class_id)
    return made


@blueprint.get("/klassen/<int:class_id>/beeld.pdf")
@audience(Audience.TEACHER)
def picture_pdf(class_id: int) -> Response:
    """For the team meeting: one page, readable in grey and aloud."""
    content = export_files.pdf_content(require_class(class_id), require_staff(Audience.TEACHER))
    made = downloads.pdf(export_files.file_name(class_id, "pdf"), "class_picture", content)
    operations.note_export(require_staff(Audience.TEACHER), class_id)
    return made
