"""A table from a file: a header and its rows, with the row numbers that a spreadsheet shows."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quiz.domain.spreadsheets.columns import Header, Names, Row
from quiz.domain.spreadsheets.delimited import in_lines, lines_of, pieces, records
from quiz.domain.spreadsheets.dialects import dialect_of
from quiz.domain.spreadsheets.encodings import Text, unscrambled
from quiz.domain.spreadsheets.sources import ZIP, opened
from quiz.domain.spreadsheets.table_shape import FIRST, MOST_ABOVE, Part, Shape, Sheet, Table
from quiz.domain.spreadsheets.workbook_table import Workbook, any_sheet


@contextmanager
def open_table(
    path: Path,
    known: Collection[str],
    *,
    sheet: Sheet = FIRST,
    first_free: bool = False,
    titled: bool = False,
) -> Iterator[Table]:
    """Open a table with (some of) the known columns, whatever kind of file it is.

    `sheet`: the one of a workbook. `first_free`: the first column may be without a name. `titled`:
    a title may stand above the header, and another sheet may hold the table. Raises FileRefused,
    also while the rows are read.
    """
    shape = Shape(Names(known), first_free, MOST_ABOVE + 1 if titled else 1)
    with opened(path) as source:
        if _is_workbook(source):
            yield any_sheet(source, sheet, shape) if titled else Workbook(source, sheet, shape)
            return
        with _text_table(source, shape) as table:
            yield table


@contextmanager
def text_table(
    source: BinaryIO, known: Collection[str], *, first_free: bool = False
) -> Iterator[Table]:
    """Read the text in an open file as a table, as `open_table` does."""
    with _text_table(source, Shape(Names(known), first_free)) as table:
        yield table


@contextmanager
def _text_table(source: BinaryIO, shape: Shape) -> Iterator[Table]:
    text = Text(source)
    try:
        yield _Delimited(text, shape)
    finally:
        text.release()


def _is_workbook(source: BinaryIO) -> bool:
    start = source.read(len(ZIP))
    source.seek(0)
    return start == ZIP


def rows_of(table: Table) -> Iterator[Row]:
    """All rows with something in them."""
    for part in table.parts():
        yield from part.rows


class _Delimited:
    """A text with separators."""

    sheet = ""

    def __init__(self, text: Text, shape: Shape) -> None:
        self._dialect, top = dialect_of(text, shape.names, shape.within)
        self.delimiter = self._dialect.delimiter
        self._text, self.has_title = text, False
        for number, record in records(lines_of(text), self.delimiter):
            if number == top:
                cells = self._dialect.cells(record)
                self.header = Header(number, cells, shape.names, free=shape.free)
                return
            self.has_title |= any(cell.strip() for cell in record)
        raise shape.names.refusal(1)

    def parts(self) -> Iterator[Part]:
        """Simple texts first; from the first quote on, one last part."""
        number = self.header.number + 1
        for piece in pieces(self._text):
            if not isinstance(piece, str):
                yield Part(self._rows(piece, number))
                return
            simple = "" if self._dialect.inner else piece
            yield Part(self._rows(in_lines(piece), number), simple)
            number += piece.count("\n")

    def position(self) -> int:
        """Tell how far the source is read."""
        return self._text.position()

    def _rows(self, lines: Iterable[str], first: int) -> Iterator[Row]:
        for number, record in records(lines, self.delimiter, first):
            cells = [unscrambled(cell) for cell in self._dialect.cells(record)]
            row = self.header.row(number, cells, ragged=False)
            if row is not None:
                yield row
