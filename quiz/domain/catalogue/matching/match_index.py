"""Rows that are matched together, laid out as arrays: one programme level, companies, events.

Built once per catalogue, so that a pupil costs a few array operations, also in a large catalogue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.matching.parameters import ABOUT
from quiz.domain.catalogue.places.towns import Home

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class MatchIndex:
    """Rows in order of name and id, so that equal scores keep that order.

    `unit`: rows x worlds of the catalogue, the weights with length 1; `about`: the worlds that a
    row is about. `tags`: rows x tags of the catalogue, 1 or 0; `subjects`: the same as names.
    `place_row` and `place_town`: for each place where a row can be found its row number and the
    number of its municipality.
    """

    level: str
    rows: tuple[Any, ...]
    names: tuple[str, ...]
    unit: Floats
    about: NDArray[np.bool_]
    tags: Floats
    subjects: tuple[frozenset[str], ...]
    place_row: Numbers
    place_town: Numbers
    near: dict[str, Floats] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def placed(self) -> Floats:
        """1 for each row that is known to be given somewhere, else 0."""
        found = np.zeros(len(self.rows))
        found[self.place_row] = 1
        return found

    def nearest(self, home: Home | None) -> Floats:
        """The km from home to the nearest place of each row; infinite where unknown.

        Worked out once for whoever lives there.
        """
        if home is None:
            return np.full(len(self.rows), np.inf)
        if home.code not in self.near:
            km = np.full(len(self.rows), np.inf)
            np.minimum.at(km, self.place_row, home.km[self.place_town])
            self.near[home.code] = km
        return self.near[home.code]


@dataclass(frozen=True)
class Columns:
    """The worlds and the tags of the catalogue, each in one order."""

    worlds: Sequence[str]
    tags: Sequence[str]


@dataclass(frozen=True)
class Listed:
    """A row to put on a shelf: its name for the order, and the codes of its municipalities."""

    row: Any
    name: str
    municipalities: Sequence[str]


def fill_shelf(
    level: str, listed: Iterable[Listed], columns: Columns, town: Mapping[str, int]
) -> MatchIndex:
    """Lay rows out; `town` gives the number of a municipality."""
    ordered = sorted(listed, key=lambda one: (one.name, one.row.id))
    places = [
        (number, town[code]) for number, one in enumerate(ordered) for code in one.municipalities
    ]
    weights = _table([one.row.worlds for one in ordered], columns.worlds)
    largest = weights.max(axis=1, initial=0.0, keepdims=True)
    return MatchIndex(
        level=level,
        rows=tuple(one.row for one in ordered),
        names=tuple(one.name for one in ordered),
        unit=_divided(weights, np.linalg.norm(weights, axis=1, keepdims=True)),
        about=(weights > 0) & (weights >= ABOUT * largest),
        tags=_table([dict.fromkeys(one.row.tags, 1.0) for one in ordered], columns.tags),
        subjects=tuple(frozenset(one.row.tags) for one in ordered),
        place_row=np.array([number for number, _ in places], dtype=np.intp),
        place_town=np.array([code for _, code in places], dtype=np.intp),
    )


def _table(rows: Sequence[Mapping[str, float]], columns: Sequence[str]) -> Floats:
    cells = [[row.get(column, 0.0) for column in columns] for row in rows]
    return np.array(cells, dtype=float).reshape(len(rows), len(columns))


def _divided(table: Floats, by: Floats) -> Floats:
    """The rows of a table divided each by its own number; 0 by 0 is 0."""
    return np.divide(table, by, out=np.zeros_like(table), where=by > 0)
