"""The parts of a result as plain values: what a template sets, on a page or on paper."""

from dataclasses import dataclass

from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.results.step_models import StepGroup


@dataclass(frozen=True)
class WorldRow:
    """One world in the sky and in the table.

    `size` is 0..1; `rank` starts at 1, or is 0 for all where nothing tells them apart. `doubt` is
    small, medium or large, and `certainty` says so in words.
    """

    id: str
    name: str
    rank: int
    size: float
    doubt: str
    interest: str
    certainty: str
    on_top: bool


@dataclass(frozen=True)
class WorldCard:
    """A world that the result speaks of: what you do there, own reasons, and work on the ladder.

    `told`: what zooming in on it told, if the pupil did.
    """

    id: str
    name: str
    short: str
    rank_text: str
    reasons: tuple[tuple[str, str], ...]
    reason_text: str
    jobs: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True)
class FirstStep:
    """One of the three steps to begin with: to choose, to look at, or to talk.

    `what` is what the step is about and `text` what to do with it; `facts` where and how far.
    `links`: (address, words, outward), the first one as a button. `key` names it for the star.
    """

    verb: str
    what: str
    text: str
    world_id: str = ""
    facts: tuple[str, ...] = ()
    links: tuple[tuple[str, str, bool], ...] = ()
    key: str = ""
    kept: bool = False


@dataclass(frozen=True)
class KeptView:
    """A kept step on the list: `key` names it in the form; a link to open."""

    key: str
    name: str
    facts: tuple[str, ...]
    link: str


@dataclass(frozen=True)
class ChangeRow:
    """One world then and now.

    `dot` is where the difference lies, `low` to `high` what chance can do, all 0..1 with the
    middle for "the same"; `moved`: perhaps more than chance.
    """

    id: str
    name: str
    before: str
    after: str
    words: str
    dot: float
    low: float
    high: float
    moved: bool


@dataclass(frozen=True)
class ChangeView:
    """An attempt beside the one before it; no rows when the two cannot be compared."""

    then: str
    now: str
    summary: str
    caution: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class ShownResult:
    """A result in words: the worlds in order, those that earn a card, and the next steps.

    `moment`: what there is to choose at this time of the year; `steps_note`: what our list lacks;
    `distances`: how they were measured, where the steps name any. `change`: what is different from
    the attempt before, None at a first one. `flat`: (nearly) the same answer everywhere, so no
    world comes first, nothing was chosen for this pupil, and a quiet retake makes sense.
    `learning`: what bol and bbl are (a title and its text), where mbo is on the ladder. `pupil`:
    what the matching knew, None where the answers told nothing.
    """

    nickname: str
    headline: str
    rows: tuple[WorldRow, ...]
    cards: tuple[WorldCard, ...]
    first_steps: tuple[FirstStep, ...]
    edges: tuple[tuple[str, str], ...]
    new_world: WorldCard | None
    own_choice: str
    tech_types: tuple[tuple[str, str], ...]
    tech_text: str
    remarks: tuple[str, ...]
    notes: tuple[str, ...]
    steps: tuple[StepGroup, ...]
    near: tuple[StepGroup, ...]
    steps_note: str
    moment: str
    kept: tuple[KeptView, ...]
    distances: str = ""
    learning: tuple[str, str] | None = None
    pupil: Pupil | None = None
    change: ChangeView | None = None
    flat: bool = False
