"""What a coordinator changes: the only writer of this room.

Where the catalogue moved on between looking and writing, it is looked at again: whether this row
changed is what counts, and that its digest tells.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from quiz.blueprints.coordinator.own_regions import require_region_now, towns_of
from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.files.table import Table
from quiz.storage.catalogue_import import CatalogueMoved
from quiz.storage.catalogue_rows import CatalogueAt, Key
from quiz.usecases.class_pictures.region_intake import add_to_region
from quiz.usecases.region_rows import changing, drafts, importing, undoing
from quiz.usecases.region_rows.changing import Shown
from quiz.usecases.region_rows.drafts import NewDraft
from quiz.usecases.region_rows.importing import Chosen
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.audiences import require_staff
from quiz.web.runtime import catalogue_anew, catalogue_at, services

TRIES = 5
Done = TypeVar("Done")


def add_row(table: Table, cells: Mapping[str, str]) -> Key:
    """Add a row and return its key. Raises RowRefused."""
    return _try(lambda at: changing.add_row(services(), require_staff(), at, table, cells))


def change_row(shown: Shown, cells: Mapping[str, str]) -> int | None:
    """Change a row; None where nothing was. Raises NoRow, RowChanged or RowRefused."""
    return _try(lambda at: changing.change_row(services(), require_staff(), at, shown, cells))


def remove_row(shown: Shown) -> int:
    """Take a row away. Raises NoRow, RowChanged or RowRefused."""
    return _try(lambda at: changing.remove_row(services(), require_staff(), at, shown))


def check_rows(rows: Iterable[Shown]) -> tuple[int, int]:
    """Say that rows are still right: how many were, and how many changed meanwhile."""
    chosen = list(rows)
    return _try(lambda at: changing.check_rows(services(), require_staff(), at, chosen))


def undo(key: Key, version: int) -> int:
    """Take the change of a row back. Raises NoRow, RowChanged or RowRefused."""
    return _try(lambda at: undoing.undo(services(), require_staff(), at, key, version))


def _try(work: Callable[[CatalogueAt], Done]) -> Done:
    at = catalogue_at()
    for _again in range(TRIES - 1):
        try:
            return work(at)
        except CatalogueMoved:
            at = catalogue_anew()
    return work(at)


def keep_draft(new: NewDraft) -> int:
    """Keep a file that was read, and return its number."""
    return drafts.keep_draft(services(), require_staff(), new)


def map_columns(number: int, mapping: Sequence[str]) -> None:
    """Say which column is what."""
    drafts.map_columns(services(), require_staff(), number, mapping)


def drop_draft(number: int) -> None:
    """Let a file go."""
    drafts.drop_draft(services(), require_staff(), number)


def take_over(chosen: Chosen) -> int:
    """Write the chosen rows of a file; how many there were. Raises NoRow or Moved."""
    return _try(lambda at: importing.take_over(services(), require_staff(), at, chosen))


def add_to_monitor(region: Region) -> bool:
    """Take class pictures that wait into the figures of an own region; whether any came in."""
    staff, towns = require_staff(), towns_of(region)
    with services().database.writing() as session:
        require_region_now(session, region.id)
        came_in = add_to_region(services(), session, region.id, towns)
        if came_in:
            record_action(session, staff, Action.REGION_FIGURES_MADE, "region", None)
    return came_in
