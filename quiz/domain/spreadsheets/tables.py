"""A table from a file: a header and its rows, with the row numbers that a spreadsheet shows."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from quiz.domain.spreadsheets.columns import Header, Names, Row
from quiz.domain.spreadsheets.delimited import in_lines, lines_of, pieces, records
from quiz.domain.spreadsheets.dialects import dialect_of
from quiz.domain.spreadsheets.encodings import Text, unscrambled
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.sources import ZIP, opened
from quiz.domain.spreadsheets.workbooks import sheet_rows
from quiz.domain.spreadsheets.worksheets import Merged
from quiz.domain.text.words import Words


class Part(NamedTuple):
    r"""Some rows. `text` holds the same, as lines without quotes, where it is that simple."""

    rows: Iterable[Row]
    text: str = ""


class Sheet(NamedTuple):
    """A sheet of a workbook: that with this name, else (unless `exactly`) the first that shows."""

    name: str = ""
    exactly: bool = False


FIRST = Sheet()
MOST_ABOVE = 20


class Shape(NamedTuple):
    """What a table may look like: names of columns, and within how many rows the header is.

    `free`: the first column may be without a name.
    """

    names: Names
    free: bool = False
    within: int = 1


class Table(Protocol):
    """What every kind of file gives. `delimiter` parts the cells in the texts of parts.

    `has_title`: something stands above the header.
    """

    header: Header
    has_title: bool
    delimiter: str

    def parts(self) -> Iterator[Part]:
        """The rows below the header, once."""

    def position(self) -> int:
        """Tell about how many bytes of the file are read."""


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
    a title may stand above the header. Raises FileRefused, also while the rows are read.
    """
    shape = Shape(Names(known), first_free, MOST_ABOVE + 1 if titled else 1)
    with opened(path) as source:
        if _is_workbook(source):
            yield _Workbook(source, sheet, shape)
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


class _Workbook:
    """A sheet of an XLSX file."""

    delimiter = ""

    def __init__(self, source: BinaryIO, wanted: Sheet, shape: Shape) -> None:
        self._source, self._merged = source, Merged()
        every = sheet_rows(source, wanted.name, exactly=wanted.exactly, merged=self._merged)
        filled = ((n, record) for n, record in every if any(cell.strip() for cell in record))
        tops = list(islice(filled, shape.within))
        if not tops:
            raise FileRefused(
                Words("dit blad is leeg"), Words("Zet er een rij namen van kolommen boven.")
            )
        best = shape.names.best([record for _, record in tops])
        number, record = tops[best]
        if not shape.names.count(record):
            raise shape.names.refusal(number)
        self.header = Header(number, record, shape.names, free=shape.free)
        self.has_title = best > 0
        self._rows = chain(tops[best + 1 :], filled)

    def parts(self) -> Iterator[Part]:
        """All rows as one part."""
        yield Part(self._filled())

    def position(self) -> int:
        """Tell where in the file the sheet is being read."""
        return self._source.tell()

    def _filled(self) -> Iterator[Row]:
        for number, record in self._rows:
            row = self.header.row(number, record, ragged=True)
            if row is not None:
                yield row
        if self._merged.last_row >= self.header.number:  # a title may be, a table may not
            raise FileRefused(
                Words("de vakken %(where)s zijn samengevoegd", where=self._merged.where),
                Words("Haal de samenvoeging weg en vul elk vak."),
            )
