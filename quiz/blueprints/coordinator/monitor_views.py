"""What the monitor of a region shows, as plain values: the contract with its template."""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.blueprints.coordinator.gap_views import Pull, Way
from quiz.web.pages.done import JustDone


class WorldPull(NamedTuple):
    """One world over everybody; `before`: its mean of a year earlier, "" without one."""

    id: str
    name: str
    pull: Pull
    before: str


class Part(NamedTuple):
    """A school type or a year: how many classes, and about how many pupils."""

    name: str
    classes: int
    pupils: str


class PartsTable(NamedTuple):
    """Parts beside each other: a row for each world with a cell for each part."""

    title: str
    id: str
    parts: tuple[Part, ...]
    rows: tuple[tuple[str, tuple[Pull, ...]], ...]


class NationalLine(NamedTuple):
    """A national figure: of whom and what, which share, when, and who says so."""

    what: str
    share: int
    school_year: str
    source: str
    url: str


@dataclass(frozen=True)
class YearFigures:
    """The school year that is shown: who takes part and what draws them in words, and the figures.

    `before`: the school year earlier, "" when nothing is shown of it.
    """

    title: str
    about: str
    gist: str
    before: str
    worlds: tuple[WorldPull, ...]
    tables: tuple[PartsTable, ...]
    file_url: str


@dataclass(frozen=True)
class MonitorView:
    """The page for one region; `shown` is None as long as too few classes came in.

    `schools`: how many schools said that they stand in the region, in a sentence.
    """

    region_id: str
    region: str
    regions: tuple[Way, ...]
    years: tuple[Way, ...]
    shown: YearFigures | None
    schools: str
    national: tuple[NationalLine, ...]
    done: JustDone | None
