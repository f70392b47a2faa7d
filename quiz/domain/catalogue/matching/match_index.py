"""Rows that are matched together, laid out as arrays: one programme level, companies, events.

Built once per catalogue, so that a pupil costs a few array operations, also in a large catalogue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.places.towns import Home

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class MatchIndex:
    """Rows in order of name and id, so that equal scores keep that order.

    `weights`: rows x worlds of the catalogue, 0..1. `place_row` and `place_town`: for each place
    where a row can be found its row number and the number of its municipality.
    """

    level: str
    rows: tuple[Any, ...]
    names: tuple[str, ...]
    weights: Floats
    place_row: Numbers
    place_town: Numbers

    def nearest(self, home: Home | None) -> Floats:
        """The km from home to the nearest place of each row; infinite where unknown."""
        km = np.full(len(self.rows), np.inf)
        if home is not None:
            np.minimum.at(km, self.place_row, home.km[self.place_town])
        return km


@dataclass(frozen=True)
class Listed:
    """A row to put on a shelf: its name for the order, and the codes of its municipalities."""

    row: Any
    name: str
    municipalities: Sequence[str]


def fill_shelf(
    level: str, listed: Iterable[Listed], worlds: Sequence[str], town: Mapping[str, int]
) -> MatchIndex:
    """Lay rows out; `worlds` gives the columns, `town` the number of a municipality."""
    ordered = sorted(listed, key=lambda one: (one.name, one.row.id))
    places = [
        (number, town[code]) for number, one in enumerate(ordered) for code in one.municipalities
    ]
    weights = [[one.row.worlds.get(world, 0.0) for world in worlds] for one in ordered]
    return MatchIndex(
        level=level,
        rows=tuple(one.row for one in ordered),
        names=tuple(one.name for one in ordered),
        weights=np.array(weights, dtype=float).reshape(len(ordered), len(worlds)),
        place_row=np.array([number for number, _ in places], dtype=np.intp),
        place_town=np.array([code for _, code in places], dtype=np.intp),
    )
