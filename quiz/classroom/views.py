"""What each page of this room shows, as plain values: the contract with its template."""

from dataclasses import dataclass, field

from markupsafe import Markup

from quiz.classroom.board import Row
from quiz.web.choices import Choice


@dataclass(frozen=True)
class ClassLine:
    """One class in the list."""

    id: int
    name: str
    who: str
    code: str
    joined: int
    finished: int
    state: str
    is_open: bool
    made: str


@dataclass(frozen=True)
class NewClassView:
    """The form for a new class with what was filled in and what is wrong with it."""

    name: str
    school_types: tuple[Choice, ...]
    years: tuple[Choice, ...]
    place: str
    place_choices: tuple[Choice, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entrance:
    """How pupils get in: the code in two groups, the address to type, and both as a QR code.

    `only_here`: the address works on this device alone, so that no phone can follow the QR code.
    """

    code: str
    address: str
    qr: Markup
    only_here: bool


@dataclass(frozen=True)
class Counts:
    """How many are in, how many of them are done, and how many have been silent for a while."""

    joined: int
    finished: int
    stuck: int = 0


@dataclass(frozen=True)
class LessonPart:
    """Before, during or after the lesson: what to do, with minutes where it takes time."""

    title: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ClassView:
    """The page of one class. `vanishes` is the day on which the pupils' entries are removed."""

    line: ClassLine
    entrance: Entrance
    place: str
    capacity: int
    vanishes: str
    has_picture: bool
    needed: int


@dataclass(frozen=True)
class BoardView:
    """Who is where. `resting`: the class is closed and all are done, so nothing more will come."""

    counts: Counts
    rows: tuple[Row, ...]
    resting: bool
