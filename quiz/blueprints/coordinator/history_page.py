"""What was changed, line by line: who, when, and each cell before and after."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import request, url_for

from quiz.blueprints.coordinator.column_words import label_of
from quiz.blueprints.coordinator.kinds import in_address, kind_name, word_of
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.row_form import words_of
from quiz.blueprints.coordinator.row_view_models import ChangeView, Difference, HistoryView
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import BY_FILE
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.usecases.region_rows.history import ChangeLine, changes_in, changes_of_row
from quiz.web.pages.dates import show_day_and_time
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, reading

ON_A_PAGE = 50
_DIGITS = 10


def history() -> HistoryView:
    """What was changed in the own regions, the newest first."""
    before = whole_number(request.args.get("voor", ""), _DIGITS)
    before = None if before is None else min(before, LARGEST_NUMBER)
    mine = {region.id for region in own_regions()}
    lines = changes_in(reading(), mine, before, most=ON_A_PAGE + 1)
    shown = lines[:ON_A_PAGE]
    older = len(lines) > ON_A_PAGE
    there = url_for("coordinator.history", voor=shown[-1].version) if older else ""
    return HistoryView(tuple(change_view(line) for line in shown), there)


def changes_of(table: Table, key: str) -> tuple[ChangeView, ...]:
    """What was done to one row; the last of it can be undone."""
    lines = changes_of_row(reading(), (table.file, key))
    return tuple(change_view(line, is_last=not n) for n, line in enumerate(lines))


def change_view(line: ChangeLine, *, is_last: bool = False) -> ChangeView:
    """One line."""
    table = BY_FILE[line.key[0]]
    parts: dict[str, Any] = {"kind": word_of(table), "key": in_address(line.key[1])}
    return ChangeView(
        when=show_day_and_time(line.moment),
        who=line.who or _("iemand van wie het account weg is"),
        what=_words().get(line.kind, line.kind),
        name=name_of(table, line.after) or line.key[1],
        kind=kind_name(table),
        url=url_for("coordinator.row", **parts),
        version=line.version,
        undo=url_for("coordinator.undo_change", **parts) if is_last else "",
        differences=tuple(_differences(table, line)),
    )


def name_of(table: Table, cells: Mapping[str, str]) -> str:
    """What a stored row is called, also one that is not there any more."""
    if table is not columns.OFFERINGS:
        return cells.get("name", "")
    programme = catalogue().programmes.get(cells.get("programme_id", ""))
    school = catalogue().institutions.get(cells.get("institution_id", ""))
    names = (programme.name_nl if programme else "", school.name if school else "")
    return ", ".join(filter(None, names))


def _differences(table: Table, line: ChangeLine) -> Iterator[Difference]:
    """Every cell that became something else; of a new row nothing, for all of it is new."""
    if line.before is None:
        return
    for column in {**line.before, **line.after}:
        before, after = line.before.get(column, ""), line.after.get(column, "")
        if before != after:
            yield Difference(
                label_of(column),
                words_of(table, column, before),
                words_of(table, column, after),
            )


def _words() -> dict[str, str]:
    return {
        "added": _("toegevoegd"),
        "changed": _("gewijzigd"),
        "checked": _("klopt nog"),
        "removed": _("weggehaald"),
        "undone": _("ongedaan gemaakt"),
        "imported": _("uit een bestand"),
    }
