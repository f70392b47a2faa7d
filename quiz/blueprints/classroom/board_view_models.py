"""What the pages of a running lesson show, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from quiz.blueprints.classroom.board import Row
from quiz.blueprints.classroom.view_models import Entrance
from quiz.usecases.classes.leaving import TakenOut
from quiz.web.pages.sorting import Heading, Order


@dataclass(frozen=True)
class Counts:
    """How many are in, how many of them are done, idle for a while, or without any answer."""

    joined: int
    finished: int
    stuck: int = 0
    empty: int = 0


@dataclass(frozen=True)
class Screen:
    """What the projector shows. `state`: open, full or closed; `places`: how many there are.

    `resting`: the class was closed and all are done, so nothing will come; `slow`: nobody is busy
    in a closed class, which may be opened again. `signed_in`: the teacher can do that from here.
    """

    entrance: Entrance
    counts: Counts
    state: str
    places: int
    resting: bool
    slow: bool
    signed_in: bool


@dataclass(frozen=True)
class BoardView:
    """Who is where, in which order. `resting`: closed and all are done, so nothing will come.

    `out`: who was taken out and may be put back; `state`: whether the class is open;
    `size`: how many pupils it has at school, if the teacher said so; `first_at`: when one came in.
    """

    state: str
    counts: Counts
    size: int | None
    first_at: datetime | None
    out: TakenOut
    rows: tuple[Row, ...]
    resting: bool
    order: Order
    headings: tuple[Heading, ...]
