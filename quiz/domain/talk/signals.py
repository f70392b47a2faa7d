"""Reads what is worth talking about from a result and its answers: names with ids, no words yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.certainty import stands_out
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.answers import Answers
from quiz.domain.talk.facets import facet_signals
from quiz.domain.talk.likes import answer_signals

Blanks = Mapping[str, str | int]

_PLACES = ("first", "second", "third")
HURRIED = frozenset({"fast", "long_run"})


@dataclass(frozen=True)
class TalkInput:
    """What is known of a pupil: a frozen profile, the answers in the order of asking, and more.

    `answers` hold "geen idee" and the questions on tech types as well; `own_world` is what the
    pupil chose, if anything; `kept` and `agreed` are names of kept things and of agreed steps whose
    month has come; `zoomed`: a world that the pupil zoomed in on and the tag that stood out, if
    any; `changed` holds the worlds that perhaps changed, None at a first attempt.
    `front` and `also` are the worlds that the result speaks of; if not said, those of the profile.
    """

    profile: Profile
    answers: Mapping[str, int]
    own_world: str | None = None
    kept: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    changed: tuple[str, ...] | None = None
    zoomed: tuple[str, str] | None = None
    front: tuple[str, ...] = ()
    also: tuple[str, ...] | None = None

    @property
    def in_front(self) -> tuple[str, ...]:
        """The worlds that come first in this result, nearly equal when there are more."""
        return self.front or self.profile.top

    @property
    def draw_too(self) -> tuple[str, ...]:
        """The other worlds that the result speaks of."""
        return self.profile.shown_worlds if self.also is None else self.also


@dataclass(frozen=True)
class Signals:
    """What was noticed: signals of `schema.SIGNALS`, each with what fills its blanks."""

    found: Mapping[str, Blanks]

    def __contains__(self, name: str) -> bool:
        return name in self.found


def read_signals(bank: Bank, told: TalkInput) -> Signals:
    """Notice everything that the guide may ask about."""
    answers = Answers.of(bank, told.answers)
    found: dict[str, Blanks] = {}
    found |= _shape(told, answers)
    found |= _own_choice(told)
    found |= answer_signals(answers, told.profile)
    found |= facet_signals(answers)
    found |= _retake(told) | _steps(told)
    return Signals(found)


def _shape(told: TalkInput, answers: Answers) -> dict[str, Blanks]:
    """How the worlds lie, as the result says it; of a flat one the order names no worlds."""
    profile, front, found = told.profile, told.in_front, dict[str, Blanks]()
    if HURRIED & set(profile.remarks):
        found["hurried"] = {"world": front[0]}
    if profile.flat:
        found["flat"] = answers.most_given()
        return found
    found["top"] = {"world": front[0]}
    if stands_out(profile):
        found["clear"] = {"world": front[0]}
    elif len(front) > 1:
        kind = "close" if len(front) == len(_PLACES) - 1 else "broad"
        found[kind] = dict(zip(_PLACES, front, strict=False))
    return found


def _own_choice(told: TalkInput) -> dict[str, Blanks]:
    """The pupil's own choice beside what the answers point to, if they point anywhere."""
    profile, own = told.profile, told.own_world
    if profile.flat:
        return {}
    first = told.in_front[0]
    if own is None or own not in profile.worlds:
        return {"own_none": {"first": first}}
    if own in told.in_front:
        return {"own_same": {"world": own}}
    name = "own_near" if own in told.draw_too else "own_other"
    return {name: {"world": own, "first": first}}


def _retake(told: TalkInput) -> dict[str, Blanks]:
    """What a retake shows; nothing at a first attempt."""
    if told.changed is None:
        return {}
    if told.changed:
        return {"look_changed": {"world": told.changed[0]}}
    return {"look_same": {"world": told.in_front[0]}}


def _steps(told: TalkInput) -> dict[str, Blanks]:
    found: dict[str, Blanks] = {}
    if told.kept:
        found["kept"] = {"step": told.kept[0]}
    if told.zoomed:
        world, tag = told.zoomed
        found["zoomed"] = {"world": world, "tag": tag}
    if told.agreed:
        found["agreed"] = {"step": told.agreed[0]}
    return found
