"""Builds the pages on which a coordinator keeps the agenda of the own regions."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request, url_for

from quiz.blueprints.coordinator.agenda_form import KNOWN_SCHOOLS, Typed
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.config.whole_numbers import whole_number
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.agenda import NoItem, item_of, items_of
from quiz.web.pages.addresses import our_address
from quiz.web.pages.agenda_lines import AgendaLine, agenda_line
from quiz.web.pages.choices import Choice
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_type_name
from quiz.web.runtime import catalogue, reading, services, texts

NOW, OUT = "nu", "weg"
SAVED = "bewaard"
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class ItemLine:
    """One item in the list; `over`: its last day has gone by."""

    shown: AgendaLine
    region: str
    published: bool
    over: bool


@dataclass(frozen=True)
class AgendaView:
    """All items of the own regions, and where each region shows them."""

    lines: tuple[ItemLine, ...]
    regions: tuple[tuple[str, str], ...]
    done: JustDone | None
    address: str


@dataclass(frozen=True)
class FormView:
    """The form of one item; `number` 0 for a new one."""

    number: int
    lines: Mapping[str, str]
    errors: Mapping[str, str]
    regions: tuple[Choice, ...]
    audience: tuple[Choice, ...]
    worlds: tuple[Choice, ...]
    revision: int


def agenda() -> AgendaView:
    """The list, the newest day first."""
    mine = own_regions()
    items = items_of(reading(), {region.id for region in mine})
    return AgendaView(
        tuple(map(_line, items)),
        tuple((region.id, region.name) for region in mine),
        _just_done(),
        our_address(),
    )


def form_view(typed: Typed, number: int = 0) -> FormView:
    """A form as it was typed."""
    regions = own_regions()
    return FormView(
        number=number,
        lines=typed.lines,
        errors=typed.errors,
        regions=tuple(Choice(one.id, one.name, one.id == typed.region) for one in regions),
        audience=tuple(
            Choice(name, school_type_name(name), name in typed.audience) for name in KNOWN_SCHOOLS
        ),
        worlds=tuple(
            Choice(name, texts().worlds[name].name, name in typed.worlds)
            for name in services().bank.worlds
        ),
        revision=typed.revision,
    )


def _line(item: AgendaItem) -> ItemLine:
    return ItemLine(
        shown=agenda_line(item),
        region=catalogue().regions[item.region_id].name,
        published=item.published,
        over=item.last_day < services().today(),
    )


def _just_done() -> JustDone | None:
    """What the address says was done, where it is true."""
    if request.args.get(NOW) == SAVED:
        return JustDone(_("Bewaard."))
    number = whole_number(request.args.get(OUT, ""), LONGEST_NUMBER)
    if number is None:
        return None
    try:
        item = item_of(reading(), number, {region.id for region in own_regions()})
    except NoItem:
        return None
    if item.removed_at is None:
        return None
    undo = url_for("coordinator.move_item", item_id=item.id)
    words = _("Weg: %(title)s.", title=item.title_nl)
    return JustDone(words, undo, _("Maak ongedaan"), {"action": "restore"})
