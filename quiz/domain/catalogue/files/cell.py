"""What a cell is: text that is read as a value, and a value that is written as text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.files import bounds
from quiz.domain.catalogue.files.findings import BadCell, did_you_mean
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words


@dataclass(frozen=True)
class Cell:
    """A kind of cell: text to value (raises BadCell) and value to text.

    `longest` and `check`: what may come in. `typed`: a spreadsheet may write it in its own way, and
    it is read so. `mended` says whether a text was changed by a spreadsheet and is read as what it
    was. `printed`: it stands on paper as it is. `known`: the words of which it holds one.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    longest: int = bounds.SHORT
    check: Callable[[str], None] | None = None
    typed: bool = False
    mended: Callable[[str], bool] = lambda _: False
    printed: bool = False
    known: tuple[str, ...] = ()

    def admit(self, text: str) -> None:
        """Raise BadCell for text that may not come in, before anything repeats it."""
        bounds.check_length(text, self.longest)
        bounds.check_signs(text)
        if self.check is not None:
            self.check(text)


def required(text: str) -> str:
    """Read a text that is not empty."""
    if not text.strip():
        raise BadCell(Words("dit vak is leeg"), Words("Vul het in."))
    return text


def matching(pattern: re.Pattern[str], example: str) -> Callable[[str], str]:
    """Make a reader of words of one form, without spaces around them."""

    def read(text: str) -> str:
        content = required(text).strip()
        if not pattern.fullmatch(content):
            raise BadCell(
                Words("'%(text)s' staat er niet goed", text=text),
                Words("Schrijf het zoals %(example)s.", example=example),
            )
        return content

    return read


def one_of(known: Sequence[str]) -> Cell:
    """Make a cell that holds one of the known words."""

    def read(text: str) -> str:
        content = text.strip()
        if content not in known:
            advice = did_you_mean(content, known) or Words(
                "Kies uit: %(known)s.", known=", ".join(filter(None, known))
            )
            raise BadCell(Words("'%(text)s' kennen we hier niet", text=text), advice)
        return content

    return Cell(read, known=tuple(known))


def number(low: int, high: int) -> Cell:
    """Make a cell that holds a whole number in low..high."""

    def read(text: str) -> int:
        value = dutch.whole(text)
        if value is None or not low <= value <= high:
            raise BadCell(
                Words(
                    "'%(text)s' is geen heel getal van %(low)s tot en met %(high)s",
                    text=text,
                    low=low,
                    high=high,
                ),
                Words("Schrijf alleen cijfers, zoals %(low)s.", low=low),
            )
        return value

    return Cell(read, typed=True)


def optional(cell: Cell) -> Cell:
    """Make a cell that may be empty (None) or else holds what `cell` holds."""
    return Cell(
        lambda text: cell.read(text) if text.strip() else None,
        lambda value: "" if value is None else cell.write(value),
        typed=cell.typed,
    )
