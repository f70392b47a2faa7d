"""Builds the first page of the room: counts for each region."""

from collections.abc import Sequence
from typing import Any

from flask import url_for

from quiz.blueprints.coordinator.check_page import CHECK_LIST
from quiz.blueprints.coordinator.kinds import KINDS, kind_names
from quiz.blueprints.coordinator.list_page import LIST
from quiz.blueprints.coordinator.own_regions import due, own_regions, own_rows
from quiz.blueprints.coordinator.view_models import Count, HomeView, KindCount, RegionCounts
from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.upkeep.due import Due
from quiz.domain.catalogue.upkeep.region_rows import RegionRow
from quiz.web.runtime import catalogue


def home() -> HomeView:
    """The own regions, each with what it has."""
    mine = own_regions()
    rows = own_rows()
    return HomeView(tuple(_region(region, rows) for region in mine))


def _region(region: Region, rows: Sequence[RegionRow]) -> RegionCounts:
    every = catalogue().municipalities.values()
    towns = sum(each.app_region_id == region.id for each in every)
    here = [row for row in rows if row.region == region.id]
    kinds = (
        _counts(region.id, word, [row for row in here if row.table is table])
        for word, table in KINDS.items()
    )
    return RegionCounts(region.id, region.name, towns, tuple(kinds))


def _counts(region: str, kind: str, rows: Sequence[RegionRow]) -> KindCount:
    why = [due(row) for row in rows]

    def count(number: int, **more: Any) -> Count:
        endpoint = CHECK_LIST.endpoint if more else LIST.endpoint
        there = url_for(endpoint, regio=region, soort=kind, **more) if number else ""
        return Count(number, there)

    return KindCount(
        label=kind_names()[kind],
        total=count(len(rows)),
        shown=sum(row.is_shown for row in rows),
        unsourced=count(sum(Due.NO_SOURCE in each for each in why), nagekeken="zonder-bron"),
        broken=count(sum(Due.LINK in each for each in why), nagekeken="link"),
        old=count(sum(Due.OLD in each for each in why), nagekeken="verouderd"),
        soon=count(sum(Due.SOON in each for each in why), nagekeken="binnenkort"),
    )
