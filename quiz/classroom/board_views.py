"""What the pages of a running lesson show, as plain values."""

from dataclasses import dataclass

from quiz.classroom.board import Row
from quiz.web.sorting import Heading, Order


@dataclass(frozen=True)
class Counts:
    """How many are in, how many of them are done, and how many have been silent for a while."""

    joined: int
    finished: int
    stuck: int = 0


@dataclass(frozen=True)
class BoardView:
    """Who is where, in which order. `resting`: closed and all are done, so nothing will come."""

    counts: Counts
    rows: tuple[Row, ...]
    resting: bool
    order: Order
    headings: tuple[Heading, ...]
