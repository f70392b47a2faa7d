"""What a table may look like in a file, and what every kind of file gives."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from quiz.domain.spreadsheets.columns import Header, Names, Row


class Part(NamedTuple):
    r"""Some rows. `text` holds the same, as lines without quotes, where it is that simple."""

    rows: Iterable[Row]
    text: str = ""


class Sheet(NamedTuple):
    """A sheet of a workbook: that with this name, else (unless `exactly`) the first that shows."""

    name: str = ""
    exactly: bool = False


FIRST = Sheet()
MOST_ABOVE, MOST_SHEETS = 20, 6


class Shape(NamedTuple):
    """What a table may look like: names of columns, and within how many rows the header is.

    `free`: the first column may be without a name.
    """

    names: Names
    free: bool = False
    within: int = 1


class Table(Protocol):
    """What every kind of file gives. `delimiter` parts the cells in the texts of parts.

    `has_title`: something stands above the header. `sheet`: another one than was asked for.
    """

    header: Header
    has_title: bool
    sheet: str
    delimiter: str

    def parts(self) -> Iterator[Part]:
        """The rows below the header, once."""

    def position(self) -> int:
        """Tell about how many bytes of the file are read."""
