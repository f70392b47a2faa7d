"""Reads the cells of one column, each different text once: most columns say the same all the time.

What is read is immutable, so rows share it. That makes loading quicker, and a catalogue smaller.
"""

from typing import Any

from quiz.domain.catalogue.files.cell import Cell
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.spreadsheets.guard import Changed, own_text, value
from quiz.domain.text.words import Words

LONGEST_SHOWN = 60
# A file in which every cell is different may not keep them all twice.
MOST_KEPT = 20_000


class ColumnReader:
    """The cells of one column; a text that could not be read is read again and refused again."""

    def __init__(self, cell: Cell) -> None:
        """Begin without any text."""
        self.cell = cell
        self._said: dict[str, str] = {}
        self._values: dict[str, tuple[Any, bool]] = {}

    def said(self, raw: str) -> str:
        """What a cell of a file says, if that may come in. Raises BadCell."""
        text = self._said.get(raw)
        if text is None:
            text = _said(self.cell, raw)
            self.cell.admit(text)
            if len(self._said) < MOST_KEPT:
                self._said[raw] = text
        return text

    def value(self, text: str) -> tuple[Any, bool]:
        """The value of a text, and whether a spreadsheet had changed it. Raises BadCell."""
        found = self._values.get(text)
        if found is None:
            found = self.cell.read(text), self.cell.mended(text)
            if len(self._values) < MOST_KEPT:
                self._values[text] = found
        return found


def _said(cell: Cell, raw: str) -> str:
    """What a cell of a file says; a text that a spreadsheet changed cannot be known."""
    if cell.typed:
        return value(raw)
    try:
        return own_text(raw)
    except Changed:
        raise BadCell(
            Words(
                "van deze tekst maakte een spreadsheet '%(raw)s'", raw=raw.strip()[:LONGEST_SHOWN]
            ),
            Words(
                "Maak het vak op als tekst en typ het opnieuw, "
                "of zet er een ' voor als het zo hoort."
            ),
        ) from None
