"""What each page of the pupil's way shows, as plain values: the contract with its template."""

from dataclasses import dataclass, field

from quiz.pupil.favourites import KeptView
from quiz.web.choices import Choice


@dataclass(frozen=True)
class StartView:
    """Two questions before the start: school type and year, and without a class the town."""

    action: str
    school_types: tuple[Choice, ...]
    years: tuple[Choice, ...]
    classroom: str | None = None
    place: str = ""
    place_choices: tuple[Choice, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)
    busy_as: str | None = None


@dataclass(frozen=True)
class CodeView:
    """The nickname and, once, the return code. Without a code: how to have a new one made."""

    nickname: str
    return_code: str | None


@dataclass(frozen=True)
class QuestionView:
    """One question as a fieldset of native radios; `value` is the stored answer, if any."""

    id: str
    number: int
    text: str
    picture: str
    value: int | None
    missing: bool


@dataclass(frozen=True)
class BlockView:
    """One block of questions on one form, or the five tech-type questions (`kind`).

    `sequence` is the highest that is stored: a script counts on from there, not from its clock.
    """

    kind: str
    block: int
    blocks: int
    questions: tuple[QuestionView, ...]
    question_total: int
    faces: tuple[Choice, ...]
    unknown: Choice
    nickname: str
    previous_url: str | None
    sequence: int

    @property
    def missing(self) -> tuple[QuestionView, ...]:
        """The questions that were left open when the form was sent."""
        return tuple(question for question in self.questions if question.missing)


@dataclass(frozen=True)
class OwnWorldView:
    """The last question: the world that the pupil would choose."""

    worlds: tuple[Choice, ...]
    nickname: str
    previous_url: str | None
    missing: bool = False


@dataclass(frozen=True)
class WorldRow:
    """One world in the sky and in the table. `size` and `ring` are 0..1; `rank` starts at 1."""

    id: str
    name: str
    rank: int
    size: float
    ring: float
    interest: str
    certainty: str
    on_top: bool


@dataclass(frozen=True)
class WorldCard:
    """One of the top three worlds: its name, what you do there, and the pupil's own reasons."""

    id: str
    name: str
    short: str
    rank_text: str
    reasons: tuple[tuple[str, str], ...]
    reason_text: str


@dataclass(frozen=True)
class StepCard:
    """One suggestion: what, where, how far, why, and the source it stands on.

    `key` names it when it is kept with the star, `anchor` is its id on the page.
    """

    key: str
    anchor: str
    kept: bool
    name: str
    text: str
    world_id: str
    reason: str
    facts: tuple[str, ...]
    link: str | None
    source_url: str
    source_label: str
    checked: str


@dataclass(frozen=True)
class StepGroup:
    """One rung of the ladder, or the companies or events near by; `points` are short lines."""

    title: str
    text: str
    cards: tuple[StepCard, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResultView:
    """The result page: the sky first, then reasons, the three worlds, and the next steps."""

    nickname: str
    headline: str
    equal: bool
    rows: tuple[WorldRow, ...]
    cards: tuple[WorldCard, ...]
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
    can_go_on: bool
    offer_more: str


@dataclass(frozen=True)
class TooFewView:
    """The kind page without a profile, for fewer than the minimum of real answers."""

    nickname: str
    title: str
    text: str
    can_go_on: bool
    offer_more: str
