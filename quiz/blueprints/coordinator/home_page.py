"""Builds the first page of the room: counts for each region."""

from collections.abc import Sequence
from datetime import date

from quiz.blueprints.coordinator.kinds import KINDS, kind_names
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.view_models import HomeView, KindCount, RegionCounts
from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.upkeep.due import Due, reasons
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, rows_of
from quiz.web.runtime import catalogue, services


def home() -> HomeView:
    """The own regions, each with what it has."""
    mine = own_regions()
    rows = list(rows_of(catalogue(), {region.id for region in mine}))
    return HomeView(tuple(_region(region, rows) for region in mine))


def _region(region: Region, rows: Sequence[RegionRow]) -> RegionCounts:
    towns = [
        each for each in catalogue().municipalities.values() if each.app_region_id == region.id
    ]
    here, today, names = (
        [row for row in rows if row.region == region.id],
        services().today(),
        kind_names(),
    )
    kinds = (
        _count(names[word], [row for row in here if row.table is table], today)
        for word, table in KINDS.items()
    )
    return RegionCounts(region.id, region.name, len(towns), tuple(kinds))


def _count(label: str, rows: Sequence[RegionRow], today: date) -> KindCount:
    due = [reasons(row, today) for row in rows]
    return KindCount(
        label=label,
        total=len(rows),
        shown=sum(row.is_shown for row in rows),
        unsourced=sum(Due.NO_SOURCE in each for each in due),
        old=sum(Due.OLD in each for each in due),
    )
