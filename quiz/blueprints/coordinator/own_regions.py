"""The regions of the coordinator in this browser; what lies outside them does not exist here."""

from flask import g

from quiz.domain.catalogue.files.schema import Region
from quiz.usecases.staff.regions import regions_of
from quiz.web.access.audiences import require_staff
from quiz.web.pages.sorting import name_key
from quiz.web.runtime import catalogue, reading


def own_regions() -> tuple[Region, ...]:
    """The own regions by name, as far as the catalogue has them; looked up once in a request."""
    if "regions" not in g:
        mine = regions_of(reading(), require_staff().id)
        found = [region for name, region in catalogue().regions.items() if name in mine]
        g.regions = tuple(sorted(found, key=lambda region: name_key(region.name)))
    regions: tuple[Region, ...] = g.regions
    return regions
