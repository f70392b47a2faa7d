"""Where a region offers nothing near: by world, by step and by distance, as its pupils meet it.

A pupil lives in a municipality and does not stop at the border of a region: what counts is whether
something of that world is within so many km of the middle of the municipality, as the crow flies,
wherever it is. A row counts for a world that it is about (`is_about`), and only if pupils may
see it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.reach import where_given
from quiz.domain.catalogue.files.schema import Municipality
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.places.distance import Point, kilometres_from

DISTANCES = (10, 25, 40)  # km: on a bicycle, by bus, by train
VISIT, COMPANY = "beleven", "bedrijf"
# A step is what a pupil looks for; its levels of programmes, none for what is no programme.
STEPS: Mapping[str, tuple[str, ...]] = {
    "vmbo": ("vmbo",),
    "mbo": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    "hbo": ("ad", "hbo"),
    "wo": ("wo",),
    COMPANY: (),
    VISIT: (),
}


class Offered(NamedTuple):
    """Something that a pupil can go to: what it is, whose it is ("" for its own), and where."""

    name: str
    of: str
    municipality: str
    point: Point


class Nearest(NamedTuple):
    """What is nearest to a municipality, and the km to it; nothing where there is nothing."""

    municipality: Municipality
    km: float
    offered: Offered | None


@dataclass(frozen=True)
class Gap:
    """One world and step: what is nearest to each municipality of a region, by name."""

    world: str
    step: str
    nearest: tuple[Nearest, ...]

    def near(self, km: float) -> int:
        """From how many municipalities something is so near."""
        return len(self.nearest) - len(self.without(km))

    def without(self, km: float) -> tuple[Nearest, ...]:
        """The municipalities from which nothing is so near."""
        return tuple(each for each in self.nearest if each.km > km)


def gaps_of(catalogue: Catalogue, region: str) -> list[Gap]:
    """Every world and step of a region: worlds in their order, steps in that of STEPS."""
    towns = [town for town in catalogue.municipalities.values() if town.app_region_id == region]
    towns.sort(key=lambda town: (town.name, town.code))
    offered = _offered(catalogue)
    return [
        Gap(world, step, _nearest(towns, offered[world, step]))
        for world in catalogue.world_order
        for step in STEPS
    ]


def _offered(catalogue: Catalogue) -> Mapping[tuple[str, str], list[Offered]]:
    """What pupils can go to in the whole country, by world and step."""
    found: dict[tuple[str, str], list[Offered]] = defaultdict(list)
    for step, worlds, offered in (
        *_programmes(catalogue),
        *_companies(catalogue),
        *_events(catalogue),
    ):
        for world in worlds:
            if is_about(worlds, world):
                found[world, step].append(offered)
    return found


_Found = Iterator[tuple[str, Mapping[str, float], Offered]]


def _programmes(catalogue: Catalogue) -> _Found:
    steps = {level: step for step, levels in STEPS.items() for level in levels}
    for name, offerings in catalogue.shown_offerings.items():
        programme = catalogue.programmes[name]
        step = steps.get(programme.level)
        for each in offerings if step else ():
            school = catalogue.institutions[each.institution_id].name
            where = where_given(catalogue, each)
            town = each.location_municipality
            yield step or "", programme.worlds, Offered(programme.name_nl, school, town, where)


def _companies(catalogue: Catalogue) -> _Found:
    for companies in catalogue.shown_companies.values():
        for each in companies:
            yield COMPANY, each.worlds, Offered(each.name, "", each.municipality, each)


def _events(catalogue: Catalogue) -> _Found:
    """What is held in one place: what is held all over the country is near to everybody."""
    for each in catalogue.shown_events:
        town = catalogue.municipalities.get(each.municipality)
        if town:
            yield VISIT, each.worlds, Offered(each.name, "", each.municipality, town)


def _nearest(towns: Sequence[Municipality], offered: Sequence[Offered]) -> tuple[Nearest, ...]:
    if not offered:
        return tuple(Nearest(town, np.inf, None) for town in towns)
    lat = np.array([float(each.point.lat) for each in offered])
    lon = np.array([float(each.point.lon) for each in offered])
    found = []
    for town in towns:
        km = kilometres_from(town, lat, lon)
        first = int(km.argmin())
        found.append(Nearest(town, float(km[first]), offered[first]))
    return tuple(found)
