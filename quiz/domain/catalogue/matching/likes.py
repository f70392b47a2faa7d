"""What a pupil liked within the worlds: robots or test tubes, from the answers to the questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import fmean

from quiz.domain.bank.schema import Bank
from quiz.domain.bank.tags import Tag
from quiz.domain.catalogue.matching.parameters import APART, DOUBT, SPREAD

# As much as the rest of its world: no reason to choose or to leave a row.
NEUTRAL = 0.5


@dataclass(frozen=True)
class Taste:
    """How much a tag is liked beside the rest of its world (0..1), and how far off that may be.

    `doubt`: a standard deviation; it is largest for a tag about which nothing was answered.
    """

    tag: str
    liked: float
    doubt: float


@dataclass(frozen=True)
class _Beside:
    """What the answers about a tag are held against, within one world.

    `rounds`: the answers of this world, a round each; `guests`: the questions of other worlds about
    a tag of this one, each with the mean of its own world; `shared`: how many tags of this world a
    question is about. To each of two it tells half.
    """

    rounds: Sequence[Mapping[str, float]]
    guests: Mapping[str, float]
    shared: Mapping[tuple[str, str], int]


def likes_of(answers: Mapping[str, int], bank: Bank) -> Mapping[str, float]:
    """How much each tag is liked beside the rest of its world, 0..1; NEUTRAL is just as much.

    A tag without a real answer is left out. How much a world draws is not said here: who answers
    "super" to all of it likes no part of it more than another.
    """
    values = _values(answers, bank)
    return {
        taste.tag: taste.liked
        for world in bank.worlds
        for taste in _tastes(values, bank, world)
        if any(item in values for item in _about(bank, taste.tag))
    }


def tastes_of(answers: Mapping[str, int], bank: Bank, world: str) -> tuple[Taste, ...]:
    """The tags of a world, the most liked first; of equal ones in the order of tags.yaml."""
    tastes = _tastes(_values(answers, bank), bank, world)
    return tuple(sorted(tastes, key=lambda taste: -taste.liked))


def favourites(tastes: Sequence[Taste], apart: float = APART) -> tuple[str, ...]:
    """The first of these tags, and those that are not `apart` standard deviations behind it."""
    first = tastes[0]
    return tuple(
        taste.tag
        for taste in tastes
        if first.liked - taste.liked < apart * hypot(first.doubt, taste.doubt) or taste is first
    )


def _tastes(values: Mapping[str, float], bank: Bank, world: str) -> list[Taste]:
    rounds = [
        {item: values[item] for item in asked if item in values} for asked in bank.rounds[world]
    ]
    tags = {name: tag for name, tag in bank.tags.items() if tag.world == world}
    beside = _Beside(rounds, _guests(values, bank, world), bank.subjects)
    return [_taste(values, tag, name, beside) for name, tag in tags.items()]


def _guests(values: Mapping[str, float], bank: Bank, world: str) -> dict[str, float]:
    """The questions of other worlds about a tag of this one, with the mean of their own world.

    Who loves all of that world answers such a question well for that, and not for the tag; who does
    not like that world answers it badly for that.
    """
    items = {item for tag in bank.tags.values() if tag.world == world for item in tag.items}
    homes = {item: bank.items[item].world for item in items & values.keys()}
    return {
        item: fmean(
            value
            for name, value in values.items()
            if name in bank.items and bank.items[name].world == home
        )
        for item, home in homes.items()
        if home != world
    }


def _taste(
    values: Mapping[str, float],
    tag: Tag,
    name: str,
    beside: _Beside,
) -> Taste:
    """How far some answers lie from those of their world; less far for a few.

    Beside the answers of the same round: who was milder or tired after the result likes no subject
    less for having more questions in that round.
    """
    away, shares = dict[str, float](), dict[str, float]()
    for about, answered in zip((tag.items, tag.zoom), beside.rounds, strict=True):
        own = {item: 1 / beside.shared[tag.world, item] for item in about if item in values}
        away |= _away(values, own, answered, beside.guests)
        shares |= own
    said = sum(shares.values())
    more = sum(far * shares[item] for item, far in away.items()) / (said + DOUBT)
    return Taste(name, min(1.0, max(0.0, NEUTRAL + more)), SPREAD / sqrt(said + DOUBT))


def _away(
    values: Mapping[str, float],
    shares: Mapping[str, float],
    answered: Mapping[str, float],
    guests: Mapping[str, float],
) -> dict[str, float]:
    """How far each answer about a tag lies from the mean of all that were given in its world.

    `shares`: how much each answer tells about the tag. A guest lies above the others of this world,
    or below them, only as far as that holds beside its own world as well. In a mean an answer
    counts for what it tells, and a guest is held against the other tags: so no better answer about
    a tag ever makes it less liked.
    """
    mean = _mean(answered, {item: shares.get(item, 1.0) for item in answered})
    others = _mean(answered, {item: 1.0 for item in answered if item not in shares})
    away: dict[str, float] = {}
    for item in shares:
        home = guests.get(item)
        beside = mean if home is None else _between(values[item], _or(others, home), home)
        away[item] = values[item] - _or(beside, values[item])
    return away


def _or(value: float | None, other: float) -> float:
    return other if value is None else value


def _mean(values: Mapping[str, float], weights: Mapping[str, float]) -> float | None:
    """The mean of those that weigh something; None where nothing does."""
    whole = sum(weights.values())
    return sum(values[item] * weight for item, weight in weights.items()) / whole if whole else None


def _between(value: float, one: float, other: float) -> float:
    """The nearest to a value that lies between two others, whichever is larger."""
    return min(max(value, min(one, other)), max(one, other))


def _values(answers: Mapping[str, int], bank: Bank) -> dict[str, float]:
    """The real answers between 0 and 1."""
    low, high = bank.values[0], bank.values[-1]
    return {
        item: (answer - low) / (high - low)
        for item, answer in answers.items()
        if answer in bank.values
    }


def _about(bank: Bank, tag: str) -> tuple[str, ...]:
    """The questions about a tag, those that zoom in as well."""
    return (*bank.tags[tag].items, *bank.tags[tag].zoom)
