"""Files to download: CSV that nothing runs, XLSX with real numbers, PDF to be read aloud."""

from collections.abc import Mapping, Sequence

from flask import Response

from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text, xlsx_bytes
from quiz.web.responses.typesetting import pdf_bytes

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


def csv_file(name: str, sheets: Sequence[Sheet]) -> Response:
    """All sheets below each other, with an empty line between them."""
    return _download(csv_text(sheets).encode(), name, CSV)


def spreadsheet(name: str, sheets: Sequence[Sheet]) -> Response:
    """An XLSX file with one sheet for each table."""
    return _download(xlsx_bytes(sheets), name, XLSX)


def pdf(name: str, template: str, content: Mapping[str, object]) -> Response:
    """A page set by templates/pdf, tagged as PDF/UA-1."""
    return pdf_file(name, pdf_bytes(template, content))


def pdf_file(name: str, made: bytes) -> Response:
    """A PDF that is there already."""
    return _download(made, name, PDF)


def _download(content: bytes, name: str, kind: str) -> Response:
    """`name` is ours: letters, digits, dots and hyphens."""
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
