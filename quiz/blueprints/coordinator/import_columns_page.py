"""Builds the page on which the columns of a file get their meaning, and reads what was chosen."""

from collections.abc import Sequence
from itertools import islice

from flask import request, url_for

from quiz.blueprints.coordinator.column_words import label_of
from quiz.blueprints.coordinator.import_view_models import ColumnsView, ColumnView
from quiz.blueprints.coordinator.row_fields import AUTOMATIC
from quiz.domain.catalogue.files.cell import Cell
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import BY_FILE
from quiz.domain.catalogue.upkeep.uploaded import UNUSED
from quiz.domain.text.names import plain_name
from quiz.usecases.region_rows.drafts import Draft
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _

_EXAMPLES, _LONGEST_EXAMPLE = 2, 40
# What a new row gets by itself (quiz/domain/catalogue/upkeep/preview.py).
FILLED_IN = frozenset((*AUTOMATIC, "confirmed", "location_confirmed"))


def columns_page(draft: Draft) -> ColumnsView:
    """Which column of ours each column of the file is."""
    table = BY_FILE[draft.file]
    url = url_for("coordinator.draft", draft_id=draft.id, kolommen="ja")
    columns = (
        ColumnView(place, name, _examples(draft, place), _choices(table, draft.mapping[place]))
        for place, name in enumerate(draft.uploaded.columns)
    )
    lacking, read = needed(table, draft.mapping), draft.uploaded
    return ColumnsView(draft.name, read.header, read.sheet, url, tuple(columns), lacking)


def labels(table: Table) -> dict[str, str]:
    """What our pages call each column, with the column."""
    return {label_of(column): column for column in table.columns}


def expected(table: Table) -> str:
    """What to do about a file in which no row names a column that we know."""
    columns = (label_of(each) for each in table.columns if each not in FILLED_IN)
    return _(
        "Geen rij bovenaan dit bestand noemt kolommen die we kennen. "
        "Zet er een rij boven met bijvoorbeeld: %(columns)s.",
        columns="; ".join(columns),
    )


def needed(table: Table, mapping: Sequence[str]) -> str:
    """The columns without which no new row can come in and that the file does not have."""
    lacking = [
        label_of(column)
        for column, cell in table.columns.items()
        if column not in mapping and column not in FILLED_IN and _may_not_be_empty(cell)
    ]
    return "; ".join(lacking)


def _may_not_be_empty(cell: Cell) -> bool:
    try:
        cell.read("")
    except BadCell:
        return True
    return False


def typed_mapping(draft: Draft) -> list[str]:
    """What was chosen for each column; one of ours is used once."""
    table, mapping = BY_FILE[draft.file], list[str]()
    for place in range(len(draft.uploaded.columns)):
        chosen = request.form.get(f"kolom-{place}", UNUSED)
        mapping.append(chosen if chosen in table.columns and chosen not in mapping else UNUSED)
    return mapping


def _examples(draft: Draft, place: int) -> tuple[str, ...]:
    found = (plain_name(cells[place]) for _number, cells in draft.uploaded.rows)
    return tuple(text[:_LONGEST_EXAMPLE] for text in islice(filter(None, found), _EXAMPLES))


def _choices(table: Table, chosen: str) -> tuple[Choice, ...]:
    none = Choice(UNUSED, _("telt niet mee"), not chosen)
    named = (
        Choice(column, f"{label_of(column)} ({column})", column == chosen)
        for column in table.columns
    )
    return (none, *named)
