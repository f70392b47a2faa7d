"""The table in a workbook, on the sheet that holds it."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import BinaryIO

from quiz.domain.spreadsheets.columns import Header, Row
from quiz.domain.spreadsheets.errors import EmptySheet, FileRefused, NoKnownColumn
from quiz.domain.spreadsheets.table_shape import MOST_SHEETS, Part, Shape, Sheet
from quiz.domain.spreadsheets.workbooks import sheet_rows, shown_sheets
from quiz.domain.spreadsheets.worksheets import Merged
from quiz.domain.text.words import Words


def any_sheet(source: BinaryIO, wanted: Sheet, shape: Shape) -> "Workbook":
    """The wanted sheet, else the first of the next ones that has columns that we know."""
    try:
        return Workbook(source, wanted, shape)
    except (NoKnownColumn, EmptySheet):
        for name in shown_sheets(source)[:MOST_SHEETS]:
            with suppress(NoKnownColumn, EmptySheet):
                found = Workbook(source, Sheet(name, exactly=True), shape)
                found.sheet = name
                return found
        raise


class Workbook:
    """A sheet of an XLSX file."""

    delimiter, sheet = "", ""

    def __init__(self, source: BinaryIO, wanted: Sheet, shape: Shape) -> None:
        self._source, self._merged = source, Merged()
        every = sheet_rows(source, wanted.name, exactly=wanted.exactly, merged=self._merged)
        filled = ((n, record) for n, record in every if any(cell.strip() for cell in record))
        tops = list(islice(filled, shape.within))
        if not tops:
            raise EmptySheet(
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
