"""Which separator a text has: that with which the top row holds the columns that we expect.

Nothing is guessed from how often a sign occurs. Besides comma, semicolon and tab there is what a
Dutch Excel makes of a file with commas that is opened by a double click and saved: every row in its
first cell, cut at semicolons, and the whole of it quoted once more.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quiz.domain.spreadsheets.columns import Names
from quiz.domain.spreadsheets.delimited import LONGEST_LINE, in_lines, records
from quiz.domain.spreadsheets.encodings import Text
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?;*', re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """The separator, and in `inner` that of the rows that stand in one cell each."""

    delimiter: str
    inner: str = ""

    def cells(self, record: list[str]) -> list[str]:
        """The cells that a record means."""
        if self.inner:
            return _unwrapped(self.delimiter.join(record).rstrip(self.delimiter), self.inner)
        if len(record) == 1 and self.delimiter in record[0]:
            return _unwrapped(record[0], self.delimiter)
        return record


_DIALECTS = (Dialect(","), Dialect(";"), Dialect("\t"), Dialect(";", ","), Dialect("\t", ","))


class Top(NamedTuple):
    """A record at the top of a text: its number, and the cells with anything in them."""

    number: int
    cells: Sequence[str]


def dialect_of(text: Text, names: Names, within: int = 1) -> tuple[Dialect, int]:
    """Find the dialect, and the number of its header; the text stands before its first row then.

    The header is one of the first `within` rows that are not empty. Raises FileRefused when with no
    dialect it holds a column that we know.
    """
    start = text.read(LONGEST_LINE)
    text.restart()
    first_line = next(in_lines(start), "")
    named = _SEPARATOR_LINE.fullmatch(first_line.strip())
    if named:
        text.readline(LONGEST_LINE)
        start = start[len(first_line) :]
    choices = (Dialect(named[1]),) if named else _DIALECTS
    tops = [_top(start, dialect, names, within) for dialect in choices]
    counts = [(names.count(top.cells), -len(top.cells)) for top in tops]
    best = counts.index(max(counts))
    if not counts[best][0]:
        if not start.strip(" \t\r\n,;"):
            raise FileRefused(
                Words("dit bestand is leeg"),
                Words("Geef een bestand met een rij namen van kolommen."),
            )
        raise names.refusal(tops[best].number)
    return choices[best], tops[best].number


def _top(start: str, dialect: Dialect, names: Names, within: int) -> Top:
    """The record with most columns that we know, of the first ones with anything in them."""
    found: list[Top] = []
    try:
        for number, record in records(in_lines(start), dialect.delimiter):
            if any(cell.strip() for cell in record):
                found.append(Top(number, [c for c in dialect.cells(record) if c.strip()]))
            if len(found) == within:
                break
    except FileRefused:
        pass
    return found[names.best([top.cells for top in found])] if found else Top(1, [])


def _unwrapped(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(in_lines(line), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return [line]
