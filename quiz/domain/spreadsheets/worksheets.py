"""The rows of one sheet of a workbook, as they stream by."""

import re
import zipfile
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.domain.spreadsheets.cell_values import Values
from quiz.domain.spreadsheets.columns import MOST_COLUMNS
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.shared_texts import LONGEST_TEXT, TextParts
from quiz.domain.spreadsheets.xml_parts import Attributes, Handler, broken, read_part
from quiz.domain.text.words import Words

LAST_ROW = 1_048_576
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_COMPUTE = Words("Open het in Excel en bewaar het opnieuw.")


@dataclass
class Merged:
    """The lowest of the cells that are merged; a sheet tells it behind its rows."""

    last_row: int = 0
    where: str = ""


def worksheet_rows(
    archive: zipfile.ZipFile, part: str, values: Values, merged: Merged
) -> Iterator[tuple[int, list[str]]]:
    """Number and texts of every row that holds something; cells in between are empty."""
    rows = _Rows(values, merged)
    for _ in read_part(archive, part, rows):
        while rows.done:
            yield rows.done.popleft()


class _Rows(Handler):
    """Puts the cells of each row together."""

    def __init__(self, values: Values, merged: Merged) -> None:
        self.done: deque[tuple[int, list[str]]] = deque()
        self._values, self._merged = values, merged
        self._number, self._column = 0, -1
        self._cells: list[str] = []
        self._kind = self._style = ""
        self._content: list[str] = []
        self._length = 0
        self._in_content = self._computed = self._known = False
        self._text = TextParts()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._begin_row(attributes)
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._in_content = self._known = True
        elif name == "f":
            self._computed = True
        elif name == "mergeCell":
            self._note_merged(attributes.get("ref", ""))
        else:
            self._text.start(name)

    def end(self, name: str) -> None:
        if name == "v":
            self._in_content = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if self._cells:
                self.done.append((self._number, self._cells))
        else:
            self._text.end(name)

    def text(self, text: str) -> None:
        if not self._in_content:
            self._text.add(text)
            return
        self._content.append(text)
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise FileRefused(
                Words("een vak is veel te lang"), Words("Is dit wel een tabel?"), self._number
            )

    def _begin_row(self, attributes: Attributes) -> None:
        number = int(attributes.get("r", self._number + 1))
        if not self._number < number <= LAST_ROW:
            raise broken()
        self._number, self._column, self._cells = number, -1, []

    def _begin_cell(self, attributes: Attributes) -> None:
        self._column = _column(attributes["r"]) if "r" in attributes else self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._content, self._length = [], 0
        self._computed = self._known = False

    def _end_cell(self) -> None:
        inline = self._text.take()
        content = inline if self._kind == "inlineStr" else "".join(self._content)
        if self._computed and not self._known:
            reason = Words("een formule heeft nog geen uitkomst")
            raise FileRefused(reason, _COMPUTE, self._number)
        if self._kind == "str":
            content = inline or content
        text = self._values.text(self._kind, self._style, content)
        if not text:
            return
        if self._column >= MOST_COLUMNS:
            reason = Words(
                "er staat iets voorbij kolom %(most_columns)s", most_columns=MOST_COLUMNS
            )
            raise FileRefused(reason, Words("Haal het weg."), self._number)
        self._cells += [""] * (self._column + 1 - len(self._cells))
        self._cells[self._column] = text

    def _note_merged(self, where: str) -> None:
        found = _PLACE.fullmatch(where.rpartition(":")[2])
        if not found:
            raise broken()
        last_row = int(found[2])
        if last_row > self._merged.last_row:
            self._merged.last_row, self._merged.where = last_row, where[:20]


def _column(place: str) -> int:
    found = _PLACE.fullmatch(place)
    if not found:
        raise broken()
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
