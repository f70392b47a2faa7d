"""Builds the form of a new row; one that is to fill a gap has its world and step chosen."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from flask import request, url_for

from quiz.blueprints.coordinator.gaps_page import step_names
from quiz.blueprints.coordinator.kinds import kind_name
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.row_form import form_of
from quiz.blueprints.coordinator.row_page import table_in_address
from quiz.blueprints.coordinator.row_view_models import FieldView, FormView, NewRowView
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.upkeep.gaps import STEPS
from quiz.web.access.audiences import NotAllowed
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, texts

_USUAL = ("confirmed", "location_confirmed", "for_pupils", "for_everybody")
_PROGRAMME = "programme_id"


class Wanted(NamedTuple):
    """The gap that is to be filled; "" for what was not asked for."""

    world: str
    step: str


def new_row(kind: str, form: FormView | None = None) -> NewRowView:
    """The form of a new row, or as it was sent."""
    table = table_in_address(kind)
    if not own_regions():
        raise NotAllowed
    here, name = url_for("coordinator.add", kind=kind), kind_name(table)
    if form is not None:
        return NewRowView(name, form, "", here)
    wanted = _wanted()
    usual = dict.fromkeys(_USUAL, "yes")
    if wanted.world:
        usual["worlds"] = f"{wanted.world}:1"
    empty = form_of(table, usual, here, "", checked=True)
    fields = tuple(_narrowed(field, wanted) for field in empty.fields)
    told = _told(wanted) if fields != empty.fields else ""
    return NewRowView(name, replace(empty, fields=fields), told, here)


def _wanted() -> Wanted:
    world, step = request.args.get("wereld", ""), request.args.get("stap", "")
    return Wanted(world * (world in catalogue().worlds), step * bool(STEPS.get(step)))


def _told(wanted: Wanted) -> str:
    step = step_names().get(wanted.step, "")
    where = ", ".join(filter(None, (texts().worlds[wanted.world].name, step)))
    return _("Hier staan alleen opleidingen die dit gat vullen: %(gap)s.", gap=where)


def _narrowed(field: FieldView, wanted: Wanted) -> FieldView:
    """Of the programmes only those that fill the gap, unless there are none."""
    if field.name != _PROGRAMME or not wanted.world:
        return field
    fitting = tuple(_fitting(field, wanted))
    if len(fitting) == 1:
        fitting = (fitting[0]._replace(chosen=True),)
    return replace(field, choices=fitting) if fitting else field


def _fitting(field: FieldView, wanted: Wanted) -> Iterator[Choice]:
    levels = STEPS.get(wanted.step)
    for choice in field.choices:
        programme = catalogue().programmes[choice.value]
        if is_about(programme.worlds, wanted.world) and (not levels or programme.level in levels):
            yield choice
