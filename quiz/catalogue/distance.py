"""How far two municipalities lie apart: as the crow flies, between their centres.

Centres are all that is kept, so every distance is "about": 0 km means the same municipality.
"""

from math import asin, cos, radians, sin, sqrt
from typing import Protocol, SupportsFloat

EARTH_RADIUS_KM = 6371.0088  # mean radius (IUGG)


class Point(Protocol):
    """Anything with a latitude and a longitude in degrees (WGS 84)."""

    @property
    def lat(self) -> SupportsFloat:
        """Give degrees north."""

    @property
    def lon(self) -> SupportsFloat:
        """Give degrees east."""


def kilometres(one: Point, other: Point) -> float:
    """Give the great-circle distance in km by the haversine formula (R. W. Sinnott, 1984)."""
    north, other_north = radians(float(one.lat)), radians(float(other.lat))
    east = radians(float(other.lon)) - radians(float(one.lon))
    half_chord = (
        sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half_chord)))


def whole_kilometres(distance: float) -> int:
    """Round for show; only the same municipality is 0 km, every other at least 1."""
    return max(1, round(distance)) if distance else 0
