"""The figures of a picture: means, spreads and counts, rounded before anything follows from them.

Order, what stands out and what is hidden follow from rounded figures, so that they say no more
than the figures do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from quiz.domain.bank.schema import MOST_TECH_TYPES, Bank
from quiz.domain.scoring.profile import Profile
from quiz.usecases.class_pictures.counts import tech_type_counts, top_three_counts
from quiz.usecases.class_pictures.members import Member
from quiz.usecases.class_pictures.picture import TechFigure, WorldFigure

DECIMALS = 1
SMALLEST_SPREAD = 0.3
STANDARD_ERRORS = 2
NEUTRAL = 3


@dataclass(frozen=True)
class Pupils:
    """Those who count: each with a profile. `left_out` finished with too few answers."""

    profiles: tuple[Profile, ...]
    tech: tuple[dict[str, int], ...]
    left_out: int


def pupils_of(members: Sequence[Member]) -> Pupils:
    """The members that count."""
    counted = [member for member in members if member.profile is not None]
    return Pupils(
        profiles=tuple(member.profile for member in counted if member.profile is not None),
        tech=tuple(dict(member.tech) for member in counted),
        left_out=len(members) - len(counted),
    )


def world_figures(bank: Bank, pupils: Pupils, *, counts: bool) -> tuple[WorldFigure, ...]:
    """Every world in the order of the shown means; with `counts`, those that may be shown."""
    means = {world: _interest(world, pupils) for world in bank.worlds}
    ranked = sorted(bank.worlds, key=lambda world: -means[world][0])
    shown: Sequence[int | None] = [None] * len(ranked)
    if counts:
        found = Counter(world for profile in pupils.profiles for world in profile.shown_worlds)
        in_top = [found[world] for world in ranked]
        shown = top_three_counts(in_top, len(pupils.profiles), pupils.left_out)
    return tuple(
        WorldFigure(world, *means[world], count) for world, count in zip(ranked, shown, strict=True)
    )


def tech_figures(bank: Bank, pupils: Pupils, *, counts: bool) -> tuple[TechFigure, ...]:
    """Every tech type in the order of the shown agreement; with `counts`, as for the worlds."""
    means = {kind: _agreement(kind, pupils) for kind in bank.tech_types}
    ranked = sorted(bank.tech_types, key=lambda kind: -means[kind])
    shown: Sequence[int | None] = [None] * len(ranked)
    if counts:
        found = Counter(kind for tech in pupils.tech for kind in _strongest_types(bank, tech))
        shown = tech_type_counts([found[kind] for kind in ranked], len(pupils.profiles))
    return tuple(
        TechFigure(kind, means[kind], count) for kind, count in zip(ranked, shown, strict=True)
    )


def standing_out(
    worlds: Sequence[WorldFigure], pupils: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The worlds more than two standard errors above zero, and those as far below it."""
    wide = STANDARD_ERRORS / sqrt(pupils)
    above = tuple(each.world for each in worlds if each.interest > wide * each.spread)
    below = tuple(each.world for each in worlds if -each.interest > wide * each.spread)
    return above, below


def _strongest_types(bank: Bank, tech: dict[str, int]) -> tuple[str, ...]:
    """The types that stand out; of more than two the pupil's own result says "many" as well."""
    found = bank.strongest(tech)
    return found if len(found) <= MOST_TECH_TYPES else ()


def _interest(world: str, pupils: Pupils) -> tuple[float, float]:
    """Mean and standard deviation as shown. A spread near zero would tell on everybody."""
    values = [profile.interest[world] for profile in pupils.profiles]
    return _rounded(fmean(values)), max(_rounded(stdev(values)), SMALLEST_SPREAD)


def _agreement(kind: str, pupils: Pupils) -> float:
    return _rounded(fmean(tech.get(kind) or NEUTRAL for tech in pupils.tech))


def _rounded(value: float) -> float:
    return round(value, DECIMALS) + 0.0
