"""The shapes of a talk guide: what may be asked, when, and what a talk then looks like.

The five competences are those of Kuijpers, as they stand in the exam programmes of the vmbo.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.domain.bank.schema import COMPETENCES, Texts

OPENING, CLOSING = "opening", "closing"
PARTS = (OPENING, *COMPETENCES, CLOSING)
MINUTES = (10, 25)

_WORLD = frozenset({"world"})
_ANSWER = frozenset({"item", "value"})
_IN_WORLD = _ANSWER | _WORLD
_BESIDE = frozenset({"world", "first"})
_PAIR = frozenset({"item", "value", "other", "other_value"})
_STEP = frozenset({"step"})
_PRESENT = frozenset({"count", "total"})
# What may be noticed in a result, and the blanks that its sentences may fill in.
SIGNALS: Mapping[str, frozenset[str]] = {
    "clear": _WORLD,
    "close": frozenset({"first", "second"}),
    "broad": frozenset({"first", "second", "third"}),
    "flat": _PRESENT | {"value"},
    "hurried": _WORLD,
    "own_same": _WORLD,
    "own_near": _BESIDE,
    "own_other": _BESIDE,
    "own_none": frozenset({"first"}),
    "liked": _IN_WORLD,
    "liked_elsewhere": _IN_WORLD,
    "low_in_top": _IN_WORLD,
    "low_world": _IN_WORLD,
    "things_over_people": _PAIR,
    "people_over_things": _PAIR,
    "ideas_over_things": _PAIR,
    "things_over_ideas": _PAIR,
    "unknown": frozenset({"item", "count"}),
    "nothing_liked": _ANSWER,
    "much_liked": _PRESENT,
    "tech": _ANSWER | {"type"},
    "look_changed": _WORLD,
    "look_same": _WORLD,
    "kept": _STEP,
    "zoomed": frozenset({"world", "tag"}),
    "agreed": _STEP,
    "top": _WORLD,
    "always": _ANSWER,
    "also": _ANSWER,
}
# Signals that every result with answers gives: each part of the guide listens to both.
CERTAIN = ("always", "also")
# What is worth saying on its own, because two things in the result do not seem to agree.
NOTICED = (
    "own_other",
    "own_near",
    "things_over_people",
    "people_over_things",
    "ideas_over_things",
    "things_over_ideas",
    "low_in_top",
    "liked_elsewhere",
    "low_world",
    "broad",
    "much_liked",
    "nothing_liked",
    "unknown",
    "look_changed",
)
# Remarks about the answers (quiz.domain.scoring.quality, and two of ours), with their blanks.
REMARKS: Mapping[str, frozenset[str]] = {
    "all_equal": frozenset(),
    "long_run": frozenset(),
    "flat": frozenset(),
    "misfit": frozenset(),
    "fast": frozenset(),
    "few_answers": frozenset({"answered"}),
    "fallback": frozenset(),
}


@dataclass(frozen=True)
class Prompt:
    """A question of the guide: asked when its signal is there. `ask` and `why` have blanks."""

    id: str
    when: str
    ask: str
    why: str


@dataclass(frozen=True)
class Guide:
    """Everything that may be asked in one language.

    `prompts`: per part, the most telling first; `competences`: name and explanation; `how`: how to
    hold a talk of so many minutes; `noticed` and `remarks`: sentences by signal and by remark.
    """

    prompts: Mapping[str, tuple[Prompt, ...]]
    competences: Mapping[str, tuple[str, str]]
    how: Mapping[int, str]
    noticed: Mapping[str, str]
    remarks: Mapping[str, str]
    texts: Texts


@dataclass(frozen=True)
class Asked:
    """A question for this pupil, and one sentence about why: it quotes their answer or world."""

    id: str
    ask: str
    why: str


@dataclass(frozen=True)
class TalkPart:
    """One competence: its id, its name, what it means, and the questions in the order to ask."""

    id: str
    name: str
    text: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Talk:
    """A talk of so many minutes. A short talk is the beginning of each part of a long one."""

    minutes: int
    how: str
    opening: Asked
    parts: tuple[TalkPart, ...]
    closing: Asked
