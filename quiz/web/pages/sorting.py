"""Tables whose order a visitor chooses by a link on a heading: kept in the address, no scripts.

`?volgorde=naam` rises, `?volgorde=-naam` falls. What is unknown is the usual order.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from quiz.domain.codes.folding import fold

PARAMETER = "volgorde"
FALLING = "-"
_DIGITS = re.compile(r"(\d+)")
NameKey = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Order:
    """By which column a table is sorted, "" for none of them, and whether large comes first."""

    column: str = ""
    falling: bool = False

    def __str__(self) -> str:
        """As it stands in an address."""
        return (FALLING if self.falling else "") + self.column


@dataclass(frozen=True)
class Heading:
    """A heading with a link; `sorted` is what aria-sort says, "" for another column."""

    column: str
    label: str
    url: str
    sorted: str
    number: bool


@dataclass(frozen=True)
class Column:
    """A column to sort by: its word in addresses, its heading, and which end comes first."""

    word: str
    label: str
    largest_first: bool = False
    number: bool = False


def chosen_order(words: Iterable[str], usual: Order | None = None) -> Order:
    """The order that this request asks for, among columns with these words."""
    typed = request.args.get(PARAMETER, "")
    column = typed.removeprefix(FALLING)
    if column not in words:
        return usual or Order()
    return Order(column, typed.startswith(FALLING))


def headings(
    columns: Iterable[Column],
    order: Order,
    endpoint: str,
    parts: Mapping[str, int | str] | None = None,
) -> tuple[Heading, ...]:
    """The headings of a table in this order: a second press on one turns it round."""
    return tuple(_heading(column, order, endpoint, parts or {}) for column in columns)


def name_key(name: str) -> NameKey:
    """Sorts names as people do: 2B before 10A, accents and capitals aside."""
    pieces = _DIGITS.split(fold(name).casefold())
    return tuple(("", int(piece)) if piece.isdecimal() else (piece, 0) for piece in pieces if piece)


def _heading(
    column: Column, order: Order, endpoint: str, parts: Mapping[str, int | str]
) -> Heading:
    is_this = column.word == order.column
    falling = not order.falling if is_this else column.largest_first
    values: dict[str, Any] = {**parts, PARAMETER: str(Order(column.word, falling))}
    address = url_for(endpoint, **values)
    now = ("descending" if order.falling else "ascending") if is_this else ""
    return Heading(column.word, column.label, address, now, column.number)
