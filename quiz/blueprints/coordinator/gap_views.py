"""What the pages about gaps show, as plain values: the contract with templates."""

from dataclasses import dataclass
from typing import NamedTuple


class Way(NamedTuple):
    """Another region or distance; `here`: the one that is shown."""

    label: str
    url: str
    here: bool


class Pull(NamedTuple):
    """How a world draws: the mean with its sign, in words, and as a bar from the middle of 100."""

    mean: str
    words: str
    begins: float
    long: float


class Cell(NamedTuple):
    """From how many municipalities something is near: in words, of 100, and the gap itself.

    `url`: the page about the gap, "" where there is none.
    """

    words: str
    share: int
    url: str


class WorldLine(NamedTuple):
    """One world with a cell for every step; `pull`: how it draws pupils here, if that is shown."""

    name: str
    cells: tuple[Cell, ...]
    pull: Pull | None = None


@dataclass(frozen=True)
class GapsView:
    """The gaps of one region at one distance; `largest`: the worst of them in a sentence.

    `liked`: the same among worlds that draw pupils more, and of when that is; "" without figures.
    """

    region: str
    regions: tuple[Way, ...]
    distances: tuple[Way, ...]
    steps: tuple[str, ...]
    lines: tuple[WorldLine, ...]
    largest: str
    liked: str
    monitor_url: str
    file_url: str


class FarLine(NamedTuple):
    """A municipality without: what is nearest ("" for nothing at all), and how far that is."""

    municipality: str
    nearest: str
    distance: str


class Filler(NamedTuple):
    """Who could fill a gap, where, and what they are known for."""

    name: str
    municipality: str
    about: str


@dataclass(frozen=True)
class GapView:
    """One gap: who has nothing near, who of the region could change that, and where to add it."""

    world: str
    step: str
    region: str
    told: str
    lines: tuple[FarLine, ...]
    schools: tuple[Filler, ...]
    companies: tuple[Filler, ...]
    back_url: str
    add_url: str
    add_words: str
