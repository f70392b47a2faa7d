"""Reads a form of a row as cells of the catalogue, and shows it again with what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from flask import request

from quiz.blueprints.coordinator.audience_words import (
    about_audience,
    audience_words,
    typed_audience,
)
from quiz.blueprints.coordinator.finding_words import of_cell, of_row
from quiz.blueprints.coordinator.row_fields import Widget, asked_columns, field, widget_of
from quiz.blueprints.coordinator.row_view_models import FormView
from quiz.domain.catalogue.files import cells as kinds
from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.columns import EVENTS
from quiz.domain.catalogue.files.findings import Finding
from quiz.domain.catalogue.files.months import MONTHS
from quiz.domain.catalogue.files.table import Table
from quiz.domain.text.names import plain_line, plain_text
from quiz.web.runtime import catalogue, services

DIGEST, CHECKED, YES = "digest", "checked", "ja"
Cells = Mapping[str, str]


def typed_cells(table: Table, before: Cells | None) -> dict[str, str]:
    """The cells that were typed over those of a row; None for a new one."""
    own = {
        column: _typed(table, column, (before or {}).get(column, ""))
        for column in asked_columns(table, is_new=before is None)
    }
    cells = {**dict.fromkeys(table.columns, ""), **(before or {}), **own}
    if "lat" in table.columns and (
        not cells["lat"] or (before or {}).get("municipality") != cells["municipality"]
    ):
        cells |= _centre(cells["municipality"])
    if table is EVENTS and before is None:
        cells["scope"] = "regional"
    if request.form.get(CHECKED) == YES:
        cells["checked_on"] = services().today().isoformat()
    return cells


def shown_digest() -> str:
    """How the row stood when this form was made."""
    return (plain_text(request.form.get(DIGEST, "")) or "")[:64]


def form_of(
    table: Table, cells: Cells, action: str, digest: str, *, checked: bool = False
) -> FormView:
    """The form of a row as it is."""
    columns = asked_columns(table, is_new=not digest)
    fields = tuple(field(table, column, cells) for column in columns)
    return FormView(action, fields, digest, (), "", checked=checked)


def refused_form(
    table: Table, cells: Cells, action: str, digest: str, findings: Sequence[Finding]
) -> FormView:
    """The form as it was sent, each finding at its field and the others above it."""
    columns = asked_columns(table, is_new=not digest)
    findings = [
        about_audience(each, cells[each.column])
        if table.columns.get(each.column) is AUDIENCE
        else each
        for each in findings
    ]
    said = {each.column: of_cell(each) for each in reversed(findings)}
    fields = tuple(field(table, column, cells, said.get(column, "")) for column in columns)
    others = tuple(of_row(each) for each in findings if each.column not in columns)
    return FormView(action, fields, digest, others, "", checked=_is_ticked())


def conflict_form(table: Table, mine: Cells, now: Cells, form: FormView) -> FormView:
    """A form as it was sent, beside each other value that somebody else wrote meanwhile."""
    fields = tuple(
        replace(each, now=_other_value(table, each.name, mine, now)) for each in form.fields
    )
    return replace(form, fields=fields, checked=_is_ticked())


def _other_value(table: Table, column: str, mine: Cells, now: Cells) -> str:
    theirs = now.get(column, "")
    return (words_of(table, column, theirs) or "—") if theirs != mine.get(column, "") else ""


def words_of(table: Table, column: str, value: str) -> str:
    """A cell in words: the chosen ones by their names."""
    if column not in table.columns:
        return value
    if table.columns[column] is AUDIENCE:
        return audience_words(value)
    shown = field(table, column, {column: value})
    if shown.parts and shown.widget == Widget.WEIGHTS:
        given = [(part.label, _chosen(part.choices)) for part in shown.parts]
        return ", ".join(f"{world}: {words}" for world, words in given if words)
    if shown.parts:
        return ", ".join(filter(None, (_chosen(part.choices) for part in shown.parts)))
    picked = [choice.label for choice in shown.choices if choice.chosen]
    return ", ".join(picked) if picked else value


def _chosen(choices: Iterable[tuple[str, str, bool]]) -> str:
    return next((label for value, label, chosen in choices if chosen and value), "")


def _is_ticked() -> bool:
    return request.form.get(CHECKED) == YES


def _typed(table: Table, column: str, before: str) -> str:
    if table.columns[column] is AUDIENCE:
        return typed_audience(_text(column))
    widget = widget_of(table, column)
    if widget is Widget.WEIGHTS:
        return _worlds(column, before)
    if widget is Widget.TAGS:
        found = (_text(f"{column}-{number}") for number in range(kinds.MOST_TAGS))
        return ";".join(dict.fromkeys(filter(None, found)))
    if widget is Widget.MONTHS:
        return _months(request.form.getlist(column), before)
    return _text(column)


def _text(name: str) -> str:
    return (plain_line(request.form.get(name, "")) or "").strip()


def _worlds(column: str, before: str) -> str:
    """The worlds with a weight: those of before in their order, then the others."""
    earlier = [part.partition(":")[0] for part in before.split(";") if part]
    given = {world: _text(f"{column}-{world}") for world in [*earlier, *catalogue().world_order]}
    return ";".join(f"{world}:{weight}" for world, weight in given.items() if weight)


def _months(ticked: Iterable[str], before: str) -> str:
    """The months in order of the season; as they stood where they are the same."""
    chosen = [(plain_text(month) or "").strip() for month in ticked]
    try:
        found = {int(month) for month in chosen}
        if before and set(MONTHS.read(before)) == found:
            return before
    except ValueError:
        return ";".join(chosen)
    later = sorted(found)
    first = next((m for m in later if m > 1 and m - 1 not in found and 1 in found), None)
    if first is not None and 12 in found:  # over the turn of the year
        later = [m for m in later if m >= first] + [m for m in later if m < first]
    return ";".join(map(str, later))


def _centre(municipality: str) -> dict[str, str]:
    """The place on the map of something of which only the municipality is known."""
    town = catalogue().municipalities.get(municipality)
    if town is None:
        return {"lat": "", "lon": ""}
    return {"lat": str(town.lat), "lon": str(town.lon), "coord_precision": "municipality"}
