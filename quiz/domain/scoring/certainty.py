"""What may be said about a profile, and how surely: the one place where numbers become words.

Page, paper, talk and table all ask here, so that they never disagree. The words themselves stand in
questions/results. Everything follows from the order (probabilities), from how much each world is
shown to attract (standing.py: never more for a world that comes later) and from the doubt about
that. How often each word holds among invented pupils: `python -m quiz.lab.training.words_hold`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import erf, sqrt
from typing import Literal

from quiz.domain.scoring.profile import Profile

Pull = Literal["high", "middle", "low", "unknown"]
Doubt = Literal["small", "medium", "large"]
DOUBTS: tuple[Doubt, ...] = ("small", "medium", "large")

# From this far above (or below) the pupil's own mean, in standard deviations of interest, a world
# attracts more (or less) than the rest. Closer by, 28 answers cannot tell it from the mean: their
# doubt about one world is .35 to .55.
CLEARLY_MORE = 0.35
# "About as the rest" only fails for a world that really lies beyond twice that.
FAR_FROM_REST = 2 * CLEARLY_MORE
# A world stands out when it is likelier to be the strongest than all others together.
STANDS_OUT = 0.5
# "Quite sure": what the words say holds in at least nine of ten; "a bit unsure": in three of four.
QUITE_SURE = 0.9
A_BIT_UNSURE = 0.75
# So many standard deviations to each side hold eight in ten of a normal distribution, and leave one
# in ten beyond each end: "more" and "less" are quite sure where the line of doubt is clear of 0.
EIGHT_IN_TEN = 1.2816
# Two neighbours share a place when they differ by less than this part of the larger doubt (a
# standard deviation): the lower one is then really the higher in more than one of three.
SAME_PLACE = 0.5


def stands_out(profile: Profile) -> bool:
    """Whether one world may be said to stand out, and not only to come first."""
    if profile.flat or profile.outcome != "clear":
        return False
    return profile.probabilities[profile.worlds[0]] >= STANDS_OUT


def pull(profile: Profile, world: str) -> Pull:
    """Which words say how much a world attracts: never weaker for a world that comes before.

    Worlds that the result calls equal get the same words.
    """
    if profile.flat:
        return "unknown"
    if world not in profile.top:
        return pull_of(profile.standing[world])
    if profile.outcome == "clear":
        return "high"
    together = [profile.standing[each] for each in profile.top]
    return pull_of(sum(together) / len(together))


def pull_of(interest: float) -> Pull:
    """The words for an interest, in standard deviations from the pupil's own mean."""
    if interest > CLEARLY_MORE:
        return "high"
    return "low" if interest < -CLEARLY_MORE else "middle"


def doubt(profile: Profile, world: str) -> Doubt:
    """How sure we are of those words; of answers that tell nothing, not at all."""
    if profile.flat:
        return "large"
    chance = holds(profile, world)
    return DOUBTS[(chance < QUITE_SURE) + (chance < A_BIT_UNSURE)]


def holds(profile: Profile, world: str) -> float:
    """The probability that the words for this world are right, by what we believe of it.

    "More" is right for a world above the pupil's mean, "less" for one below it.
    """
    low, high = _REGIONS[pull(profile, world)]
    middle, spread = profile.standing[world], profile.uncertainty[world]
    return _below((high - middle) / spread) - _below((low - middle) / spread)


_ENDLESS = 1e9
_REGIONS: Mapping[Pull, tuple[float, float]] = {
    "high": (0.0, _ENDLESS),
    "middle": (-FAR_FROM_REST, FAR_FROM_REST),
    "low": (-_ENDLESS, 0.0),
    "unknown": (-_ENDLESS, _ENDLESS),
}


def is_right(said: Pull, interest: float) -> bool:
    """Whether words hold of a true interest: what `holds` gives the probability of."""
    low, high = _REGIONS[said]
    return low <= interest <= high


def _below(deviations: float) -> float:
    """The standard normal distribution function."""
    return 0.5 * (1 + erf(deviations / sqrt(2)))


@dataclass(frozen=True)
class SharedRank:
    """The place of a world, from 1; `shared` when its neighbour has the same place."""

    world: str
    number: int
    shared: bool


def places(profile: Profile) -> tuple[SharedRank, ...]:
    """The worlds in order with their places.

    What the result calls equal stays so, also where a next world is as near; a world that it puts
    in front stays alone. Worlds of which different words are said never share a place.
    """
    groups: list[list[str]] = [list(profile.top)]
    for world in profile.worlds[len(profile.top) :]:
        in_front = len(groups) == 1 and len(profile.top) == 1
        first = groups[-1][0]
        alike = pull(profile, first) == pull(profile, world)
        near = not in_front and alike and _near(profile, first, world)
        if near:
            groups[-1].append(world)
        else:
            groups.append([world])
    found: list[SharedRank] = []
    for group in groups:
        number = len(found) + 1
        found += [SharedRank(world, number, len(group) > 1) for world in group]
    return tuple(found)


def _near(profile: Profile, one: str, other: str) -> bool:
    """Whether two worlds lie too close together to say which comes first."""
    doubt = max(profile.uncertainty[one], profile.uncertainty[other])
    return abs(profile.standing[one] - profile.standing[other]) < SAME_PLACE * doubt
