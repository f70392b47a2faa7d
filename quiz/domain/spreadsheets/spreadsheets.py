"""Writing tables for spreadsheets: CSV as a Dutch Excel expects it, and XLSX.

In both a text stays a text: a class called 2E4 is no number, 3-4 no day, and nothing is run.
XlsxWriter is loaded on first use: who writes no workbook never pays for it.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from quiz.domain.spreadsheets.guard import guarded, in_workbook

Cell = str | int | float | date
# With this mark Excel reads UTF-8; a Dutch Excel expects semicolons and decimal commas.
BYTE_ORDER_MARK = "\ufeff"
WIDEST_COLUMN = 60
ROOM = 2
_TEXT = {"num_format": "@"}
_HEADING = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}


@dataclass(frozen=True)
class Sheet:
    """A table with a title and readable headings. `texts`: what is typed in it stays text too."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    texts: bool = False


def csv_text(sheet: Sheet) -> str:
    """The text of a CSV file: one table, its headings in the first row and nothing else."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in (sheet.headings, *sheet.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return BYTE_ORDER_MARK + text.getvalue()


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
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
        heading, text = book.add_format(_HEADING), book.add_format(_TEXT)
        for sheet in sheets:
            page = book.add_worksheet(sheet.title)
            page.freeze_panes(1, 0)
            if sheet.texts:
                page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
            for column, width in enumerate(widths(sheet)):
                page.set_column(column, column, width, text if sheet.texts else None)
            page.write_row(0, 0, sheet.headings, heading)
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    write_cell(page, (number, column), cell, text)
    return content.getvalue()


def write_cell(page: Any, place: tuple[int, int], cell: Cell, form: Any = None) -> None:
    """A text as a text, a number as a number and a day as a day; `form` is how texts look."""
    if isinstance(cell, str):
        done = page.write_string(*place, in_workbook(cell), form) if cell else 0
    elif isinstance(cell, date):
        done = page.write_datetime(*place, cell, form)
    else:
        done = page.write_number(*place, cell)
    if done:
        raise ValueError("a cell does not fit in a workbook")


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    return guarded(cell) if isinstance(cell, str) else str(cell)


def widths(sheet: Sheet) -> list[int]:
    """Wide enough for the widest cell of each column, within reason."""
    columns = zip(sheet.headings, *sheet.rows, strict=True)
    return [min(WIDEST_COLUMN, ROOM + max(len(str(cell)) for cell in column)) for column in columns]
