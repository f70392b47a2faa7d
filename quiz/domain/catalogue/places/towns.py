"""All municipalities at once: how far each of them lies from a pupil's home."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.files.schema import Municipality
from quiz.domain.catalogue.places.distance import kilometres_from

Floats = NDArray[np.float64]
NEIGHBOURS_KM = 25


@dataclass(frozen=True, eq=False)
class Home:
    """A pupil's municipality: km to every municipality, by its number and by its code.

    `regions_near`: the own region, and those with a municipality within NEIGHBOURS_KM.
    """

    code: str
    region: str
    km: Floats
    number: Mapping[str, int]
    regions_near: frozenset[str]

    def to(self, municipality: str) -> float:
        """The km to a municipality by its code."""
        return float(self.km[self.number[municipality]])


@dataclass(frozen=True, eq=False)
class Towns:
    """Every municipality with a number, and all centres as arrays (degrees).

    The distances from a home are worked out once, for whoever lives there.
    """

    known: Mapping[str, Municipality]
    number: Mapping[str, int]
    lat: Floats
    lon: Floats
    homes: dict[str, Home] = field(default_factory=dict, init=False, repr=False)

    def home(self, municipality: str | None) -> Home | None:
        """The home of a pupil; None when it was not said or does not exist (any more)."""
        town = self.known.get(municipality or "")
        if town is None:
            return None
        if town.code not in self.homes:
            km = kilometres_from(town, self.lat, self.lon)
            near = self._regions(km <= NEIGHBOURS_KM)
            self.homes[town.code] = Home(town.code, town.app_region_id, km, self.number, near)
        return self.homes[town.code]

    def _regions(self, wanted: NDArray[np.bool_]) -> frozenset[str]:
        found = (code for code, number in self.number.items() if wanted[number])
        return frozenset(self.known[code].app_region_id for code in found)


def number_towns(known: Mapping[str, Municipality]) -> Towns:
    """Number the municipalities by their codes, whatever the order of the rows."""
    codes = sorted(known)
    return Towns(
        known=known,
        number={code: number for number, code in enumerate(codes)},
        lat=np.array([float(known[code].lat) for code in codes]),
        lon=np.array([float(known[code].lon) for code in codes]),
    )
