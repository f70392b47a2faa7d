"""The class picture as a lesson on the board: five steps, and what each may say of the class.

Everything here follows from a frozen picture, and from nothing else, so the group rule that the
picture keeps (docs/adr/0009) holds for every step. What does not stand out has no order here:
its worlds come in the order of the question bank.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.usecases.class_pictures.picture import ClassPicture

GUESS, REVEAL, NUMBERS, TALK, NEAR = range(1, 6)
STEPS = (GUESS, REVEAL, NUMBERS, TALK, NEAR)
MOST_NUMBERS = 2
MOST_HIDDEN = 2


@dataclass(frozen=True)
class Spot:
    """One screen of the deck: a step, and which part of it, from 1."""

    step: int
    part: int = 1


@dataclass(frozen=True)
class BigNumber:
    """So many pupils have this world in their top three. `stands_out`: as a whole, too."""

    world: str
    count: int
    stands_out: bool


@dataclass(frozen=True)
class ManyWorlds:
    """In a class without a favourite: so many worlds are each in the top three of `least` pupils.

    `least` is the smallest count in sight.
    """

    worlds: int
    least: int


@dataclass(frozen=True)
class Revealed:
    """The worlds that stand out, those that are about equal, and those that attract less now."""

    above: tuple[str, ...]
    equal: tuple[str, ...]
    below: tuple[str, ...]


def every_spot(questions: int) -> tuple[Spot, ...]:
    """All screens in order: a screen for each question; near by, and then a step to choose."""
    parts = {TALK: questions, NEAR: 2}
    return tuple(Spot(step, part) for step in STEPS for part in range(1, parts.get(step, 1) + 1))


def asked_spot(spots: Sequence[Spot], step: int | None, part: int | None) -> Spot:
    """The screen with this step and part; the step's first for an unknown part, else the first."""
    of_step = [spot for spot in spots if spot.step == step]
    return next((spot for spot in of_step if spot.part == part), (*of_step, spots[0])[0])


def revealed(picture: ClassPicture, order: Sequence[str]) -> Revealed:
    """Three groups of worlds, each in the order that says nothing."""
    out = {*picture.above, *picture.below}
    return Revealed(
        above=tuple(world for world in order if world in picture.above),
        equal=tuple(world for world in order if world not in out),
        below=tuple(world for world in order if world in picture.below),
    )


def big_numbers(picture: ClassPicture) -> tuple[BigNumber, ...]:
    """The counts that say most, of those that the picture shows: of what stands out first."""
    if not picture.above:
        return ()
    found = [
        BigNumber(each.world, each.top_three, each.world in picture.above)
        for each in picture.worlds
        if each.top_three is not None
    ]
    found.sort(key=lambda number: (not number.stands_out, -number.count))
    return tuple(found[:MOST_NUMBERS])


def many_worlds(picture: ClassPicture) -> ManyWorlds | None:
    """How widely a class looks in which no world stands out; None where too little is in sight."""
    counts = [each.top_three for each in picture.worlds if each.top_three is not None]
    if picture.above or len(counts) < len(picture.worlds) - MOST_HIDDEN:
        return None
    return ManyWorlds(len(counts), min(counts))
