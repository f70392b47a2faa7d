"""Files to download: CSV that nothing runs, XLSX with real numbers, PDF to be read aloud, pictures.

A name is in plain letters for old programs and as it is for others (RFC 6266).
"""

from collections.abc import Mapping
from urllib.parse import quote

from flask import Response

from quiz.domain.spreadsheets.printed import Workbook, workbook_bytes
from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text
from quiz.domain.text.file_names import ascii_name
from quiz.web.responses.typesetting import pdf_bytes, picture_bytes

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
PICTURES = {"png": "image/png", "svg": "image/svg+xml"}
_AS_IT_IS = "!#$&+-.^_`|~"  # RFC 8187: what needs no percent sign


def csv_file(name: str, sheet: Sheet) -> Response:
    """One table."""
    return _download(csv_text(sheet).encode(), name, CSV)


def catalogue_file(name: str, text: str) -> Response:
    """A file of the catalogue, as `quiz catalogue export` writes it."""
    return _download(text.encode(), name, CSV)


def spreadsheet(name: str, workbook: Workbook) -> Response:
    """An XLSX file with a first sheet to print."""
    return _download(workbook_bytes(workbook), name, XLSX)


def pdf(name: str, template: str, content: Mapping[str, object]) -> Response:
    """A page set by templates/pdf, tagged as PDF/UA-1."""
    return pdf_file(name, pdf_bytes(template, content))


def pdf_file(name: str, made: bytes) -> Response:
    """A PDF that is there already."""
    return _download(made, name, PDF)


def picture(name: str, template: str, content: Mapping[str, object], kind: str) -> Response:
    """A picture set by templates/pdf: "png" or "svg"."""
    return _download(picture_bytes(template, content, kind), name, PICTURES[kind])


def _download(content: bytes, name: str, kind: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = disposition(name)
    return response


def disposition(name: str) -> str:
    """The header that names a file."""
    plain = ascii_name(name)
    header = f'attachment; filename="{plain}"'
    return header if plain == name else f"{header}; filename*=UTF-8''{quote(name, _AS_IT_IS)}"
