"""Which worlds a result speaks of: those that earn it, so one to three and never a fixed three.

What stands in front is what the profile calls first or equal first. Another of the first three is
there as well when it draws this pupil more than the rest and an answer of their own shows it.
"""

from dataclasses import dataclass

from quiz.domain.scoring.certainty import CLEARLY_MORE
from quiz.domain.scoring.profile import Profile
from quiz.usecases.attempts.finish import FrozenResult


@dataclass(frozen=True)
class EarnedWorlds:
    """The worlds that a result speaks of, best first: those in front, and those that draw as well.

    Both are empty where the answers tell nothing; else one world at least is in front.
    """

    front: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every world that the result speaks of, best first."""
        return self.front + self.also

    @property
    def equal(self) -> tuple[str, ...]:
        """The worlds that are nearly equal in front; none when one stands out."""
        return self.front if len(self.front) > 1 else ()


def earned_worlds(profile: Profile, result: FrozenResult) -> EarnedWorlds:
    """The worlds that this result speaks of.

    Of equal first ones those without a liked answer are left out, as long as another has one.
    """
    if profile.flat:
        return EarnedWorlds((), ())
    liked = {world for world, answers in result.reasons.items() if answers}
    front = tuple(world for world in profile.top if world in liked) or profile.top
    also = tuple(
        world
        for world in profile.shown_worlds
        if world not in profile.top and world in liked and profile.standing[world] > CLEARLY_MORE
    )
    return EarnedWorlds(front, also)
