"""Places of the worlds, with near-ties said as ties."""

from dataclasses import dataclass

from quiz.domain.scoring.profile import Profile

# Two neighbours in the ranking differ too little to be told apart when their interest differs by
# less than this part of the larger uncertainty (a standard deviation): the chance that the lower
# one is really the higher is then more than one in three, if both doubts are independent.
PART = 0.5


@dataclass(frozen=True)
class SharedRank:
    """The place of a world, from 1; `shared` when its neighbour has the same place."""

    world: str
    number: int
    shared: bool


def places(profile: Profile) -> tuple[SharedRank, ...]:
    """The worlds in order with their places.

    What the result calls equal stays so, also where a next world is as near; a world that it puts
    in front stays alone.
    """
    groups: list[list[str]] = [list(profile.top)]
    for world in profile.worlds[len(profile.top) :]:
        in_front = len(groups) == 1 and len(profile.top) == 1
        near = not in_front and _near(profile, groups[-1][0], world)
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
    return abs(profile.standing[one] - profile.standing[other]) < PART * doubt
