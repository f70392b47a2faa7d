"""Where a programme is given near a pupil: one card, its nearest places."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.distance import kilometres, whole_kilometres
from quiz.catalogue.parameters import MOST_VENUES, REACH_OF_LEVEL
from quiz.catalogue.schema import Offering, Programme
from quiz.catalogue.suggestion import Venue


def distances_from(catalogue: Catalogue, municipality: str | None) -> Mapping[str, float]:
    """Give the km from home to every municipality; nothing when home is None or not known."""
    home = catalogue.municipalities.get(municipality or "")
    if home is None:
        return {}
    return {code: kilometres(home, town) for code, town in catalogue.municipalities.items()}


def nearest_km(
    catalogue: Catalogue, programme: Programme, distances: Mapping[str, float]
) -> float | None:
    """Give the km to the nearest place that gives this programme; None when none is known."""
    offerings = catalogue.shown_offerings.get(programme.id, ())
    return min((distances[one.location_municipality] for one in offerings), default=None)


def venues_near(
    catalogue: Catalogue, programme: Programme, distances: Mapping[str, float]
) -> tuple[Venue, ...]:
    """Give the nearest places within reach, one per institution and municipality."""
    if not distances:
        return ()
    reach = REACH_OF_LEVEL[programme.level].km
    offerings = sorted(
        (
            offering
            for offering in catalogue.shown_offerings.get(programme.id, ())
            if distances[offering.location_municipality] <= reach
        ),
        key=lambda offering: (_site(offering), offering.mode),
    )
    venues = [_venue(catalogue, list(group), distances) for _, group in groupby(offerings, _site)]
    venues.sort(key=lambda venue: (venue.distance_km, venue.institution, venue.municipality))
    return tuple(venues[:MOST_VENUES])


def _site(offering: Offering) -> tuple[str, str]:
    return (offering.institution_id, offering.location_municipality)


def _venue(
    catalogue: Catalogue, offerings: Sequence[Offering], distances: Mapping[str, float]
) -> Venue:
    """Make one place of the modes that one institution gives in one municipality."""
    best = max(offerings, key=lambda one: (one.confirmed, one.location_confirmed))
    institution = catalogue.institutions[best.institution_id]
    town = catalogue.municipalities[best.location_municipality]
    return Venue(
        institution=institution.name,
        website=institution.website,
        place=town.name,
        municipality=town.code,
        distance_km=whole_kilometres(distances[town.code]),
        modes=tuple(offering.mode for offering in offerings),
        source_url=best.source_url,
        checked_on=best.checked_on,
        confirmed=best.confirmed,
        place_confirmed=best.location_confirmed,
    )
