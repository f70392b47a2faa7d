"""What a region offers in one world, for a teacher or parent who looks around without a quiz."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import LEVELS, Company, Event, Offering, Programme
from quiz.domain.catalogue.matching.parameters import LEAST_WEIGHT
from quiz.domain.catalogue.organisations import key_of

AnyRow = TypeVar("AnyRow", Company, Event)


@dataclass(frozen=True)
class Given:
    """A programme with the places in the region that give it: (institution, municipality)."""

    programme: Programme
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RegionOffer:
    """All rows with a source that are really about a world, the closest to it first.

    An organisation comes once: one with an event is not listed as a company again. `levels`:
    (level, programmes) in the order of the ladder, without empty ones.
    """

    region: str
    levels: tuple[tuple[str, tuple[Given, ...]], ...]
    companies: tuple[Company, ...]
    events: tuple[Event, ...]

    @property
    def programmes(self) -> int:
        """How many programmes there are on all levels together."""
        return sum(len(given) for _, given in self.levels)


def region_of(catalogue: Catalogue, municipality: str) -> str:
    """The id of the region that this product counts a municipality to."""
    return catalogue.municipalities[municipality].app_region_id


def region_offer(catalogue: Catalogue, world: str, region: str) -> RegionOffer:
    """What a region offers in a world; KeyError for a region that does not exist."""
    levels = ((level, tuple(_given(catalogue, world, region, level))) for level in LEVELS)
    companies = (row for rows in catalogue.shown_companies.values() for row in rows)
    held = (row for row in _about(world, catalogue.shown_events) if _held(row))
    events = _each_once(catalogue, _there(catalogue, region, held))
    known = {key for event in events for key in catalogue.organisations.others_of(event)}
    return RegionOffer(
        region=catalogue.regions[region].name,
        levels=tuple((level, given) for level, given in levels if given),
        companies=_each_once(catalogue, _there(catalogue, region, _about(world, companies)), known),
        events=events,
    )


def national_events(catalogue: Catalogue, world: str) -> tuple[Event, ...]:
    """The events of a world that are held all over the country."""
    return tuple(row for row in _about(world, catalogue.shown_events) if not _held(row))


def _each_once(
    catalogue: Catalogue, rows: Iterable[AnyRow], known: Iterable[str] = ()
) -> tuple[AnyRow, ...]:
    """The first row of each organisation that is not known yet."""
    kept, gone = [], set(known)
    for row in rows:
        if key_of(row) not in gone:
            kept.append(row)
            gone |= catalogue.organisations.others_of(row)
    return tuple(kept)


def _held(event: Event) -> bool:
    """Whether an event is held in one region."""
    return event.scope == "regional"


def _given(catalogue: Catalogue, world: str, region: str, level: str) -> Iterator[Given]:
    for programme in _about(world, catalogue.shown_programmes.get(level, ())):
        offerings = catalogue.shown_offerings.get(programme.id, ())
        places = {
            _place(catalogue, offering)
            for offering in offerings
            if region_of(catalogue, offering.location_municipality) == region
        }
        if places:
            yield Given(programme, tuple(sorted(places)))


def _place(catalogue: Catalogue, offering: Offering) -> tuple[str, str]:
    institution = catalogue.institutions[offering.institution_id]
    return institution.name, catalogue.municipalities[offering.location_municipality].name


def _about(world: str, rows: Iterable[Any]) -> list[Any]:
    """The rows that are really about a world: the closest first, then by name."""
    found = [row for row in rows if row.worlds.get(world, 0.0) >= LEAST_WEIGHT]
    return sorted(found, key=lambda row: (-row.worlds[world], _name(row), row.id))


def _name(row: Any) -> str:
    return str(row.name_nl if isinstance(row, Programme) else row.name)


def _there(catalogue: Catalogue, region: str, rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(row for row in rows if region_of(catalogue, row.municipality) == region)
