"""The numbers of the matching, all of them, each with its reason. Judgement, not measurement."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# The page of a region lists what is really about a world. Weights of 0.2 and 0.3 mean "a little of
# this too".
LEAST_WEIGHT = 0.4

# What a row is about: its largest weight, and every weight within a tenth of that. Only such a
# world is ever given as the reason to show a row.
ABOUT = 0.9

# A world that is shown counts at least this much of the likeliest one.
LEAST_SHARE = 0.2

# What the pupil liked within a world: each tag makes a row e to the power of LIKING x (liked - .5)
# times as strong. Half a scale more than the rest of its world is a factor e. DOUBT: as if so many
# answers more said that nothing in the world stands out; one answer says little.
LIKING = 3.0
DOUBT = 0.5
# How far one answer about a subject lies from what the pupil thinks of it: a step of the scale.
SPREAD = 0.25
# Two subjects are told apart when one is liked so many standard deviations more. With a half, the
# one subject that we name is the true favourite of about three in four invented pupils; with a
# whole one we would hardly ever name one (docs/engine.md).
APART = 0.5
# So far apart, and asking more would hardly tell another story: no reason to zoom in.
FAR_APART = 1.0

# A programme that suits less than this much of the best one for the same world is not shown beside
# it: rather one profile that a pupil likes than three of which two are not theirs. For that the
# subjects of a row that are liked beside the best liked one count AND_MORE: else who loves games
# and networks saw the one row about both, 150 km away, and not the ICT course round the corner.
AND_MORE = 0.5
FAR_LESS = 0.66

# Levels that are the usual next step of a school type go first where others fit alike.
LESS_USUAL = 0.6

# Each further row about the same world, on the same level, of the same name (an Ad and a hbo often
# share one) or about the same subject counts this much of the one before. Gentle: fit leads, but
# five times nearly the same is no choice: who loves all of Digitaal sees film and software.
SAME_AGAIN = 0.7
# A tag that is liked so much more than the rest of its world is what a pupil asks for: more about
# it is not more of the same.
FAVOURITE = 0.1


# How much farther is worse: at the edge of its reach a row must fit a fifth better than next door.
FARTHER = 0.2


@dataclass(frozen=True)
class Reach:
    """How far a pupil would go.

    Nearness is 1 at home, five sixths at `km`, and `elsewhere` (less) beyond it or where no place
    is known; beyond `km` no place is named, because for this step it is no real choice. Where our
    list is `complete`, what lies beyond is shown only when it is the best there is for a world.
    Where a register names `every_place`, what has none is given by nobody to who comes from school.
    """

    km: float
    elsewhere: float
    complete: bool = False
    every_place: bool = False

    def nearness(self, km: Floats) -> Floats:
        """0..1 for each distance; never more for a larger one (infinite = unknown)."""
        return np.where(km <= self.km, 1 / (1 + FARTHER * km / self.km), self.elsewhere)

    def shut(self, km: Floats) -> NDArray[np.bool_]:
        """What lies too far where our list is complete, as long as something lies within."""
        far = km > self.km
        return far if self.complete and not far.all() else np.zeros_like(far)


# Twelve-year-olds cycle; a profile that no school near by offers is hardly a choice. Mbo students
# travel an hour. Hbo and wo students travel farther or move. Mbo programmes of which no place is
# known stay visible, as no public list has their places. The register of higher education has those
# of all that is full-time or dual: an Ad without a place is for who works already.
_SCHOOL = Reach(km=25, elsewhere=0.5, complete=True)
_ENTRY = Reach(km=25, elsewhere=0.5)
_MBO = Reach(km=50, elsewhere=0.6)
_COLLEGE = Reach(km=90, elsewhere=0.6, every_place=True)
_UNIVERSITY = Reach(km=200, elsewhere=0.6, every_place=True)
REACH_OF_LEVEL: Mapping[str, Reach] = {
    "vmbo": _SCHOOL,
    "havo": _SCHOOL,
    "vwo": _SCHOOL,
    "havo-vwo": _SCHOOL,
    "mbo-1": _ENTRY,
    "mbo-2": _MBO,
    "mbo-3": _MBO,
    "mbo-4": _MBO,
    "ad": _COLLEGE,
    "hbo": _COLLEGE,
    "wo": _UNIVERSITY,
}

# Where a college is near of which we know little, a far place of another one is no answer: nobody
# in Lelystad crosses the water for what may be taught round the corner. So of mbo no place is named
# beyond so many km plus so many times the way to such a college.
ROUND_THE_CORNER_KM = 20
AS_FAR_AGAIN = 2

# A visit, an internship or a job besides school: no farther than this.
REACH_OF_COMPANY = Reach(km=35, elsewhere=0.0)
# An event of a neighbouring region is fine when it is near; a national one is held somewhere.
REACH_OF_EVENT = Reach(km=25, elsewhere=0.6)

# Rather five good ones than twenty: a pupil reads the first three, and most of all for now.
# How many of them those are.
FIRST_SEEN = 3
MOST_NOW = 5
MOST_NEXT = 4
MOST_LATER = 3
MOST_COMPANIES = 4
MOST_EVENTS = 3
MOST_VENUES = 2
MOST_COLLEGES = 3
# So many rows of a level and world are looked at, as the best five may be about one subject.
OF_MANY_SUBJECTS = 20
# So many more are looked at, because an organisation may have two rows and is shown once.
SPARE = 6
# And so many where only one of a kind is shown: half of the companies near a town may be hospitals.
OF_MANY_KINDS = 60

# Fewer programmes than this for now and next together, or fewer companies near by, and the
# pupil is told that our list is short.
FEW_PROGRAMMES = 3
FEW_COMPANIES = 3
