"""The catalogue as one immutable whole, with the indexes that searching and matching need."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from quiz.catalogue import schema
from quiz.catalogue.place_index import PlaceIndex, index_places

Row = TypeVar("Row")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All rows by id, in file order; `shown_*` hold only what pupils may see: rows with a source.

    `rows` are the rows per file name, for the export.
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
    shown_events: tuple[schema.Event, ...]
    places: PlaceIndex


def build_catalogue(rows: Mapping[str, Sequence[Any]]) -> Catalogue:
    """Put checked rows (per file name) together; the check is done by then."""
    municipalities = _by_id(rows["municipalities.csv"], "code")
    return Catalogue(
        rows=MappingProxyType({file: tuple(found) for file, found in rows.items()}),
        worlds=_by_id(rows["worlds.csv"]),
        regions=_by_id(rows["regions.csv"]),
        municipalities=municipalities,
        programmes=_by_id(rows["programmes.csv"]),
        institutions=_by_id(rows["institutions.csv"]),
        companies=_by_id(rows["companies.csv"]),
        events=_by_id(rows["events.csv"]),
        shown_programmes=_grouped(_sourced(rows["programmes.csv"]), lambda row: row.level),
        shown_offerings=_grouped(_sourced(rows["offerings.csv"]), lambda row: row.programme_id),
        shown_companies=_grouped(_sourced(rows["companies.csv"]), lambda row: row.municipality),
        shown_events=tuple(_sourced(rows["events.csv"])),
        places=index_places(rows["places.csv"], municipalities),
    )


def _by_id(rows: Iterable[Any], column: str = "id") -> Mapping[str, Any]:
    return MappingProxyType({getattr(row, column): row for row in rows})


def _sourced(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if row.source_url]


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> Mapping[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return MappingProxyType({name: tuple(group) for name, group in groups.items()})
