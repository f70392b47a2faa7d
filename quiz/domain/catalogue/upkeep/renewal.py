"""A catalogue of which some rows changed, made from the one before: the same as read whole.

Everything that is looked up or matched is built anew from all rows, except the map of places, which
no coordinator changes. What is saved is the reading of the rows that are as they were.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.catalogue import Catalogue, build_catalogue
from quiz.domain.catalogue.files.columns import INSTITUTIONS, TABLES
from quiz.domain.catalogue.files.csv_file import CatalogueFile, read_cells
from quiz.domain.catalogue.files.references import check_references
from quiz.domain.catalogue.upkeep.region_rows import key_of

Cells = Mapping[str, str]
_POINTED_AT = {target for table in TABLES for target in table.references.values()}


@dataclass(frozen=True)
class FileNow:
    """What changed in a file: cells of rows in their order, and the keys of those that are gone.

    `last`: rows that were added after all others. `order`: asks for all keys that there are now, in
    order; needed only where a row came back that we do not have.
    """

    changed: Mapping[str, Cells]
    gone: Collection[str]
    last: Collection[str]
    order: Callable[[], Sequence[str]]


def renew(before: Catalogue, files: Mapping[str, FileNow]) -> Catalogue | None:
    """The catalogue with these changes; None where only reading it whole can tell what is wrong."""
    rows, fresh = dict(before.rows), {}
    for table in TABLES:
        if table.file in files:
            now = files[table.file]
            sheet = fresh[table.file] = read_cells(table, now.changed.values())
            known = {key_of(table, row): row for row in before.rows[table.file]}
            order = _order(known, now)
            known |= dict(zip(now.changed, (row for _number, row in sheet.rows), strict=False))
            if sheet.findings or not known.keys() >= set(order):
                return None
            rows[table.file] = tuple(map(known.__getitem__, order))
    if check_references(dict(_sheets(rows, fresh))):
        return None
    return build_catalogue(rows, before)


def _order(known: Collection[str], now: FileNow) -> Sequence[str]:
    """The keys of a file in order."""
    added = [key for key in now.changed if key not in known]
    if any(key not in now.last for key in added):
        return now.order()
    return [key for key in known if key not in now.gone] + added


def _sheets(
    rows: Mapping[str, Sequence[Any]], fresh: Mapping[str, CatalogueFile]
) -> Iterator[tuple[str, CatalogueFile]]:
    """What the check looks at: rows that changed, and all that point at a file that did.

    Of schools every row: no two of them may have one code.
    """
    for table in TABLES:
        sheet = CatalogueFile(table, readable=True)
        if table.file in _POINTED_AT:
            sheet.keys = {(getattr(row, table.key[0]),): 0 for row in rows[table.file]}
        if table is INSTITUTIONS or fresh.keys() & set(table.references.values()):
            sheet.rows = list(enumerate(rows[table.file]))
        elif table.file in fresh:
            sheet.rows = fresh[table.file].rows
        yield table.file, sheet
