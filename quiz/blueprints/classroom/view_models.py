"""What each page of this room shows, as plain values: the contract with its template."""

from dataclasses import dataclass, field

from markupsafe import Markup

from quiz.blueprints.classroom.capacity_page import RoomFields
from quiz.blueprints.classroom.how_many import joined_and_done
from quiz.domain.bank.lesson import Step
from quiz.web.pages.choices import Choice
from quiz.web.pages.schooling import YearChoice
from quiz.web.pages.sorting import Heading


@dataclass(frozen=True)
class ClassLine:
    """One class in the list; `owner`: whose it is, where that is a colleague."""

    id: int
    name: str
    who: str
    code: str
    joined: int
    finished: int
    state: str
    is_open: bool
    made: str
    owner: str = ""

    @property
    def how_many(self) -> str:
        """How many take part and are done, in a sentence."""
        return joined_and_done(self.joined, self.finished)


@dataclass(frozen=True)
class ClassList:
    """The classes of a teacher in the order that was chosen."""

    lines: tuple[ClassLine, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class ClassFormView:
    """The form of a class with what was filled in and what is wrong with it.

    `stays`: school, year and town in words, where only the name can change.
    """

    name: str
    school_types: tuple[Choice, ...]
    years: tuple[YearChoice, ...]
    place: str
    room: RoomFields
    stays: str = ""
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
class LessonPart:
    """Before, during or after the lesson: what to do, with minutes where it takes time."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class ClassView:
    """The page of one class.

    `waiting`: from when the hours count where nobody came yet. `vanishes` is the day on which the
    pupils' entries are removed, `needed` how many make a picture, `lessons` the minutes
    for which there is a plan.
    """

    line: ClassLine
    entrance: Entrance
    waiting: str
    place: str
    capacity: int
    is_full: bool
    vanishes: str
    has_picture: bool
    is_mine: bool
    needed: int
    lessons: tuple[int, ...]


@dataclass(frozen=True)
class CountLine:
    """How many pupils out of all, in words and as a share of 100; None where it is not shown."""

    words: str
    share: float | None


@dataclass(frozen=True)
class WorldLine:
    """One world in the picture: its figures as text, the same as a drawing, and in words.

    `words` say how it draws the class; `middle`, `low` and `high` are where the mean and one
    standard deviation around it lie, 0 to 100 with the pupils' own mean at 50; `around` is the
    spread.
    """

    id: str
    name: str
    interest: str
    around: str
    words: str
    middle: float
    low: float
    high: float
    count: CountLine


@dataclass(frozen=True)
class TechLine:
    """One way of approaching technology: who it is, and how the class answers today.

    `agreement` is the mean answer (1 to 5), `level` the same from 0 to 100; `count` says for how
    many it is one of the strongest.
    """

    id: str
    name: str
    short: str
    agreement: str
    level: float
    count: CountLine


@dataclass(frozen=True)
class PictureView:
    """The class picture with words beside it, and what to do with it.

    `together`: the other classes in it; `shown`: the names of all of them; `with_counts` and
    `with_type_counts`: whether any of worlds and of ways is shown; `hides`: some beside those are
    not; the sentences `about` say how counts and figures are meant.
    """

    made: str
    pupils: int
    number: int
    with_counts: bool
    with_type_counts: bool
    hides: bool
    together: tuple[str, ...]
    shown: str
    headline: str
    remarks: tuple[str, ...]
    worlds: tuple[WorldLine, ...]
    tech_types: tuple[TechLine, ...]
    talk: tuple[str, ...]
    about_counts: str
    about_hidden: str
    about_figures: str


@dataclass(frozen=True)
class BeforePictureView:
    """Why there is no picture yet, and what can be done about it.

    `others`: parallel classes to show together; `absent`: how many of the class did not come in, as
    far as the teacher said how many there are; `problem`: what stood in the way just now.
    """

    line: ClassLine
    needed: int
    others: tuple[Choice, ...]
    absent: int
    problem: str = ""
