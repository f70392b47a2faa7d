"""The catalogue as one immutable whole, with the indexes that searching and matching need."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.colleges import Site, little_known, mbo_sites
from quiz.domain.catalogue.files import schema
from quiz.domain.catalogue.matching.match_index import Columns, Listed, MatchIndex, fill_shelf
from quiz.domain.catalogue.organisations import Organisations, find_organisations
from quiz.domain.catalogue.places.index import PlaceIndex, index_places
from quiz.domain.catalogue.places.towns import Towns, number_towns

Row = TypeVar("Row")
_TAGGED = ("programmes.csv", "companies.csv", "events.csv")
_SHOWN = (*_TAGGED, "offerings.csv")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All rows by id, in file order; `shown_*` hold only what pupils may see: with a source.

    `rows` are the rows per file name, for the export. `mbo_sites`: colleges with a website,
    each with every municipality where it is known to be; `little_known`: the numbers of those with
    a college of which we know few programmes. The shelves hold what is shown again, laid
    out for the matching, with a column per world of `world_order` and per tag of
    `tag_order`.
    """

    rows: Mapping[str, tuple[Any, ...]]
    worlds: Mapping[str, schema.World]
    regions: Mapping[str, schema.Region]
    municipalities: Mapping[str, schema.Municipality]
    programmes: Mapping[str, schema.Programme]
    institutions: Mapping[str, schema.Institution]
    companies: Mapping[str, schema.Company]
    events: Mapping[str, schema.Event]
    shown_programmes: Mapping[str, tuple[schema.Programme, ...]]  # by level
    shown_offerings: Mapping[str, tuple[schema.Offering, ...]]  # by programme id
    shown_companies: Mapping[str, tuple[schema.Company, ...]]  # by municipality
    mbo_sites: tuple[Site, ...]
    little_known: NDArray[np.intp]
    shown_events: tuple[schema.Event, ...]
    places: PlaceIndex
    world_order: tuple[str, ...]
    tag_order: tuple[str, ...]  # of what is shown
    towns: Towns
    programme_shelves: Mapping[str, MatchIndex]  # by level, also levels without a row
    company_shelf: MatchIndex
    event_shelf: MatchIndex
    organisations: Organisations  # of what is shown

    def company_of(self, event: schema.Event) -> schema.Company | None:
        """The company that is the organisation of an event, if one is shown."""
        kinds = (key.partition("/") for key in sorted(self.organisations.others_of(event)))
        found = [self.companies[row] for kind, _, row in kinds if kind == "company"]
        return found[0] if found else None


def build_catalogue(
    rows: Mapping[str, Sequence[Any]], before: Catalogue | None = None
) -> Catalogue:
    """Put checked rows (per file name) together; a map that is as it was `before` is kept."""
    municipalities = _by_id(rows["municipalities.csv"], "code")
    towns = number_towns(municipalities)
    shown = {file: _sourced(rows[file]) for file in _SHOWN}
    shown["companies.csv"] = [row for row in shown["companies.csv"] if row.for_pupils]
    ordered = sorted(rows["worlds.csv"], key=lambda world: (world.order, world.id))
    world_order = tuple(world.id for world in ordered)
    tag_order = tuple(sorted({tag for file in _TAGGED for row in shown[file] for tag in row.tags}))
    layout = _Layout(Columns(world_order, tag_order), towns.number)
    offerings = _grouped(shown["offerings.csv"], lambda row: row.programme_id)
    programmes = _grouped(shown["programmes.csv"], lambda row: row.level)
    sites = mbo_sites(rows["institutions.csv"], shown["offerings.csv"])
    return Catalogue(
        rows=MappingProxyType({file: tuple(found) for file, found in rows.items()}),
        worlds=_by_id(rows["worlds.csv"]),
        regions=_by_id(rows["regions.csv"]),
        municipalities=municipalities,
        programmes=_by_id(rows["programmes.csv"]),
        institutions=_by_id(rows["institutions.csv"]),
        companies=_by_id(rows["companies.csv"]),
        events=_by_id(rows["events.csv"]),
        shown_programmes=programmes,
        shown_offerings=offerings,
        shown_companies=_grouped(shown["companies.csv"], lambda row: row.municipality),
        mbo_sites=sites,
        little_known=little_known(sites, shown["offerings.csv"], towns.number),
        shown_events=tuple(shown["events.csv"]),
        places=_places(rows, municipalities, before),
        world_order=world_order,
        tag_order=tag_order,
        towns=towns,
        programme_shelves=layout.levels(programmes, offerings),
        company_shelf=layout.companies(shown["companies.csv"]),
        event_shelf=layout.events(shown["events.csv"]),
        organisations=find_organisations([*shown["companies.csv"], *shown["events.csv"]]),
    )


@dataclass(frozen=True)
class _Layout:
    """Lays rows out on shelves: the columns, and the numbers of the municipalities."""

    columns: Columns
    town: Mapping[str, int]

    def levels(
        self,
        programmes: Mapping[str, Sequence[schema.Programme]],
        offerings: Mapping[str, Sequence[schema.Offering]],
    ) -> Mapping[str, MatchIndex]:
        """The programmes by level."""
        return {
            level: self.programmes(level, programmes.get(level, ()), offerings)
            for level in schema.LEVELS
        }

    def programmes(
        self,
        level: str,
        rows: Iterable[schema.Programme],
        offerings: Mapping[str, Sequence[schema.Offering]],
    ) -> MatchIndex:
        """The programmes of one level, with every municipality that gives them."""
        listed = [Listed(row, row.name_nl, _given_in(offerings.get(row.id, ()))) for row in rows]
        return fill_shelf(level, listed, self.columns, self.town)

    def companies(self, rows: Iterable[schema.Company]) -> MatchIndex:
        """The companies, each in its municipality."""
        listed = [Listed(row, row.name, (row.municipality,)) for row in rows]
        return fill_shelf("", listed, self.columns, self.town)

    def events(self, rows: Iterable[schema.Event]) -> MatchIndex:
        """The events; a national one is held in many places and so in none."""
        listed = [
            Listed(row, row.name, () if row.scope == "national" else (row.municipality,))
            for row in rows
        ]
        return fill_shelf("", listed, self.columns, self.town)


def _places(
    rows: Mapping[str, Sequence[Any]],
    municipalities: Mapping[str, schema.Municipality],
    before: Catalogue | None,
) -> PlaceIndex:
    """The index of places, which takes longer than all the rest together, when its rows are new."""
    files = ("municipalities.csv", "places.csv")
    if before is not None and all(rows[file] is before.rows[file] for file in files):
        return before.places
    return index_places(rows["places.csv"], municipalities)


def _given_in(offerings: Iterable[schema.Offering]) -> tuple[str, ...]:
    return tuple(sorted({offering.location_municipality for offering in offerings}))


def _by_id(rows: Iterable[Any], column: str = "id") -> Mapping[str, Any]:
    return MappingProxyType({getattr(row, column): row for row in rows})


def _sourced(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if row.source_url]


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> Mapping[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return MappingProxyType({name: tuple(group) for name, group in groups.items()})
