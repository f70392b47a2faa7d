"""The regions of the coordinator in this browser; what lies outside them does not exist here."""

from collections.abc import Mapping

from flask import g, request
from sqlalchemy.orm import Session

from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.upkeep.due import Due, reasons
from quiz.domain.catalogue.upkeep.links import LinkState
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, rows_of
from quiz.usecases.links.kept import broken_links
from quiz.usecases.staff.regions import regions_of
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, NotAllowed, require_staff
from quiz.web.pages.sorting import name_key
from quiz.web.runtime import catalogue, reading, services


def own_regions() -> tuple[Region, ...]:
    """The own regions by name, as far as the catalogue has them; looked up once in a request."""
    if "regions" not in g:
        mine = regions_of(reading(), require_staff().id)
        found = [region for name, region in catalogue().regions.items() if name in mine]
        g.regions = tuple(sorted(found, key=lambda region: name_key(region.name)))
    regions: tuple[Region, ...] = g.regions
    return regions


def require_region_now(session: Session, region: str) -> None:
    """Look once more, in the transaction that writes, whether this is an own region.

    Raises NotSignedIn or NotAllowed.
    """
    staff = require_staff()
    require_now(session, staff, Audience.COORDINATOR)
    if region not in regions_of(session, staff.id):
        raise NotAllowed


def asked_region() -> Region | None:
    """The own region in the address, else the first one; nothing for who has none."""
    mine = own_regions()
    named = [region for region in mine if region.id == request.args.get("regio")]
    return next(iter(named or mine), None)


def own_rows() -> list[RegionRow]:
    """Every row of the own regions, file after file."""
    return list(rows_of(catalogue(), {region.id for region in own_regions()}))


def broken() -> Mapping[str, LinkState]:
    """Every link that fails, by its address; looked up once in a request."""
    if "broken_links" not in g:
        g.broken_links = broken_links(reading(), services().zone)
    links: Mapping[str, LinkState] = g.broken_links
    return links


def due(row: RegionRow) -> frozenset[Due]:
    """Why a row is to be looked at now."""
    return reasons(row, services().today(), broken())


def towns_of(region: Region) -> list[str]:
    """The codes of its municipalities."""
    every = catalogue().municipalities.values()
    return [each.code for each in every if each.app_region_id == region.id]


def own_towns() -> list[tuple[str, str]]:
    """Code and name of every municipality of the own regions, by name."""
    mine = {region.id for region in own_regions()}
    every = catalogue().municipalities.values()
    here = [each for each in every if each.app_region_id in mine]
    return [(each.code, each.name) for each in sorted(here, key=lambda each: name_key(each.name))]
