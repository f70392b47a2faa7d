"""Invented pupils to judge the catalogue with: every rung, every world, some towns."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.parameters import FEW_PROGRAMMES
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil, Suggestion

# One town in the middle of each seed region, and one far from all three.
TOWNS = ("GM0228", "GM0361", "GM0392", "GM0687")

# A pupil with one clear world, as the engine says it: the rest is shared by the other six.
CLEAR = 0.55


@dataclass(frozen=True)
class Case:
    """One invented pupil and the list that they get. `year`: the first year of the rung."""

    school_type: str
    year: int
    world: str
    town: str
    steps: NextSteps

    @property
    def honest(self) -> tuple[Suggestion, ...]:
        """Programmes for now and next, the steps that this pupil can really take from here."""
        return (*self.steps.programmes_now, *self.steps.programmes_next)

    @property
    def enough(self) -> bool:
        """Whether that is a choice."""
        return len(self.honest) >= FEW_PROGRAMMES


def cases(catalogue: Catalogue) -> Iterator[Case]:
    """A case for every rung of every school type, every clear world and every town."""
    rungs = [(school_type, year) for school_type, found in LADDER.items() for year, _ in found]
    for (school_type, year), world, town in product(rungs, catalogue.world_order, TOWNS):
        pupil = Pupil(_chances(catalogue, world), (world,), school_type, year, town)
        yield Case(school_type, year, world, town, match_next_steps(catalogue, pupil))


def _chances(catalogue: Catalogue, clear: str) -> dict[str, float]:
    rest = (1 - CLEAR) / (len(catalogue.world_order) - 1)
    return {world: CLEAR if world == clear else rest for world in catalogue.world_order}
