"""Records of a text with separators between its cells; no line and no record without end."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain

from quiz.domain.spreadsheets.encodings import Text
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

LONGEST_LINE = 1 << 18  # characters
LONGEST_RECORD = 1 << 20
PIECE = 1 << 21  # characters that are read at once where no cell holds a line end
_TOO_LONG = "limit"  # as the csv module says it of a cell
_QUOTES = Words("Staat er een aanhalingsteken te veel of te weinig?")


class _Lines:
    """Lines that are counted per record, so that none grows without end."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines, self._length = iter(lines), 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._length += len(line)
        if self._length > LONGEST_RECORD:
            raise csv.Error(_TOO_LONG)
        return line

    def record_ends(self) -> None:
        """Count anew."""
        self._length = 0


def records(
    lines: Iterable[str], delimiter: str, first: int = 1
) -> Iterator[tuple[int, list[str]]]:
    """The number and the cells of every record; a line without anything has no cells."""
    counted, number = _Lines(lines), first
    reader = csv.reader(counted, delimiter=delimiter, strict=True)
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            reason = Words("dit is geen goed CSV-bestand")
            if _TOO_LONG in str(problem):
                reason = Words("een vak is veel te lang")
            raise FileRefused(reason, _QUOTES, number) from None
        counted.record_ends()
        yield number, record
        number += 1


def lines_of(text: Text) -> Iterator[str]:
    """The lines of a text from where it stands."""
    while line := text.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise FileRefused(Words("een regel is veel te lang"), Words("Is dit wel een tabel?"))
        yield line


def in_lines(text: str) -> Iterator[str]:
    """The lines of a text as the csv module wants them."""
    return StringIO(text, newline="")


def pieces(text: Text) -> Iterator[str | Iterator[str]]:
    r"""The rest of a text as pieces of whole lines that end in \n, while none holds a quote.

    From the first quote on, the last piece is an iterator of lines: a cell may hold a line end.
    """
    while piece := text.read(PIECE):
        if not piece.endswith("\n"):
            piece += next(lines_of(text), "")
        if '"' in piece:
            yield chain(in_lines(piece), lines_of(text))
            return
        piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        yield piece if piece.endswith("\n") else piece + "\n"
