"""The steps of a result as plain values: cards, where they lead, and the groups they stand in."""

from dataclasses import dataclass
from typing import NamedTuple


class OutLink(NamedTuple):
    """A link to a site of others: what the button says, the address, and whose name is in it.

    `for_all`: the address instead on a card of several programmes, where this one is about one.
    """

    text: str
    url: str
    name: str = ""
    for_all: str = ""


class Site(NamedTuple):
    """The nearest institution of a programme: its id and municipality, its name, how far it is."""

    key: str
    name: str
    place: str


class StepSource(NamedTuple):
    """What a card stands on: in words, a page about it, and when somebody last looked at it."""

    label: str
    url: str
    checked: str


@dataclass(frozen=True)
class StepCard:
    """One suggestion: what, where, how far, and the source it stands on.

    `reason` is the own world that speaks for it. `facts` begin with the level; `site` is where a
    programme is given, `line` and `unsure` what it says on a card that several of one site share.
    `links`: the best one first. `key` names it when a pupil may keep it with the star, `anchor` is
    its id, `number` its code in the register. `national`: held all over the country;
    `for_everybody`: not for girls only; `soon`: it comes within half a year, as far as we know.
    """

    name: str
    text: str
    world_id: str
    reason: str
    facts: tuple[str, ...]
    links: tuple[OutLink, ...]
    source: StepSource
    site: Site | None = None
    line: str = ""
    unsure: str = ""
    key: str = ""
    anchor: str = ""
    number: str = ""
    kept: bool = False
    national: bool = False
    for_everybody: bool = True
    soon: bool = True

    @property
    def link(self) -> str | None:
        """The address of the best link, if there is any."""
        return self.links[0].url if self.links else None


@dataclass(frozen=True)
class NearCollege:
    """A college near home where a pupil may ask whether it gives a programme.

    `about`: the worlds that a specialised one is asked for; nothing for a broad one.
    """

    name: str
    website: str
    place: str
    about: str
    distance_km: int


@dataclass(frozen=True)
class StepGroup:
    """One rung of the ladder, or the companies or events near by.

    `points` are short lines; `lead` introduces the cards, or says what to do where there are none.
    `near_note` says once what we do not know of places near home, `near_colleges` who may know;
    `far_note` what is farther away than they are.
    """

    title: str
    text: str
    cards: tuple[StepCard, ...]
    points: tuple[str, ...] = ()
    lead: str = ""
    near_note: str = ""
    near_colleges: tuple[NearCollege, ...] = ()
    far_note: str = ""

    @property
    def by_site(self) -> tuple[tuple[StepCard, ...], ...]:
        """The cards as a page shows them: those of one institution together, where its best is."""
        groups: dict[str, list[StepCard]] = {}
        for number, card in enumerate(self.cards):
            groups.setdefault(card.site.key if card.site else str(number), []).append(card)
        return tuple(tuple(cards) for cards in groups.values())

    @property
    def by_source(self) -> tuple[tuple[StepSource, tuple[StepCard, ...]], ...]:
        """What the cards stand on: each source once, with its cards."""
        groups: dict[StepSource, list[StepCard]] = {}
        for card in self.cards:
            groups.setdefault(card.source, []).append(card)
        return tuple((source, tuple(cards)) for source, cards in groups.items())
