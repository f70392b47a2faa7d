"""How far the nearest school is for a pupil of each municipality: profiles, mbo and hbo.

From the centre of a municipality, as the crow flies, to the school itself where its place is known
and else to the centre of its municipality; in the own municipality it may be nought.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median
from typing import NamedTuple

import numpy as np

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Municipality, Offering
from quiz.domain.catalogue.places.distance import Point, kilometres_from

TECHNICAL = ("vmbo-pie", "vmbo-bwi", "vmbo-mt", "vmbo-mvi", "vmbo-mat")
ROUTE_WITHOUT_PROFILE = "vmbo-gt-techniek"
NEAR_KM = 15
KINDS = ("vmbo-profiel", "technisch profiel", "mbo-college", "hbo of Ad")
MOST_WORST = 20


@dataclass(frozen=True)
class Reach:
    """The km from a municipality to the nearest of each kind; infinite where there is none."""

    municipality: Municipality
    km: Mapping[str, float]


class Summary(NamedTuple):
    """Of one kind: the median, and of how many municipalities the nearest is near."""

    kind: str
    median: float
    near: int


def reach_of(catalogue: Catalogue) -> list[Reach]:
    """The reach of every municipality, in order of its name."""
    found = {kind: list(_points(catalogue, kind)) for kind in KINDS}
    towns = sorted(catalogue.municipalities.values(), key=lambda town: (town.name, town.code))
    return [
        Reach(town, {kind: _nearest(town, points) for kind, points in found.items()})
        for town in towns
    ]


def summaries(reach: Sequence[Reach]) -> list[Summary]:
    """The figures of each kind."""
    return [
        Summary(
            kind,
            median(one.km[kind] for one in reach),
            sum(one.km[kind] <= NEAR_KM for one in reach),
        )
        for kind in KINDS
    ]


def worst(reach: Iterable[Reach], kind: str) -> list[Reach]:
    """The municipalities that are farthest from the nearest of a kind."""
    return sorted(reach, key=lambda one: -one.km[kind])[:MOST_WORST]


def _points(catalogue: Catalogue, kind: str) -> Iterable[Point]:
    if kind == "mbo-college":
        codes = {code for _, towns in catalogue.mbo_sites for code in towns}
        return [catalogue.municipalities[code] for code in sorted(codes)]
    return [
        where_given(catalogue, offering)
        for programme, offerings in catalogue.shown_offerings.items()
        if _is_of(catalogue, programme, kind)
        for offering in offerings
    ]


def _is_of(catalogue: Catalogue, programme: str, kind: str) -> bool:
    if kind == "technisch profiel":
        return programme in TECHNICAL
    level = catalogue.programmes[programme].level
    if kind == "vmbo-profiel":
        return level == "vmbo" and programme != ROUTE_WITHOUT_PROFILE
    return level in {"ad", "hbo"}


def where_given(catalogue: Catalogue, offering: Offering) -> Point:
    """The place of a programme: the school's own where we know it, else the middle of the town."""
    institution = catalogue.institutions[offering.institution_id]
    at_home = institution.municipality == offering.location_municipality
    if institution.coord_precision == "location" and at_home:
        return institution
    return catalogue.municipalities[offering.location_municipality]


def _nearest(town: Municipality, points: Sequence[Point]) -> float:
    if not points:
        return inf
    lat = np.array([float(point.lat) for point in points])
    lon = np.array([float(point.lon) for point in points])
    return float(kilometres_from(town, lat, lon).min())
