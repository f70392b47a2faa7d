"""How far two municipalities lie apart: as the crow flies, between their centres.

Centres are all that is kept, so every distance is "about": 0 km means the same municipality.
"""

from typing import Protocol, SupportsFloat

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088  # mean radius (IUGG)
Floats = NDArray[np.float64]


class Point(Protocol):
    """Anything with a latitude and a longitude in degrees (WGS 84)."""

    @property
    def lat(self) -> SupportsFloat:
        """Degrees north."""

    @property
    def lon(self) -> SupportsFloat:
        """Degrees east."""


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance in km."""
    return float(
        kilometres_from(one, np.array([float(other.lat)]), np.array([float(other.lon)]))[0]
    )


def kilometres_from(point: Point, lat: Floats, lon: Floats) -> Floats:
    """The km to many places (degrees) by the haversine formula (R. W. Sinnott, 1984)."""
    north, norths = np.radians(float(point.lat)), np.radians(lat)
    east = np.radians(lon) - np.radians(float(point.lon))
    half_chord = (
        np.sin((norths - north) / 2) ** 2 + np.cos(north) * np.cos(norths) * np.sin(east / 2) ** 2
    )
    km: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half_chord)))
    return km


def whole_kilometres(distance: float) -> int:
    """Round for show; only the same municipality is 0 km, every other at least 1."""
    return max(1, round(distance)) if distance else 0
