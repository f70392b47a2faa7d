"""What each page of the pupil's way shows, as plain values: the contract with its template."""

from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.web.pages.choices import Choice
from quiz.web.pages.schooling import YearChoice


@dataclass(frozen=True)
class StartView:
    """Two questions before the start: school type and year, and without a class the town.

    `preset`: the class answers both, in words. `trial`: staff who are signed in here try it out.
    """

    action: str
    school_types: tuple[Choice, ...]
    years: tuple[YearChoice, ...]
    classroom: str | None = None
    place: str = ""
    place_choices: tuple[Choice, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)
    busy_as: str | None = None
    trial: bool = False
    preset: str = ""


@dataclass(frozen=True)
class CodeView:
    """The nickname, the class and, once, the return code. Without it: how to have a new one made.

    `renamed`: the nickname is another one since the pupil came into the class; `told`: which school
    and year were chosen.
    """

    nickname: str
    return_code: str | None
    told: str
    classroom: str = ""
    renamed: bool = False


class QuestionView(NamedTuple):
    """One question as a fieldset of native radios; `value` is the stored answer, if any."""

    id: str
    number: int
    text: str
    picture: str
    value: int | None
    missing: bool


@dataclass(frozen=True)
class BlockView:
    """Questions on one form: a block, the five on tech type, or some that zoom in (`kind`).

    The form goes to `action`; `again` is the same page as it is filled in; `world` is the name of
    the world that it zooms in on.
    `now` is our clock in milliseconds, because that of a tablet may be years wrong; `sequence` is
    the highest that is stored: a script counts on from both.
    `retake`: the pupil does the quiz again, and the earlier result can be seen meanwhile.
    `place`: what a pupil reads who is no longer in the class.
    """

    kind: str
    action: str
    again: str
    world: str
    block: int
    blocks: int
    questions: tuple[QuestionView, ...]
    question_total: int
    faces: tuple[Choice, ...]
    unknown: Choice
    nickname: str
    previous_url: str | None
    sequence: int
    now: int
    retake: bool = False
    place: str = ""

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
    retake: bool = False


@dataclass(frozen=True)
class TooFewView:
    """The kind page without a profile, for fewer than the minimum of real answers."""

    nickname: str
    title: str
    text: str
    can_go_on: bool
    offer_more: str
