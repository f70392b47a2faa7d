"""What the pages of an import show, as plain values: the contract with their templates."""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.blueprints.coordinator.row_view_models import Difference
from quiz.domain.catalogue.upkeep.line import Outcome
from quiz.web.pages.choices import Choice
from quiz.web.pages.done import JustDone

MOST_OPEN = 20


class DraftLink(NamedTuple):
    """A file that waits."""

    name: str
    made: str
    url: str


@dataclass(frozen=True)
class UploadView:
    """The form for a file, what is wrong with the one that was sent, and those that wait."""

    kinds: tuple[Choice, ...]
    error: str
    drafts: tuple[DraftLink, ...]
    most_rows: str


class ColumnView(NamedTuple):
    """A column of the file: its place, what it is called, what stands in it, what it may be."""

    place: int
    name: str
    examples: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ColumnsView:
    """The page on which columns get their meaning; `needed`: those that are lacking.

    `header`: the row that names them, where something stands above it; `sheet`: the one that was
    read, where it is not the first.
    """

    name: str
    header: int
    sheet: str
    url: str
    columns: tuple[ColumnView, ...]
    needed: str


@dataclass(frozen=True)
class LineView:
    """A row of the file: what is wrong with it, or what becomes of it. `note`: why it waits."""

    number: int
    name: str
    problems: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Part:
    """Rows of one outcome, with how many there are in all; `ticked`: whether they go along."""

    title: str
    outcome: str
    count: int
    lines: tuple[LineView, ...]
    ticked: bool

    @property
    def reads_otherwise(self) -> bool:
        """Whether something in new rows is not stored as the file says it."""
        return self.outcome == Outcome.NEW and any(line.differences for line in self.lines)

    @property
    def is_long(self) -> bool:
        """Whether it is folded, so that the buttons stay in sight."""
        return len(self.lines) > MOST_OPEN


@dataclass(frozen=True)
class PreviewView:
    """What a file would do: parts to tick, what is refused, and how much stays the same.

    `needed`: the columns that it lacks for new rows, in words. `header`: the row that names them,
    where something stands above it. `sheet`: the one that was read, where it is not the first.
    `then`: the list that comes after this one, "" for none.
    """

    name: str
    kind: str
    until: str
    url: str
    columns: str
    stand: str
    parts: tuple[Part, ...]
    refused: Part
    needed: str
    header: int
    sheet: str
    same: int
    moved: bool
    done: JustDone | None
    then: str
