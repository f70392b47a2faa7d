"""Which rows of the catalogue belong to a region, and so to its coordinators.

A row belongs where it is: the municipality of a company, a school or an event, and of the place
where a programme is given. What is held all over the country belongs to no region, as do the
programmes themselves, the worlds and the map.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.files.table import Table

# The files of which a coordinator keeps rows, in the order of the pages.
KEPT: tuple[Table, ...] = (
    columns.OFFERINGS,
    columns.COMPANIES,
    columns.EVENTS,
    columns.INSTITUTIONS,
)
BY_FILE = {table.file: table for table in KEPT}
NATIONAL = "national"


@dataclass(frozen=True)
class RegionRow:
    """One row of a region: its file, its key there, and what it is called.

    `about`: what else a list says of it (the institution of a programme), "" for nothing.
    """

    table: Table
    key: str
    row: Any
    name: str
    about: str
    level: str
    worlds: Mapping[str, float]
    municipality: str
    region: str

    @property
    def is_shown(self) -> bool:
        """Whether pupils may see it."""
        return bool(self.row.source_url) and getattr(self.row, "for_pupils", True)


def rows_of(catalogue: Catalogue, regions: Collection[str]) -> Iterator[RegionRow]:
    """Every row of these regions, file after file."""
    for table in KEPT:
        for row in catalogue.rows[table.file]:
            region = region_of_row(catalogue, row)
            if region in regions:
                yield region_row(catalogue, table, row)


def region_row(catalogue: Catalogue, table: Table, row: Any) -> RegionRow:
    """One row with what a list says of it."""
    name, about, level, worlds = _words(catalogue, table, row)
    municipality = place_of(row)
    return RegionRow(
        table=table,
        key=key_of(table, row),
        row=row,
        name=name,
        about=about,
        level=level,
        worlds=worlds,
        municipality=catalogue.municipalities[municipality].name,
        region=region_of_row(catalogue, row),
    )


def region_of_row(catalogue: Catalogue, row: Any) -> str:
    """The id of the region that a row belongs to; "" for what belongs to none."""
    if getattr(row, "scope", "") == NATIONAL:
        return ""
    return catalogue.municipalities[place_of(row)].app_region_id


def region_of_cells(catalogue: Catalogue, cells: Mapping[str, str]) -> str:
    """The same of a row as it is stored, also of one that was taken away."""
    if cells.get("scope") == NATIONAL:
        return ""
    place = cells.get("location_municipality") or cells.get("municipality", "")
    found = catalogue.municipalities.get(place)
    return "" if found is None else found.app_region_id


def place_of(row: Any) -> str:
    """The code of the municipality in which something is."""
    place = getattr(row, "location_municipality", None) or row.municipality
    return str(place)


def key_of(table: Table, row: Any) -> str:
    """The key of a row, as it is stored."""
    return " ".join(getattr(row, column) for column in table.key)


def _words(
    catalogue: Catalogue, table: Table, row: Any
) -> tuple[str, str, str, Mapping[str, float]]:
    """Name, what more there is to say, level and worlds of a row."""
    if table is columns.OFFERINGS:
        programme = catalogue.programmes[row.programme_id]
        school = catalogue.institutions[row.institution_id].name
        return programme.name_nl, school, programme.level, programme.worlds
    if table is columns.INSTITUTIONS:
        return row.name, "", "", {}
    return row.name, "", "", row.worlds
