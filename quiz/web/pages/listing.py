"""A long list on pages: the form above it, and the ways to the other pages. Without scripts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Self, TypeVar

from flask import request, url_for

from quiz.config.whole_numbers import whole_number
from quiz.web.pages.choices import Choice
from quiz.web.pages.sorting import PARAMETER, Order

PAGE = "blad"
ON_A_PAGE = 40
MOST_DIGITS = 9
LONGEST_CHOICE = 60
Field = tuple[str, str, tuple[Choice, ...]]
Row = TypeVar("Row")


@dataclass(frozen=True)
class AskedInAddress:
    """What was chosen in the form above a list, each "" where it was not.

    The fields of a list are those of its own class, named as in the address.
    """

    @classmethod
    def read(cls, clean: Callable[[str], str]) -> Self:
        """What this request asks for, each part cleaned and cut."""
        typed = {each.name: clean(request.args.get(each.name, "")) for each in fields(cls)}
        return cls(**{name: value[:LONGEST_CHOICE] for name, value in typed.items()})

    def parts(self) -> dict[str, str]:
        """What was chosen, as parts of an address."""
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class FilterView:
    """The form above a list: what was searched for, and the choices of each field.

    `chosen`: whether anything was; `fields`: name, label and choices of each field to pick from.
    """

    search: str
    fields: tuple[Field, ...]
    order: str
    chosen: bool


@dataclass(frozen=True)
class PagesView:
    """Which page of the list this is, and where the others are; "" where there is none."""

    number: int
    count: int
    before: str
    after: str


@dataclass(frozen=True)
class Place:
    """Where a list stands: its endpoint, and the id of its heading."""

    endpoint: str
    anchor: str


def filter_view(fields: Iterable[Field], asked: Mapping[str, str], order: Order) -> FilterView:
    """The form, with only the fields in which there is something to choose."""
    return FilterView(
        search=asked.get("zoek", ""),
        fields=tuple(field for field in fields if len(field[2]) > 1),
        order=str(order) if request.args.get(PARAMETER) else "",
        chosen=bool(asked),
    )


def choices(found: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    """Values with their labels, one of them chosen."""
    return tuple(Choice(value, label, value == chosen) for value, label in found)


def page_asked_for(found: int) -> int:
    """The number of the page in the address, from 1 to the last one that there is."""
    asked = whole_number(request.args.get(PAGE, ""), MOST_DIGITS) or 1
    return min(max(asked, 1), _last(found))


def on_page(found: Sequence[Row]) -> Sequence[Row]:
    """What stands on the page that was asked for."""
    first = (page_asked_for(len(found)) - 1) * ON_A_PAGE
    return found[first : first + ON_A_PAGE]


def pages(found: int, asked: Mapping[str, str], order: Order, place: Place) -> PagesView:
    """Which page this is of a list of so many, with the ways to the next and the one before."""
    number, last = page_asked_for(found), _last(found)

    def address(page: int) -> str:
        parts: dict[str, Any] = {**asked, PARAMETER: str(order), PAGE: page}
        there = 1 <= page <= last
        return url_for(place.endpoint, _anchor=place.anchor, **parts) if there else ""

    return PagesView(number, last, address(number - 1), address(number + 1))


def _last(found: int) -> int:
    return max(1, -(-found // ON_A_PAGE))
