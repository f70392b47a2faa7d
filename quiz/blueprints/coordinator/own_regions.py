"""The regions of the coordinator in this browser; what lies outside them does not exist here."""

from flask import g

from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, rows_of
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


def own_rows() -> list[RegionRow]:
    """Every row of the own regions, file after file."""
    return list(rows_of(catalogue(), {region.id for region in own_regions()}))


def own_towns() -> list[tuple[str, str]]:
    """Code and name of every municipality of the own regions, by name."""
    mine = {region.id for region in own_regions()}
    every = catalogue().municipalities.values()
    here = [each for each in every if each.app_region_id in mine]
    return [(each.code, each.name) for each in sorted(here, key=lambda each: name_key(each.name))]
