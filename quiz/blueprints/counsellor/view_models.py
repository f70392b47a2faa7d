"""What the page of a shared result shows, as plain values: the contract with its template."""

from dataclasses import dataclass, field

from quiz.domain.talk.schema import Talk
from quiz.results.agreed import AgreedView
from quiz.results.view_models import ShownResult
from quiz.web.pages.choices import Choice

# Titles with what stands under them, each as (key, name).
Abouts = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class HeadView:
    """Who shares: a nickname and a few facts; when it was made, and until when it is seen."""

    nickname: str
    who: str
    made: str
    answered: int
    until: str


@dataclass(frozen=True)
class ChartRow:
    """One world in the chart. `middle`, `low` and `high` lie on 0 to 100, 50 is the pupil's mean.

    `place` counts from 1 and is shared by worlds that lie too close together to tell apart.
    """

    id: str
    name: str
    place: str
    shared: bool
    interest: str
    certainty: str
    figure: str
    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Contribution:
    """One answer and the part it played for a world: as words, and as a bar on 0 to 100."""

    question: str
    answer: str
    world: str
    effect: str
    start: float
    width: float


@dataclass(frozen=True)
class WorldReasons:
    """Every answer that counted for a world, the largest part first."""

    id: str
    name: str
    rows: tuple[Contribution, ...]


@dataclass(frozen=True)
class AgreedStepsView:
    """The agreed steps, and the form for one more with what is wrong with it.

    `abouts`: what a step may be about, under a heading each.
    """

    steps: tuple[AgreedView, ...]
    kinds: tuple[Choice, ...]
    months: tuple[Choice, ...]
    abouts: tuple[tuple[str, tuple[Choice, ...]], ...]
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TalkView:
    """One shared result: the summary first, then everything it rests on.

    `own_choice` is empty where it stands in `noticed`: what does not seem to agree. `remarks` are
    about the answers; `explained`: whether the complete reasons can be given, or only those that
    were frozen with the result; `abouts`: what an agreed step may be about.
    """

    shown: ShownResult
    own_choice: str
    remarks: tuple[str, ...]
    noticed: tuple[str, ...]
    talk: Talk
    lengths: tuple[int, ...]
    chart: tuple[ChartRow, ...]
    reasons: tuple[WorldReasons, ...]
    explained: bool
    abouts: Abouts
