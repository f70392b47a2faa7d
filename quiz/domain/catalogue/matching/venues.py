"""Where a programme is given near a pupil: one card, its nearest places."""

from collections.abc import Sequence
from itertools import groupby

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Offering, Programme
from quiz.domain.catalogue.matching.parameters import MOST_VENUES, REACH_OF_LEVEL
from quiz.domain.catalogue.matching.suggestion import Venue
from quiz.domain.catalogue.places.distance import whole_kilometres
from quiz.domain.catalogue.places.towns import Home


def venues_near(catalogue: Catalogue, programme: Programme, home: Home | None) -> tuple[Venue, ...]:
    """The nearest places within reach, one per institution and municipality."""
    if home is None:
        return ()
    reach = REACH_OF_LEVEL[programme.level].km
    offerings = sorted(
        (
            offering
            for offering in catalogue.shown_offerings.get(programme.id, ())
            if home.to(offering.location_municipality) <= reach
        ),
        key=lambda offering: (_site(offering), offering.mode),
    )
    venues = [_venue(catalogue, list(group), home) for _, group in groupby(offerings, _site)]
    venues.sort(key=lambda venue: (venue.distance_km, venue.institution, venue.municipality))
    return tuple(venues[:MOST_VENUES])


def _site(offering: Offering) -> tuple[str, str]:
    return (offering.institution_id, offering.location_municipality)


def _venue(catalogue: Catalogue, offerings: Sequence[Offering], home: Home) -> Venue:
    """Make one place of the modes that one institution gives in one municipality."""
    best = max(offerings, key=lambda one: (one.confirmed, one.location_confirmed))
    institution = catalogue.institutions[best.institution_id]
    town = catalogue.municipalities[best.location_municipality]
    return Venue(
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
    )
