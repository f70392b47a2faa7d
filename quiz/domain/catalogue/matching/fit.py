"""How well rows suit a pupil, and which of their top worlds are a reason to show them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quiz.domain.bank.schema import TOP_WORLDS
from quiz.domain.catalogue.matching.match_index import MatchIndex
from quiz.domain.catalogue.matching.parameters import LEAST_SHARE, LEAST_WEIGHT
from quiz.domain.catalogue.matching.suggestion import Pupil

Floats = NDArray[np.float64]
# Fits and scores are compared at nine decimals, so that what is equal ties.
DECIMALS = 9


@dataclass(frozen=True)
class Reason:
    """A top world that speaks for a row, its rank (1..3), and the fit of the whole row."""

    world: str
    rank: int
    fit: float


@dataclass(frozen=True, eq=False)
class Wishes:
    """What a pupil's probabilities ask of a row, in the catalogue's order of worlds.

    `top`: (column, rank, world) of those top worlds that are likely enough to be a reason.
    """

    chances: Floats
    floor: float
    top: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, eq=False)
class Fits:
    """For each row its fit, and for each top world of the wishes how far that is its reason.

    `strengths`: rows x top worlds; 1 for the world that speaks most for a row, less for another
    that the row is really about as well, 0 for no reason to show it.
    """

    fit: Floats
    strengths: Floats


def least_fit(pupil: Pupil) -> float:
    """The floor for rows and reasons: a share of the largest probability."""
    return LEAST_SHARE * max(pupil.probabilities.values(), default=0.0)


def wishes_of(pupil: Pupil, worlds: Sequence[str]) -> Wishes:
    """Put a pupil's probabilities in the catalogue's order of worlds."""
    chances = [pupil.probabilities.get(world, 0.0) for world in worlds]
    floor = least_fit(pupil)
    top = tuple(
        (worlds.index(world), rank, world)
        for rank, world in enumerate(pupil.worlds[:TOP_WORLDS], 1)
        if world in worlds and 0 < pupil.probabilities.get(world, 0.0) >= floor
    )
    return Wishes(np.array(chances, dtype=float), floor, top)


def fits_of(shelf: MatchIndex, wishes: Wishes) -> Fits:
    """Fit and reasons of all rows of a shelf.

    Fit = sum over worlds of probability x weight. A row is shown for a top world only when its
    fit is not below the floor and it is really about that world (LEAST_WEIGHT).
    """
    fit = np.round(shelf.weights @ wishes.chances, DECIMALS)
    columns = [column for column, _, _ in wishes.top]
    weights = shelf.weights[:, columns]
    about = (weights >= LEAST_WEIGHT) & (fit >= round(wishes.floor, DECIMALS))[:, None]
    parts = np.where(about, weights * wishes.chances[columns], 0.0)
    largest = parts.max(axis=1, initial=0.0, keepdims=True)
    return Fits(fit, np.divide(parts, largest, out=np.zeros_like(parts), where=largest > 0))
