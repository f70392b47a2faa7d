"""The rows of the catalogue: one frozen class per file, one field per column, same names.

Empty optional cells are "" (text), None (date, number) or () (lists). Coordinates are degrees
(WGS 84), the centre of a municipality, kept as Decimal so that an export returns them unchanged.
Weights lie in 0..1: how far a row is about a world; they are our own judgement, as are the tags:
subjects within a world (questions/tags.yaml) that a row is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

LEVELS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "vmbo_profile": ("vmbo",),
    "havo_vwo_profile": ("havo", "vwo", "havo-vwo"),
    "mbo": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    "ad": ("ad",),
    "hbo": ("hbo",),
    "wo": ("wo",),
}
LEVELS = tuple(level for levels in LEVELS_OF_KIND.values() for level in levels)
REGISTERS = ("crebo", "croho", "none")
MODES = ("bol", "bbl", "voltijd", "deeltijd", "duaal")
INSTITUTION_KINDS = ("vo", "mbo", "hogeschool", "universiteit")
SCOPES = ("regional", "national")
EVENT_KINDS = (
    *("day", "experience", "fair", "festival", "makerspace", "museum", "open_days", "pet_event"),
    *("science_centre", "technolab", "week", "workshop"),
)
SIZES = ("klein", "middel", "groot")


@dataclass(frozen=True, slots=True)
class World:
    """One of the seven worlds of technology, in the order of the icons."""

    id: str
    order: int
    name_nl: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Region:
    """A labour-market region (arbeidsmarktregio)."""

    id: str
    name: str
    cbs_code: str
    seed_region: bool
    source_url: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality; `app_region_id` is the region this product counts it to."""

    code: str
    name: str
    province: str
    arbeidsmarktregio_id: str
    app_region_id: str
    lat: Decimal
    lon: Decimal
    coord_source: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A town or village as a pupil knows it, and the municipality it lies in."""

    place: str
    municipality: str
    lat: Decimal
    lon: Decimal


@dataclass(frozen=True, slots=True)
class Programme:
    """A profile, mbo qualification or degree programme that a pupil may choose."""

    id: str
    kind: str
    code_system: str
    code: str
    level: str
    name_nl: str
    name_en: str
    duration_years: int | None
    worlds: Mapping[str, float]
    tags: tuple[str, ...]
    description_nl: str
    description_en: str
    example_jobs_nl: tuple[str, ...]
    source_url: str
    confirmed: bool
    code_note: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class Institution:
    """A school, college or university.

    `register_codes`: how DUO's register calls it, so that its files can be joined. For a secondary
    school the codes of all its locations in this place (VESTIGINGSCODE), else of the whole (BRIN).
    `also_in`: other municipalities where it has a building, whatever is taught there; for the
    colleges that a pupil may ask. `only_worlds`: what a specialised college is about; none = broad.
    `only_tags`: the subjects of those worlds that it teaches; none = all.
    """

    id: str
    name: str
    kind: str
    municipality: str
    lat: Decimal
    lon: Decimal
    coord_precision: str
    website: str
    source_url: str
    confirmed: bool
    checked_on: date | None
    open_days_url: str = ""
    register_codes: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    only_worlds: tuple[str, ...] = ()
    only_tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offering:
    """One programme at one institution, in one municipality, in one mode.

    `programme_url`: the institution's own page about it.
    """

    programme_id: str
    institution_id: str
    location_municipality: str
    mode: str
    source_url: str
    confirmed: bool
    location_confirmed: bool
    checked_on: date | None
    programme_url: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A company, with what it does in one sentence of our own.

    `for_pupils` is False where that sentence names nothing that is made or no technology: a school,
    a municipality, a care home. Nobody sees it on a page; a better sentence brings it back.
    """

    id: str
    name: str
    municipality: str
    lat: Decimal
    lon: Decimal
    coord_precision: str
    worlds: Mapping[str, float]
    tags: tuple[str, ...]
    sectors: tuple[str, ...]
    size_class: str
    what_they_do_nl: str
    what_they_do_en: str
    website: str
    source_url: str
    confirmed: bool
    checked_on: date | None
    for_pupils: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """Something to visit or to join; `months` are 1..12 in order of the season, () = unknown.

    The descriptions say in one sentence what there is to see and do. `audience`: the school types
    that may come, each with its years (none = all years); empty = everybody. `for_everybody` is
    False where only girls are invited.
    """

    id: str
    name: str
    kind: str
    scope: str
    municipality: str
    months: tuple[int, ...]
    worlds: Mapping[str, float]
    tags: tuple[str, ...]
    website: str
    source_url: str
    confirmed: bool
    checked_on: date | None
    description_nl: str = ""
    description_en: str = ""
    audience: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    for_everybody: bool = True
