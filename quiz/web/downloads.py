"""Files to download: CSV that nothing runs, XLSX with real numbers, PDF to be read aloud.

XlsxWriter and Typst are loaded on first use: a page of a pupil never pays for them.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from flask import Response

from quiz.paths import CONTENT, TEMPLATES

Cell = str | int | float
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
# With this mark Excel reads UTF-8; a Dutch Excel expects semicolons and decimal commas.
BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
WIDEST_COLUMN = 60
ROOM = 2


@dataclass(frozen=True)
class Sheet:
    """A table with a title and readable headings."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


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


def csv_text(sheets: Sequence[Sheet]) -> str:
    """The text of a CSV file; text that a spreadsheet would run as a formula is defused."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow([])
        for row in (sheet.headings, *sheet.rows):
            writer.writerow([_csv_cell(cell) for cell in row])
    return BYTE_ORDER_MARK + text.getvalue()


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The content of an XLSX file: texts stay texts, numbers are numbers."""
    import xlsxwriter  # noqa: PLC0415

    content = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.title)
            page.freeze_panes(1, 0)
            for column, width in enumerate(_widths(sheet)):
                page.set_column(column, column, width)
            page.write_row(0, 0, sheet.headings, bold)
            for number, row in enumerate(sheet.rows, 1):
                page.write_row(number, 0, row)
    return content.getvalue()


def pdf_bytes(template: str, content: Mapping[str, object]) -> bytes:
    """A tagged PDF. The content travels as JSON: nothing in it is read as markup."""
    import typst  # noqa: PLC0415

    made = typst.compile(
        str(TEMPLATES / "pdf" / f"{template}.typ"),
        root=str(CONTENT),  # the planets are the same files as on the pages
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"content": json.dumps(content)},
    )
    if not isinstance(made, bytes):
        raise TypeError("one document makes one file")
    return made


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    text = str(cell)
    is_text = isinstance(cell, str)
    return f"'{text}" if is_text and text.lstrip().startswith(_FORMULA) else text


def _widths(sheet: Sheet) -> list[int]:
    """Wide enough for the widest cell of each column, within reason."""
    columns = zip(sheet.headings, *sheet.rows, strict=True)
    return [min(WIDEST_COLUMN, ROOM + max(len(str(cell)) for cell in column)) for column in columns]


def _download(content: bytes, name: str, kind: str) -> Response:
    """`name` is ours: letters, digits, dots and hyphens."""
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
