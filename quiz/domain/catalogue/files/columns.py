"""The nine files: which columns each has, how a cell is read, what makes a row unique.

The order of the columns here is the order in which an export writes them.
"""

from quiz.domain.catalogue.files import cells, schema
from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.cell import number, one_of, optional
from quiz.domain.catalogue.files.months import MONTHS
from quiz.domain.catalogue.files.register_codes import REGISTER_CODES
from quiz.domain.catalogue.files.table import Table

_SOURCE = {"source_url": cells.URL, "confirmed": cells.YES_NO}
_CHECKED = {"checked_on": cells.DATE}
_CENTRE = {"lat": cells.LATITUDE, "lon": cells.LONGITUDE}
_NAMES = {"name_nl": cells.NAME, "name_en": cells.NAME}
_SIZE = one_of(("", *schema.SIZES))

WORLDS = Table(
    file="worlds.csv",
    row=schema.World,
    columns={"id": cells.SLUG, "order": number(1, 99), **_NAMES},
    key=("id",),
    references={},
)
REGIONS = Table(
    file="regions.csv",
    row=schema.Region,
    columns={
        "id": cells.SLUG,
        "name": cells.NAME,
        "cbs_code": cells.NAME,
        "seed_region": cells.YES_NO,
        "source_url": cells.URL,
    },
    key=("id",),
    references={},
)
MUNICIPALITIES = Table(
    file="municipalities.csv",
    row=schema.Municipality,
    columns={
        "code": cells.MUNICIPALITY,
        "name": cells.NAME,
        "province": cells.NAME,
        "arbeidsmarktregio_id": cells.SLUG,
        "app_region_id": cells.SLUG,
        **_CENTRE,
        "coord_source": cells.OPTIONAL_TEXT,
    },
    key=("code",),
    references={"arbeidsmarktregio_id": "regions.csv", "app_region_id": "regions.csv"},
)
PLACES = Table(
    file="places.csv",
    row=schema.PlaceName,
    columns={"place": cells.NAME, "municipality": cells.MUNICIPALITY, **_CENTRE},
    key=("place", "municipality"),
    references={"municipality": "municipalities.csv"},
)
PROGRAMMES = Table(
    file="programmes.csv",
    row=schema.Programme,
    columns={
        "id": cells.SLUG,
        "kind": one_of(tuple(schema.LEVELS_OF_KIND)),
        "code_system": one_of(schema.REGISTERS),
        "code": cells.OPTIONAL_TEXT,
        "level": one_of(schema.LEVELS),
        **_NAMES,
        "duration_years": optional(number(1, 9)),
        "worlds": cells.WORLDS,
        "tags": cells.TAGS,
        "description_nl": cells.SENTENCE,
        "description_en": cells.SENTENCE,
        "example_jobs_nl": cells.LIST,
        **_SOURCE,
        "code_note": cells.OPTIONAL_TEXT,
        **_CHECKED,
    },
    key=("id",),
    references={"worlds": "worlds.csv"},
    newer=("tags",),
)
INSTITUTIONS = Table(
    file="institutions.csv",
    row=schema.Institution,
    columns={
        "id": cells.SLUG,
        "name": cells.NAME,
        "kind": one_of(schema.INSTITUTION_KINDS),
        "municipality": cells.MUNICIPALITY,
        **_CENTRE,
        "coord_precision": cells.OPTIONAL_TEXT,
        "website": cells.URL,
        **_SOURCE,
        **_CHECKED,
        "open_days_url": cells.URL,
        "register_codes": REGISTER_CODES,
        "also_in": cells.MUNICIPALITIES,
        "only_worlds": cells.WORLD_IDS,
        "only_tags": cells.TAGS,
    },
    key=("id",),
    references={
        "municipality": "municipalities.csv",
        "also_in": "municipalities.csv",
        "only_worlds": "worlds.csv",
    },
    newer=("open_days_url", "register_codes", "also_in", "only_worlds", "only_tags"),
)
OFFERINGS = Table(
    file="offerings.csv",
    row=schema.Offering,
    columns={
        "programme_id": cells.SLUG,
        "institution_id": cells.SLUG,
        "location_municipality": cells.MUNICIPALITY,
        "mode": one_of(schema.MODES),
        **_SOURCE,
        "location_confirmed": cells.YES_NO,
        **_CHECKED,
        "programme_url": cells.URL,
    },
    key=("programme_id", "institution_id", "location_municipality", "mode"),
    references={
        "programme_id": "programmes.csv",
        "institution_id": "institutions.csv",
        "location_municipality": "municipalities.csv",
    },
    newer=("programme_url",),
)
COMPANIES = Table(
    file="companies.csv",
    row=schema.Company,
    columns={
        "id": cells.SLUG,
        "name": cells.NAME,
        "municipality": cells.MUNICIPALITY,
        **_CENTRE,
        "coord_precision": cells.OPTIONAL_TEXT,
        "worlds": cells.WORLDS,
        "tags": cells.TAGS,
        "sectors": cells.LIST,
        "size_class": _SIZE,
        "what_they_do_nl": cells.SENTENCE,
        "what_they_do_en": cells.SENTENCE,
        "website": cells.URL,
        **_SOURCE,
        **_CHECKED,
        "for_pupils": cells.YES_UNLESS_NO,
    },
    key=("id",),
    references={"municipality": "municipalities.csv", "worlds": "worlds.csv"},
    newer=("tags", "for_pupils"),
)
EVENTS = Table(
    file="events.csv",
    row=schema.Event,
    columns={
        "id": cells.SLUG,
        "name": cells.NAME,
        "kind": one_of(schema.EVENT_KINDS),
        "scope": one_of(schema.SCOPES),
        "municipality": cells.MUNICIPALITY,
        "months": MONTHS,
        "worlds": cells.WORLDS,
        "tags": cells.TAGS,
        "website": cells.URL,
        **_SOURCE,
        **_CHECKED,
        "description_nl": cells.OPTIONAL_SENTENCE,
        "description_en": cells.OPTIONAL_SENTENCE,
        "audience": AUDIENCE,
        "for_everybody": cells.YES_UNLESS_NO,
    },
    key=("id",),
    references={"municipality": "municipalities.csv", "worlds": "worlds.csv"},
    newer=("tags", "description_nl", "description_en", "audience", "for_everybody"),
)
TABLES = (
    *(WORLDS, REGIONS, MUNICIPALITIES, PLACES, PROGRAMMES),
    *(INSTITUTIONS, OFFERINGS, COMPANIES, EVENTS),
)
