"""A workbook to send on: a first sheet to print, with sentences, tables and a chart; then tables.

XlsxWriter is loaded on first use: who writes no workbook never pays for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from itertools import chain
from math import ceil
from textwrap import wrap
from typing import Any

from quiz.domain.spreadsheets.spreadsheets import Cell, Sheet, widths, write_cell

AUTHOR = "Zeven Werelden"
LONGEST_LINE = 140  # of a sentence on the first sheet, in signs
A4 = 9
CHART_SIZE = {"width": 560, "height": 420}
_DAYS = {"nl": "[$-413]d mmmm yyyy", "en": "[$-409]d mmmm yyyy"}
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Chart:
    """Bars to both sides of zero: a column of numbers of a sheet, by a column of names."""

    title: str
    axis: str
    sheet: Sheet
    names: int
    values: int


@dataclass(frozen=True)
class Front:
    """The first sheet: a title, facts, sentences (the first one in bold), tables beside a chart."""

    title: str
    heading: str
    facts: Sequence[tuple[str, Cell]]
    sentences: Sequence[str] = ()
    tables: Sequence[Sheet] = ()
    notes: Sequence[str] = ()
    chart: Chart | None = None


@dataclass(frozen=True)
class Workbook:
    """A first sheet and the tables after it, in one language, made at some moment."""

    front: Front
    sheets: Sequence[Sheet]
    language: str
    made: datetime


@dataclass
class _Book:
    """The workbook that is being written, its looks, and the row that comes next."""

    book: Any
    language: str
    row: int = 0
    forms: dict[str, Any] = field(default_factory=dict)

    def form(self, **looks: Any) -> Any:
        key = repr(sorted(looks.items()))
        if key not in self.forms:
            self.forms[key] = self.book.add_format({"valign": "top", **looks})
        return self.forms[key]

    def looks(self, cell: Cell, **more: Any) -> Any:
        if isinstance(cell, float):
            return self.form(num_format="0.0", **more)
        if isinstance(cell, date):
            return self.form(**{"align": "left", **more, "num_format": _DAYS[self.language]})
        return self.form(num_format="@" if isinstance(cell, str) else "0", **more)


def workbook_bytes(workbook: Workbook) -> bytes:
    """The content of an XLSX file."""
    import xlsxwriter  # noqa: PLC0415

    content = BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        title = {"title": workbook.front.heading, "author": AUTHOR}
        book.set_properties({**title, "created": workbook.made.replace(tzinfo=None)})
        _front(_Book(book, workbook.language), workbook.front)
        for sheet in workbook.sheets:
            _table_sheet(_Book(book, workbook.language), sheet)
    return content.getvalue()


def _page(book: _Book, title: str, *, pages_high: int) -> Any:
    page = book.book.add_worksheet(title)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    page.fit_to_pages(1, pages_high)
    page.set_footer(f"&L{AUTHOR}&R&P / &N")
    return page


def _front(book: _Book, front: Front) -> None:
    page = _page(book, front.title, pages_high=1)
    page.hide_gridlines(2)
    for column, width in enumerate(_front_widths(front)):
        page.set_column(column, column, width)
    page.set_row(0, 28)
    _lines(book, page, [front.heading], bold=True, font_size=18)
    for name, fact in front.facts:
        write_cell(page, (book.row, 0), name, book.form(font_color="#555555"))
        _cell(book, page, (book.row, 1), fact, align="left")
        book.row += 1
    book.row += 1
    _lines(book, page, front.sentences[:1], bold=True, font_size=13)
    _lines(book, page, front.sentences[1:])
    book.row += 1
    if front.chart is not None:
        _chart(book, page, front.chart, max(len(table.headings) for table in front.tables))
    for table in front.tables:
        _rows(book, page, table, filled=True)
        book.row += 1
    _lines(book, page, front.notes, font_color="#555555", font_size=9)


def _table_sheet(book: _Book, sheet: Sheet) -> None:
    page = _page(book, sheet.title, pages_high=0)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    for column, width in enumerate(widths(sheet)):
        page.set_column(column, column, width)
    _rows(book, page, sheet)


def _rows(book: _Book, page: Any, table: Sheet, *, filled: bool = False) -> None:
    background = {"bg_color": "#ece7fb"} if filled else {}
    for column, heading in enumerate(table.headings):
        form = book.form(bold=True, bottom=1, text_wrap=True, **background)
        write_cell(page, (book.row, column), heading, form)
    for row in table.rows:
        book.row += 1
        for column, cell in enumerate(row):
            _cell(book, page, (book.row, column), cell, bottom=1, bottom_color="#cccccc")
    book.row += 1


def _cell(book: _Book, page: Any, place: tuple[int, int], cell: Cell, **looks: Any) -> None:
    """A cell; a float shows one decimal, in the language of who opens the file."""
    form = book.looks(cell, **looks)
    if isinstance(cell, str | date):
        write_cell(page, place, cell, form)
    else:
        page.write_number(*place, cell, form)


def _lines(book: _Book, page: Any, sentences: Sequence[str], **looks: Any) -> None:
    """Sentences below each other; a long one goes on below."""
    for line in chain.from_iterable(wrap(each, LONGEST_LINE) for each in sentences):
        write_cell(page, (book.row, 0), line, book.form(num_format="@", **looks))
        book.row += 1


def _front_widths(front: Front) -> list[int]:
    """Wide enough for each column of the tables."""
    columns = [widths(table) for table in front.tables] or [[26, 40]]
    return [max(each) for each in zip(*columns, strict=False)]


def _chart(book: _Book, page: Any, chart: Chart, column: int) -> None:
    drawn, last = book.book.add_chart({"type": "bar"}), len(chart.sheet.rows)
    title = chart.sheet.title
    values = [abs(row[chart.values]) for row in chart.sheet.rows]  # type: ignore[arg-type]
    reach = max(1, ceil(max(values)))
    drawn.add_series(
        {
            "categories": [title, 1, chart.names, last, chart.names],
            "values": [title, 1, chart.values, last, chart.values],
            "fill": {"color": "#5b36c4"},
            "gap": 60,
        }
    )
    grey = {"visible": True, "line": {"color": "#d9d9d9"}}
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}})
    drawn.set_legend({"none": True})
    # Of bars that lie down, the names stand along the vertical axis.
    drawn.set_y_axis({"reverse": True, "label_position": "low", "num_font": {"size": 9}})
    axis = {"min": -reach, "max": reach, "num_format": "0.0", "label_position": "high"}
    drawn.set_x_axis({**axis, "name": chart.axis, "major_gridlines": grey})
    drawn.set_size(CHART_SIZE)
    options = {"description": f"{chart.title}. {chart.axis}", "x_offset": 24}
    page.insert_chart(book.row, column, drawn, options)
