"""What the five steps on the board show, as plain values."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Planet:
    """A world on the board."""

    id: str
    name: str


@dataclass(frozen=True)
class StepLink:
    """One of the five steps, to go to."""

    name: str
    url: str
    is_here: bool


@dataclass(frozen=True)
class Guess:
    """Hands up: every world, and nothing about the class."""

    planets: tuple[Planet, ...]


@dataclass(frozen=True)
class Reveal:
    """What stands out, what is about equal, and what attracts less now.

    `sentence` says it; nothing `above`: the class looks every way.
    """

    sentence: str
    above: tuple[Planet, ...]
    equal: tuple[Planet, ...]
    below: tuple[Planet, ...]
    less: str


@dataclass(frozen=True)
class NumberLine:
    """A number to read from ten metres, and what it counts. `planet`: of which world, if of one."""

    number: int
    words: str
    planet: Planet | None = None


@dataclass(frozen=True)
class Numbers:
    """Two numbers; or, where none may be shown, what to look at instead, and `why`."""

    lines: tuple[NumberLine, ...]
    instead: str
    why: str


@dataclass(frozen=True)
class Question:
    """One question to talk about, with the worlds that it names."""

    text: str
    planets: tuple[Planet, ...]


@dataclass(frozen=True)
class NearCard:
    """A company or event: what it is called, where, and a QR code to the page of its world."""

    name: str
    where: str
    planet: Planet
    qr: Markup


@dataclass(frozen=True)
class Near:
    """Three of what is near by."""

    cards: tuple[NearCard, ...]


@dataclass(frozen=True)
class Choose:
    """The last minutes: everybody chooses a step."""


Content = Guess | Reveal | Numbers | Question | Near | Choose


@dataclass(frozen=True)
class Deck:
    """One screen of the deck. `before` and `after` are addresses, empty at the ends.

    `kind` says which content it is; `shown` whose picture it is, `together` of several classes.
    """

    shown: str
    together: bool
    steps: tuple[StepLink, ...]
    part: int
    parts: int
    before: str
    after: str
    kind: str
    content: Content
