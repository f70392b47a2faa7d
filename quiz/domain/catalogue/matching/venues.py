"""Where a programme is given near a pupil: its nearest places, or the colleges to ask."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

import numpy as np

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Institution, Offering, Programme
from quiz.domain.catalogue.matching.parameters import (
    AS_FAR_AGAIN,
    MOST_COLLEGES,
    MOST_VENUES,
    REACH_OF_LEVEL,
    ROUND_THE_CORNER_KM,
)
from quiz.domain.catalogue.matching.suggestion import Suggestion, Venue
from quiz.domain.catalogue.places.distance import whole_kilometres
from quiz.domain.catalogue.places.towns import Home


def reach_of(catalogue: Catalogue, level: str, home: Home) -> float:
    """How far the places of a level are named: less where a college near by may give it as well."""
    reach = REACH_OF_LEVEL[level].km
    if not level.startswith("mbo-"):
        return reach
    near = home.km[catalogue.little_known].min(initial=np.inf)
    return min(reach, ROUND_THE_CORNER_KM + AS_FAR_AGAIN * float(near))


def venues_near(catalogue: Catalogue, programme: Programme, home: Home | None) -> tuple[Venue, ...]:
    """The nearest places within reach, one per institution and municipality."""
    if home is None:
        return ()
    reach = reach_of(catalogue, programme.level, home)
    offerings = sorted(
        (
            offering
            for offering in catalogue.shown_offerings.get(programme.id, ())
            if home.to(offering.location_municipality) <= reach
        ),
        key=lambda offering: (_site(offering), offering.mode),
    )
    venues = [_venue(catalogue, list(group), home) for _, group in groupby(offerings, _site)]
    venues.sort(key=_order)
    return tuple(venues[:MOST_VENUES])


def _order(venue: Venue) -> tuple[int, bool, str, str]:
    """The nearest first, and of those equally near one that can be looked up."""
    return (venue.distance_km, not venue.page, venue.institution, venue.municipality)


def _site(offering: Offering) -> tuple[str, str]:
    return (offering.institution_id, offering.location_municipality)


def _venue(catalogue: Catalogue, offerings: Sequence[Offering], home: Home) -> Venue:
    """Make one place of the modes that one institution gives in one municipality."""
    best = max(offerings, key=lambda one: (one.confirmed, one.location_confirmed))
    institution = catalogue.institutions[best.institution_id]
    town = catalogue.municipalities[best.location_municipality]
    return Venue(
        institution_id=institution.id,
        institution=institution.name,
        website=institution.website,
        place=town.name,
        municipality=town.code,
        distance_km=whole_kilometres(home.to(town.code)),
        modes=tuple(offering.mode for offering in offerings),
        source_url=best.source_url,
        checked_on=best.checked_on,
        confirmed=best.confirmed,
        place_confirmed=best.location_confirmed,
        page=next(filter(None, (row.programme_url for row in offerings)), institution.website),
        open_days=institution.open_days_url,
    )


@dataclass(frozen=True)
class College:
    """A college near home, to ask whether it gives a programme: its site and municipality.

    `about`: the worlds that a specialised one is asked for; none = a broad one. `narrow`: it
    teaches a few subjects only. `spread_km`: how far its buildings lie on average, little for the
    college of the own region.
    """

    name: str
    website: str
    place: str
    distance_km: int
    about: tuple[str, ...] = ()
    narrow: bool = False
    spread_km: float = 0.0

    @property
    def order(self) -> tuple[int, bool, float, str]:
        """Sort by distance; of equally near ones a specialised one first, then the region's own."""
        return (self.distance_km, not self.about, self.spread_km, self.name)


def colleges_near(
    catalogue: Catalogue, asked: Collection[Suggestion], home: Home | None
) -> tuple[College, ...]:
    """The nearest mbo colleges that may give one of these programmes, within the reach of mbo.

    None where no mbo is asked for. A specialised college comes only where one of the programmes is
    of its domain; the nearest that teaches little else is always one of them: who likes plants asks
    the green college. One with several places comes once, and so does one under two names.
    """
    mbo = [programme for programme in asked if programme.level.startswith("mbo-")]
    if home is None or not mbo:
        return ()
    reach = min(REACH_OF_LEVEL[programme.level].km for programme in mbo)
    once: dict[str, College] = {}
    for college in sorted(_all_near(catalogue, home, reach, mbo), key=lambda one: one.order):
        once.setdefault(college.website, college)
    chosen = list(once.values())[:MOST_COLLEGES]
    special = next((college for college in once.values() if college.narrow), None)
    if special and special not in chosen:
        chosen[-1] = special
    return tuple(chosen)


def _all_near(
    catalogue: Catalogue, home: Home, reach: float, asked: Sequence[Suggestion]
) -> Iterable[College]:
    for institution, towns in catalogue.mbo_sites:
        town = min(towns, key=lambda code: (home.to(code), code))
        if home.to(town) > reach:
            continue
        about = _about(catalogue, institution, asked)
        if about or not institution.only_worlds:
            name, km = catalogue.municipalities[town].name, whole_kilometres(home.to(town))
            spread = fmean(home.to(code) for code in towns)
            narrow = bool(institution.only_tags)
            yield College(institution.name, institution.website, name, km, about, narrow, spread)


def _about(
    catalogue: Catalogue, college: Institution, asked: Sequence[Suggestion]
) -> tuple[str, ...]:
    """The worlds for which a specialised college is asked, in its own order."""
    worlds = {one.world for one in asked if _teaches(college, catalogue.programmes[one.id].tags)}
    return tuple(world for world in college.only_worlds if world in worlds)


def _teaches(college: Institution, tags: Collection[str]) -> bool:
    """Whether one of these subjects is taught; where either names none, the world decides."""
    return not (college.only_tags and tags) or not set(college.only_tags).isdisjoint(tags)
