"""How well a row suits a pupil, and which of their top worlds is the reason to show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from quiz.catalogue.parameters import LEAST_SHARE, LEAST_WEIGHT, TOP_WORLDS
from quiz.catalogue.suggestion import Pupil


@dataclass(frozen=True)
class Reason:
    """The top world that speaks most for a row, its rank (1..3), and the fit of the whole row."""

    world: str
    rank: int
    fit: float


def least_fit(pupil: Pupil) -> float:
    """Give the floor for rows and reasons: a share of the largest probability."""
    return LEAST_SHARE * max(pupil.probabilities.values(), default=0.0)


def reason_for(pupil: Pupil, weights: Mapping[str, float]) -> Reason | None:
    """Give the reason to show a row with these world weights, or None when there is none.

    Fit = sum over worlds of probability x weight. The reason is the top world with the largest
    part in that sum among those above the floor that the row is really about; ties go to the
    higher rank.
    """
    parts = {world: pupil.probabilities.get(world, 0.0) * weights[world] for world in weights}
    fit = fsum(parts.values())
    floor = least_fit(pupil)
    about = [
        (-parts[world], rank, world)
        for rank, world in enumerate(pupil.worlds[:TOP_WORLDS], 1)
        if weights.get(world, 0.0) >= LEAST_WEIGHT and pupil.probabilities.get(world, 0.0) >= floor
    ]
    if not about or fit <= 0 or fit < floor:
        return None
    _, rank, world = min(about)
    return Reason(world, rank, fit)
