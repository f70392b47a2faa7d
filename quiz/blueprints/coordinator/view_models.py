"""What the pages of the coordinator's room show, as plain values: the contract with templates."""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.web.pages.listing import FilterView, PagesView
from quiz.web.pages.sorting import Heading


class Count(NamedTuple):
    """A number, and the list of what was counted; without one where there is nothing."""

    number: int
    url: str


@dataclass(frozen=True)
class KindCount:
    """How many rows of one kind a region has.

    `shown`: how many of them pupils may see; `unsourced`: without a source; `broken`: with
    a link that fails; `old`: with a source
    that nobody looked at for a year; `soon`: events that come near, and nobody looked lately.
    """

    label: str
    total: Count
    shown: int
    unsourced: Count
    broken: Count
    old: Count
    soon: Count


@dataclass(frozen=True)
class RegionCounts:
    """One region with its counts."""

    id: str
    name: str
    municipalities: int
    kinds: tuple[KindCount, ...]


@dataclass(frozen=True)
class HomeView:
    """The first page of the room; without regions it says who can give one."""

    regions: tuple[RegionCounts, ...]


class KindLink(NamedTuple):
    """Something for one kind: what was found of it as a file, or the form for a new one."""

    label: str
    url: str


@dataclass(frozen=True)
class RowLine:
    """One row of the list; `about`: its school, or the world that it is closest to.

    `checked`: the day when somebody last looked, "" for never; `url`: its page here.
    """

    name: str
    about: str
    level: str
    kind: str
    municipality: str
    checked: str
    unsourced: bool
    broken: bool
    old: bool
    url: str


@dataclass(frozen=True)
class RowsView:
    """One page of the list: how many rows there are (`total`), and how many were asked for."""

    lines: tuple[RowLine, ...]
    headings: tuple[Heading, ...]
    filters: FilterView
    pages: PagesView
    files: tuple[KindLink, ...]
    additions: tuple[KindLink, ...]
    total: int
    found: int
