"""The lists that others can ask for, and by what each can be narrowed down."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from quiz.blueprints.open_data import reading, rows, told_rows
from quiz.domain.catalogue.files.schema import INSTITUTION_KINDS, LEVELS, Offering
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.parameters import LEAST_WEIGHT
from quiz.domain.catalogue.upkeep.region_rows import region_of_row
from quiz.usecases.agenda import is_for
from quiz.web.runtime import catalogue


@dataclass(frozen=True)
class Filter:
    """Narrows a list down: by one of these `words`, to the rows that it `keeps`."""

    name: str
    about: str
    words: Callable[[], Iterable[str]]
    keeps: Callable[[Any, str], bool]


@dataclass(frozen=True)
class Resource:
    """One list: where its rows come from (`found`) and how each is told."""

    name: str
    about: str
    kind: type
    found: Callable[[], Iterable[Any]]
    tell: Callable[[Any], Any]
    filters: tuple[Filter, ...] = ()


REGION = Filter(
    "regio",
    "Alleen wat in deze regio is (het id staat in de lijst regios).",
    lambda: catalogue().regions,
    lambda row, region: region_of_row(catalogue(), row) == region,
)
WORLD = Filter(
    "wereld",
    "Alleen wat echt over deze wereld gaat: een gewicht van 0,4 of meer.",
    lambda: catalogue().worlds,
    lambda row, world: reading.worlds_of(row).get(world, 0.0) >= LEAST_WEIGHT,
)
LEVEL = Filter(
    "niveau", "Alleen dit niveau.", lambda: LEVELS, lambda row, level: _level(row) == level
)
KIND = Filter(
    "soort",
    "Alleen deze soort school.",
    lambda: INSTITUTION_KINDS,
    lambda row, kind: row.kind == kind,
)
SCHOOL_TYPE = Filter(
    "schooltype",
    "Alleen wat voor dit schooltype is.",
    lambda: LADDER,
    lambda row, school_type: school_type in row.school_types,
)
AGENDA = (
    replace(REGION, keeps=lambda item, region: item.region_id == region),
    replace(
        WORLD,
        about="Alleen wat over deze wereld gaat, of over alle zeven.",
        keeps=lambda item, world: is_for(item, worlds=[world]),
    ),
    replace(SCHOOL_TYPE, keeps=lambda item, school_type: is_for(item, school_type=school_type)),
)


def _level(row: Offering) -> str:
    return catalogue().programmes[row.programme_id].level


RESOURCES = (
    Resource(
        "werelden", "De zeven werelden van techniek", rows.WorldRow, reading.worlds, told_rows.world
    ),
    Resource("regios", "De regio's", rows.RegionTold, reading.regions, told_rows.region),
    Resource(
        "opleidingen",
        "Opleidingen, met waar ze gegeven worden",
        rows.ProgrammeRow,
        reading.offerings,
        told_rows.programme,
        (REGION, WORLD, LEVEL),
    ),
    Resource(
        "instellingen",
        "Scholen, hogescholen en universiteiten",
        rows.InstitutionRow,
        reading.institutions,
        told_rows.institution,
        (REGION, KIND),
    ),
    Resource(
        "bedrijven",
        "Bedrijven en wat ze doen",
        rows.CompanyRow,
        reading.companies,
        told_rows.company,
        (REGION, WORLD),
    ),
    Resource(
        "evenementen",
        "Wat er elk jaar te bezoeken en te doen is",
        rows.EventRow,
        reading.events,
        told_rows.event,
        (REGION, WORLD),
    ),
    Resource(
        "agenda",
        "Wat er in de regio's op een dag te bezoeken en te doen is",
        rows.AgendaRow,
        reading.agenda,
        told_rows.agenda_item,
        AGENDA,
    ),
    Resource(
        "keuzemomenten",
        "Wanneer leerlingen iets te kiezen hebben",
        rows.MomentRow,
        reading.moments,
        told_rows.moment,
        (SCHOOL_TYPE,),
    ),
    Resource(
        "bronnen",
        "Bronnen en hun licenties: noem hen ook waar je de gegevens gebruikt",
        rows.CreditRow,
        reading.credit_rows,
        told_rows.credit,
    ),
)
