"""What a question bank is: the shapes that every other package relies on.

Nothing here reads a file. `quiz.domain.bank.load` and `quiz.domain.bank.texts` fill these shapes.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from quiz.domain.bank.tags import Tag, ZoomItem

FACETS = ("people", "things", "ideas")
STATUSES = ("live", "retired")
JOB_LEVELS = ("vmbo-mbo", "mbo-4", "hbo", "wo")
LANGUAGES = ("nl", "en")
COMPETENCES = ("kwaliteiten", "motieven", "werkexploratie", "loopbaansturing", "netwerken")
# What every part of a result keeps to: how many worlds it speaks of, how many tech types may stand
# out, and below how many answers the picture is coarse.
TOP_WORLDS = 3
MOST_TECH_TYPES = 2
COARSE_BELOW = 21


def stem(question: str) -> str:
    """The name that all versions of a question share: robotarm and robotarm-2 are one."""
    return question.rstrip("-0123456789")


class BankError(ValueError):
    """A content file cannot be used; the message is one line: file, id, what, what to do."""


@dataclass(frozen=True)
class Item:
    """One question: an activity that a pupil rates.

    `loadings` says how strongly (0 to 1) liking the activity points to a world, main world
    first. `keying` is 1, or -1 when liking it speaks against the world. An id always means the same
    question, so that an answer to it does too: what comes to mean something else is a new entry,
    with `version` one up and that number behind the id, and the old one is retired. `picture` is
    the name of an icon of the activity.
    """

    id: str
    world: str
    facet: str
    loadings: Mapping[str, float]
    keying: int
    status: str
    author: str
    version: int
    picture: str


@dataclass(frozen=True)
class Bank:
    """All questions with the scale they are answered on, in the order of the files.

    `values` are the real answers, low to high; `unknown` is the answer that is no evidence.
    `tech_items` gives for each tech-type question the type it belongs to, `former_tech_items` for
    those that are no longer asked; `tech_pictures` the icon of each that is asked.
    """

    version: int
    worlds: tuple[str, ...]
    items: Mapping[str, Item]
    values: tuple[int, ...]
    unknown: int
    tech_types: tuple[str, ...]
    tech_items: Mapping[str, str]
    tags: Mapping[str, Tag] = field(default_factory=dict)
    former_tech_items: Mapping[str, str] = field(default_factory=dict)
    tech_pictures: Mapping[str, str] = field(default_factory=dict)
    zoom: Mapping[str, ZoomItem] = field(default_factory=dict)

    @cached_property
    def live(self) -> tuple[str, ...]:
        """List the ids of the questions that pupils may get, in bank order."""
        return tuple(item.id for item in self.items.values() if item.status == "live")

    def only_live(self) -> "Bank":
        """The same bank without the questions that nobody gets any more."""
        return replace(self, items={name: self.items[name] for name in self.live})

    @cached_property
    def every_tech_item(self) -> Mapping[str, str]:
        """The type of each tech-type question that is asked or ever was."""
        return {**self.tech_items, **self.former_tech_items}

    def tech_answers(self, answers: Mapping[str, int]) -> dict[str, int]:
        """The answers on tech-type questions, one for each type: what is asked now goes first."""
        given: dict[str, str] = {}
        for question, kind in self.every_tech_item.items():
            if question in answers:
                given.setdefault(kind, question)
        return {given[kind]: answers[given[kind]] for kind in self.tech_types if kind in given}

    def zoom_of(self, world: str) -> tuple[str, ...]:
        """The questions that zoom in on a world, in the order of asking."""
        return self._open_zoom.get(world, ())

    @cached_property
    def _open_zoom(self) -> Mapping[str, tuple[str, ...]]:
        live = {name for name, item in self.zoom.items() if item.status == "live"}
        return {world: tuple(filter(live.__contains__, r[1])) for world, r in self.rounds.items()}

    @cached_property
    def rounds(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The questions of each world, and those that zoom in on it; retired ones as well."""
        return {
            world: (
                tuple(item.id for item in self.items.values() if item.world == world),
                tuple(item.id for item in self.zoom.values() if item.world == world),
            )
            for world in self.worlds
        }

    @cached_property
    def subjects(self) -> Counter[tuple[str, str]]:
        """How many tags of a world a question is about, keyed by world and question."""
        return Counter((t.world, item) for t in self.tags.values() for item in (*t.items, *t.zoom))

    @property
    def positive(self) -> int:
        """From this answer on something is liked: the upper two of the scale."""
        return self.values[-2]

    def strongest(self, answers: Mapping[str, int]) -> tuple[str, ...]:
        """Where the highest of these answers stands, ties together, if that answer is positive."""
        highest = max(answers.values(), default=self.unknown)
        return tuple(name for name in answers if self.positive <= answers[name] == highest)

    @cached_property
    def hash(self) -> str:
        """SHA-256 (hex) over everything that a trained model depends on.

        Covers worlds, scale and per item id, version, world, loadings and keying, in order.
        Wording, pictures, authors, status, tags, zooming in and tech types are left out on purpose:
        mending a typing error or withdrawing a question must not refuse the model.
        """
        content = {
            "worlds": self.worlds,
            "values": self.values,
            "unknown": self.unknown,
            "items": [
                [item.id, item.version, item.world, sorted(item.loadings.items()), item.keying]
                for item in self.items.values()
            ],
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class WorldText:
    """The page of one world: what you do there, could make, become, and do not expect.

    `short` is one sentence; `jobs` pairs each key of JOB_LEVELS with names of jobs.
    """

    name: str
    short: str
    do: tuple[str, ...]
    make: tuple[str, ...]
    jobs: tuple[tuple[str, tuple[str, ...]], ...]
    surprise: tuple[str, ...]


@dataclass(frozen=True)
class TechTypeText:
    """One way of approaching technology: its name, who it is, and what a pupil is told of it."""

    name: str
    short: str
    text: str


@dataclass(frozen=True)
class Texts:
    """Every word of the content in one language.

    `scale` is keyed by answer value, `items`, `tech_items` and `zoom_items` by question id,
    `worlds` by world id, `results` by flat message key, `tech_types` by type id, `tags` by tag.
    """

    scale: Mapping[int, str]
    items: Mapping[str, str]
    tech_items: Mapping[str, str]
    zoom_items: Mapping[str, str]
    worlds: Mapping[str, WorldText]
    results: Mapping[str, str]
    tech_types: Mapping[str, TechTypeText]
    tags: Mapping[str, str]

    @property
    def count(self) -> int:
        """Count the texts; the page of a world and a tech type each count as one."""
        return sum(len(getattr(self, part.name)) for part in fields(self))
