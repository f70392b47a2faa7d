"""How well rows suit a pupil, and which of the worlds that are shown are a reason to show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quiz.domain.bank.schema import TOP_WORLDS
from quiz.domain.catalogue.matching.likes import NEUTRAL
from quiz.domain.catalogue.matching.match_index import MatchIndex
from quiz.domain.catalogue.matching.parameters import (
    ABOUT,
    AND_MORE,
    FAVOURITE,
    LEAST_SHARE,
    LIKING,
)
from quiz.domain.catalogue.matching.suggestion import Pupil

Floats = NDArray[np.float64]
# Fits and scores are compared at nine decimals, so that what is equal ties.
DECIMALS = 9


class Reason(NamedTuple):
    """A world that speaks for a row, its rank (1..3), and how well the row fits it."""

    world: str
    rank: int
    fit: float


@dataclass(frozen=True, eq=False)
class Wishes:
    """What a pupil asks of a row, in the catalogue's order of worlds and tags.

    `top`: (column, rank, world) of the worlds that are shown. `directions`: a row for each of them,
    of length 1: that world as much as the likeliest, the others that are shown as they are.
    `shares`: how much each counts beside the likeliest. `likes`: how far each tag is liked
    more (or less) than the rest of its world; `favourites`: those that are liked clearly more.
    """

    top: tuple[tuple[int, int, str], ...]
    directions: Floats
    shares: Floats
    likes: Floats
    favourites: frozenset[str]


@dataclass(frozen=True, eq=False)
class Fits:
    """For each row and each world of the wishes how well it fits (0..1), and how well it suits.

    The fit is 0 where that world is no reason to show the row. `liked` counts what the pupil
    liked within the world as well, and puts rows in order; nearness, and how much the world draws,
    come on top of it. `suits` counts what is liked beside the best liked subject only partly: to
    somebody who loves two, a row about one of them is hardly worse than one about both.
    """

    fit: Floats
    liked: Floats
    suits: Floats


def is_about(worlds: Mapping[str, float], world: str) -> bool:
    """Whether a world is what a row is about: its largest weight, or nearly."""
    return worlds.get(world, 0.0) > 0 and worlds[world] >= ABOUT * max(worlds.values())


def wishes_of(pupil: Pupil, worlds: Sequence[str], tags: Sequence[str] = ()) -> Wishes:
    """Put what a pupil's answers say in the catalogue's order of worlds and tags."""
    top = tuple(
        (worlds.index(world), rank, world)
        for rank, world in enumerate(pupil.worlds[:TOP_WORLDS], 1)
        if world in worlds
    )
    chances = np.array([pupil.probabilities.get(world, 0.0) for _, _, world in top], dtype=float)
    most = chances.max(initial=0.0)
    if most <= 0:
        top, chances = (), np.zeros(0)
    directions = np.zeros((len(top), len(worlds)))
    for place, (column, _, _) in enumerate(top):
        directions[place, [other for other, _, _ in top]] = chances
        directions[place, column] = most
        directions[place] /= np.linalg.norm(directions[place])
    likes = np.array([pupil.likes.get(tag, NEUTRAL) - NEUTRAL for tag in tags], dtype=float)
    return Wishes(
        top=top,
        directions=directions,
        shares=np.maximum(chances / (most or 1), LEAST_SHARE),
        likes=likes,
        favourites=frozenset(tags[number] for number in np.flatnonzero(likes > FAVOURITE).tolist()),
    )


def fits_of(shelf: MatchIndex, wishes: Wishes) -> Fits:
    """Fit and score of all rows of a shelf, for each world of the wishes.

    Fit = cosine between the row's weights and the direction, so only the proportions of the
    weights count: a row that is all about a world fits it better than one about three worlds.
    """
    columns = [column for column, _, _ in wishes.top]
    cosines = np.round(shelf.unit @ wishes.directions.T, DECIMALS)
    fit = np.where(shelf.about[:, columns], np.minimum(cosines, 1.0), 0.0)
    tastes = shelf.tags * wishes.likes
    all_of_it, best = tastes.sum(axis=1), tastes.max(axis=1, initial=0.0)
    more = np.maximum(tastes, 0.0).sum(axis=1) - best
    return Fits(fit, _times(fit, all_of_it), _times(fit, all_of_it - (1 - AND_MORE) * more))


def _times(fit: Floats, taste: Floats) -> Floats:
    """The fit, stronger for what was liked more than the rest of its world."""
    return np.round(fit * np.exp(LIKING * taste)[:, None], DECIMALS)
