"""What is different between two attempts of one pupil, and whether it is more than chance.

A profile holds for each world w the posterior mean d_w of "interest in w minus mean interest" and
its standard deviation u_w. Two attempts rest on answers of their own, so what is uncertain in them
adds up as the variances of independent estimates:

    difference_w = d_w(now) - d_w(then)        sd_w = sqrt(u_w(then)^2 + u_w(now)^2)

For a pupil who stays the same this is on the safe side: posterior means are drawn towards the
middle, and with reliability r (the share of the variance that the answers explain) the mean of
one attempt varies with r u^2 instead of u^2 around what it is for this pupil.

There are seven worlds to look at, so "beyond 2 sd" would be seen by chance in too many pupils.
`PERHAPS` is chosen by simulation such that about one unchanged pupil in twenty is told "perhaps"
for any world at all (docs/engine.md; tests/lab/training/test_retest.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from typing import Literal

from quiz.domain.scoring.profile import Profile

Direction = Literal["more", "less", "same"]
PERHAPS = 2.2


@dataclass(frozen=True)
class WorldChange:
    """One world then and now, in standard deviations of interest.

    `shown_before` and `shown_after`: the same as the results show it (standing.py).
    `chance` is how far apart two attempts may lie before we say "perhaps" (PERHAPS times sd, more
    than 0); `direction` is "same" within it. It never says more than "perhaps".
    """

    before: float
    after: float
    chance: float
    shown_before: float
    shown_after: float

    @property
    def difference(self) -> float:
        """How much more (or less, below 0) the answers point to this world than then."""
        return self.after - self.before

    @property
    def direction(self) -> Direction:
        """Whether the answers perhaps point more or less to this world than then."""
        if abs(self.difference) <= self.chance:
            return "same"
        return "more" if self.difference > 0 else "less"


def change_between(before: Profile, after: Profile) -> Mapping[str, WorldChange]:
    """What changed for each world, in the order of the later profile.

    Raises ValueError when the two attempts are not about the same worlds.
    """
    if set(before.worlds) != set(after.worlds):
        raise ValueError("two looks at other worlds cannot be compared")
    return {
        world: WorldChange(
            before=before.interest[world],
            after=after.interest[world],
            chance=PERHAPS * hypot(before.uncertainty[world], after.uncertainty[world]),
            shown_before=before.standing[world],
            shown_after=after.standing[world],
        )
        for world in after.worlds
    }
