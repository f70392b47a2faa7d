"""One file of DUO as rows by the names of its columns, whole: what was cut off is refused."""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from quiz.domain.catalogue.duo import codes
from quiz.domain.catalogue.duo.formats import KNOWN_COLUMNS, YEAR_COLUMN, Format
from quiz.domain.catalogue.duo.left_out import Tally
from quiz.domain.catalogue.duo.recognise import HELP, recognise
from quiz.domain.spreadsheets.errors import FileRefused, NoKnownColumn
from quiz.domain.spreadsheets.table_shape import Table
from quiz.domain.spreadsheets.tables import open_table, rows_of
from quiz.domain.text.words import Words

MOST_ROWS = 1_000_000
_TELL_EVERY = 2000
_TAIL = 1 << 16
_NO_LINES = (b"PK", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_YEAR = re.compile("[0-9]{4}")
AGAIN = Words("Download het opnieuw.")
Row = Mapping[str, str]
Show = Callable[[int], None]


@dataclass
class Delivery:
    """A file that is being read. `rows` counts; `left_out` and `mended` fill up meanwhile."""

    name: str
    form: Format
    header: tuple[str, ...]
    records: Iterator[Row]
    rows: int = 0
    left_out: Tally = field(default_factory=Tally)
    mended: Tally = field(default_factory=Tally)
    _unread: Counter[str] = field(default_factory=Counter)

    def cannot_read(self, column: str, reason: str, example: str) -> None:
        """Leave a row out because what stands in this column is not what belongs there."""
        self.left_out.add(reason, example)
        self._unread[column] += 1

    def judge(self) -> None:
        """Refuse a file without rows, or with a column that most rows say something else in."""
        if not self.rows:
            raise FileRefused(Words("onder de bovenste rij staat niets"), AGAIN)
        for column, count in self._unread.most_common(1):
            if count > self.rows / 2:
                reason = Words(
                    "in de kolom %(column)s staat in de meeste rijen iets anders dan er hoort",
                    column=column,
                )
                raise FileRefused(
                    reason, Words("Zijn de kolommen verschoven? %(again)s", again=AGAIN)
                )

    @property
    def year(self) -> str:
        """The school year in the name of the file, as DUO gives it."""
        return codes.school_years(self.name)


def is_of_duo(path: Path) -> bool:
    """Whether the columns of a file are those of one that we know."""
    try:
        with open_table(path, KNOWN_COLUMNS) as table:
            recognise(tuple(table.header.columns))
    except FileRefused:
        return False
    return True


@contextmanager
def open_delivery(path: Path, show: Show) -> Iterator[Delivery]:
    """Open one file as downloaded; raises FileRefused, also while the rows are read."""
    try:
        with open_table(path, KNOWN_COLUMNS) as table:
            header = tuple(table.header.columns)
            form, places = recognise(header)
            delivery = Delivery(path.name, form, header, iter(()))
            delivery.records = _records(delivery, table, dict(places), show)
            yield delivery
    except NoKnownColumn as problem:
        raise FileRefused(problem.reason, HELP, problem.row) from None
    except FileRefused as problem:
        if problem.row and _is_cut(path):
            raise _cut() from None
        raise
    if _is_cut(path):
        raise _cut()
    delivery.judge()


def year_columns(delivery: Delivery) -> dict[str, str]:
    """The columns with a total of candidates, by school year."""
    found = [(name, YEAR_COLUMN.fullmatch(name)) for name in delivery.header]
    return {"-".join(_YEAR.findall(match[1])): name for name, match in found if match}


def _records(delivery: Delivery, table: Table, places: dict[str, int], show: Show) -> Iterator[Row]:
    places |= {name: delivery.header.index(name) for name in year_columns(delivery).values()}
    for row in rows_of(table):
        delivery.rows += 1
        if delivery.rows > MOST_ROWS:
            raise FileRefused(
                Words("er staan meer dan %(most_rows)s rijen in", most_rows=MOST_ROWS), AGAIN
            )
        if delivery.rows % _TELL_EVERY == 0:
            show(table.position())
        if row.reason:
            delivery.left_out.add("de rij heeft te veel of te weinig vakken", row.cells[0])
        else:
            yield {name: row.cells[place].strip() for name, place in places.items()}


def _cut() -> FileRefused:
    return FileRefused(Words("dit bestand houdt midden in een rij op"), AGAIN)


def _is_cut(path: Path) -> bool:
    """Whether the last line of a text is no line, and has fewer cells than the first."""
    if not path.is_file():
        return False
    with path.open("rb") as source:
        first = source.readline(_TAIL)
        size = source.seek(0, 2)
        source.seek(max(0, size - _TAIL))
        last = source.read().rpartition(b"\n")[2]
    if not last.strip() or first.startswith(_NO_LINES):
        return False
    separator = max(b",;\t", key=lambda sign: first.count(bytes([sign])))
    return last.count(separator) < first.count(separator) or last.count(b'"') % 2 == 1
