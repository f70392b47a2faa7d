"""The columns of a table: recognised in the top row, and the cells of a row below them."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quiz.domain.spreadsheets.errors import FileRefused, NoKnownColumn
from quiz.domain.spreadsheets.guard import bare
from quiz.domain.text.words import Words

MOST_COLUMNS = 1000
# Excel leaves out empty cells at the end of a CSV row, but never in its first sixteen rows.
ALWAYS_WHOLE = 16
_SHOWN = 8
_GAP = re.compile(r"[\s_-]+")


class Row(NamedTuple):
    """Cells under the columns of the header; or what is wrong with the row, and what to do."""

    number: int
    cells: list[str]
    reason: str = ""
    suggestion: str = ""


class Names:
    """The names that columns may have: known in capitals too, and with other spaces or hyphens."""

    def __init__(self, known: Collection[str]) -> None:
        """Two names that differ in such a way only are known as they are written."""
        self.known = tuple(known)
        folded = [_folded(name) for name in known]
        self._by_fold = {
            fold: name for fold, name in zip(folded, known, strict=True) if folded.count(fold) == 1
        }

    def name(self, cell: str) -> str:
        """The known name that a cell means, else what it says."""
        text = bare(cell).strip()
        return text if text in self.known else self._by_fold.get(_folded(text), text)

    def count(self, record: Sequence[str]) -> int:
        """Tell how many known names a record holds."""
        return len({self.name(cell) for cell in record[:MOST_COLUMNS]} & set(self.known))

    def best(self, records: Sequence[Sequence[str]]) -> int:
        """The place of the record that holds most of them; of equal ones the first."""
        counts = [self.count(record) for record in records]
        return counts.index(max(counts))

    def refusal(self, row: int) -> FileRefused:
        """Say that a top row holds none of the names."""
        listed = ", ".join(self.known[:_SHOWN]) + (", ..." if len(self.known) > _SHOWN else "")
        return NoKnownColumn(
            Words("de bovenste rij noemt geen kolom die we kennen"),
            Words("Verwacht: %(listed)s.", listed=listed),
            row,
        )


class Header:
    """The top row of a table. `columns` are the names in it, `places` where their cells stand.

    `written`: the names as they stand there, where `columns` has the known ones as we write them.
    """

    def __init__(self, number: int, record: Sequence[str], names: Names, *, free: bool) -> None:
        """Understand a top row; with `free` the first column counts without a name too."""
        found = [names.name(cell) for cell in record]
        while found and not found[-1]:
            found.pop()
        if len(found) > MOST_COLUMNS:
            raise FileRefused(
                Words("er zijn meer dan %(most_columns)s kolommen", most_columns=MOST_COLUMNS),
                Words("Haal weg wat leeg is."),
            )
        self.number, self.width = number, len(record)
        self.places = [n for n, name in enumerate(found) if name or (free and n == 0)]
        self.columns = [found[place] for place in self.places]
        self.written = [bare(record[place]).strip() for place in self.places]
        self._nameless = sorted(set(range(len(found))) - set(self.places))
        self._end = len(found)

    def row(self, number: int, record: list[str], *, ragged: bool) -> Row | None:
        """Put a record under the columns; None when it is empty. `ragged`: ends may be missing."""
        while len(record) > self._end and not record[-1].strip():
            record.pop()
        if not any(cell.strip() for cell in record):
            return None
        if len(record) < self._end and (ragged or number > ALWAYS_WHOLE):
            record += [""] * (self._end - len(record))
        if len(record) != self._end:
            reason = Words(
                "deze rij heeft %(count)s vakken, de bovenste rij %(end)s",
                count=len(record),
                end=self._end,
            )
            return Row(
                number, record, reason, Words("Staat er een scheidingsteken te veel of te weinig?")
            )
        if any(record[place].strip() for place in self._nameless):
            reason = Words("er staat iets in een kolom zonder naam")
            return Row(number, record, reason, Words("Haal het weg, of geef de kolom een naam."))
        return Row(number, [record[place] for place in self.places])


def _folded(name: str) -> str:
    return _GAP.sub("_", name.strip().casefold())
