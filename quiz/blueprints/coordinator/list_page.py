"""Builds the list of what the own regions offer: asked for, in an order, one page of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from flask import url_for

from quiz.blueprints.coordinator.asked_rows import DISTANCES, DUE, WELL, Asked, asked_rows, which
from quiz.blueprints.coordinator.kinds import (
    KINDS,
    due_name,
    in_address,
    kind_name,
    kind_names,
    word_of,
)
from quiz.blueprints.coordinator.own_regions import due, own_regions, own_rows, own_towns
from quiz.blueprints.coordinator.view_models import KindLink, RowLine, RowsView
from quiz.domain.catalogue.files.export import table_text
from quiz.domain.catalogue.files.schema import LEVELS
from quiz.domain.catalogue.upkeep.due import Due
from quiz.domain.catalogue.upkeep.region_rows import RegionRow
from quiz.web.access.audiences import NotAllowed
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.pages.levels import level_name
from quiz.web.pages.listing import (
    Field,
    Place,
    choices,
    filter_view,
    on_page,
    pages,
)
from quiz.web.pages.sorting import Column, Order, chosen_order, headings, name_key
from quiz.web.runtime import catalogue, texts

LIST = Place("coordinator.rows", "aanbod")
BY_NAME = Order("naam")
_ORDERS: Mapping[str, Callable[[RegionRow], object]] = {
    "naam": lambda row: (name_key(row.name), name_key(row.about)),
    "plaats": lambda row: name_key(row.municipality),
    "nagekeken": lambda row: row.row.checked_on or date.min,
}


def rows() -> RowsView:
    """What was asked for of the own regions."""
    asked, order = asked_rows(), chosen_order(_ORDERS, BY_NAME)
    every = own_rows()
    found = which(every, asked)
    kinds = [word for word, table in KINDS.items() if any(row.table is table for row in found)]
    found.sort(key=_ORDERS[order.column], reverse=order.falling)  # type: ignore[arg-type]
    return RowsView(
        lines=tuple(map(_line, on_page(found))),
        headings=headings(_columns(), order, LIST.endpoint, asked.parts()),
        filters=filter_view(_fields(every, asked), asked.parts(), order),
        pages=pages(len(found), asked.parts(), order, LIST),
        files=tuple(_file(word, asked) for word in kinds),
        additions=tuple(map(_addition, KINDS)) if own_regions() else (),
        total=len(every),
        found=len(found),
    )


def file_of(kind: str) -> tuple[str, str]:
    """What was asked for of one kind, as a file of the catalogue: its name and its text.

    Raises NotAllowed for a kind that there is not.
    """
    table = KINDS.get(kind)
    if table is None:
        raise NotAllowed
    found = which(own_rows(), replace(asked_rows(), soort=kind))
    return table.file, table_text(table, (each.row for each in found))


def _file(kind: str, asked: Asked) -> KindLink:
    parts: dict[str, Any] = {
        name: value for name, value in asked.parts().items() if name != "soort"
    }
    return KindLink(kind_names()[kind], url_for("coordinator.rows_file", kind=kind, **parts))


def _addition(kind: str) -> KindLink:
    return KindLink(kind_name(KINDS[kind]).lower(), url_for("coordinator.ask_to_add", kind=kind))


def _line(found: RegionRow) -> RowLine:
    row, why = found.row, due(found)
    return RowLine(
        name=found.name,
        about=found.about or _closest(found),
        level=level_name(found.level) if found.level else "",
        kind=kind_name(found.table),
        municipality=found.municipality,
        checked=show_day(row.checked_on, "medium") if row.checked_on else "",
        unsourced=Due.NO_SOURCE in why,
        broken=Due.LINK in why,
        old=Due.OLD in why,
        url=url_for("coordinator.row", kind=word_of(found.table), key=in_address(found.key)),
    )


def _closest(found: RegionRow) -> str:
    """The world that a row is most about; a school is about none."""
    if not found.worlds:
        return ""
    return texts().worlds[max(found.worlds, key=found.worlds.__getitem__)].name


def _columns() -> tuple[Column, ...]:
    return (
        Column("naam", _("Naam")),
        Column("plaats", _("Gemeente")),
        Column("nagekeken", _("Nagekeken")),
    )


def _fields(every: Sequence[RegionRow], asked: Asked) -> Iterable[Field]:
    """The choices, with only the regions and levels that there are."""
    levels = {row.level for row in every}
    regions = [(region.id, region.name) for region in own_regions()]
    worlds = [(world, texts().worlds[world].name) for world in catalogue().world_order]
    known = [(level, level_name(level)) for level in LEVELS if level in levels]
    yield "regio", _("Regio"), choices(regions, asked.regio)
    yield "soort", _("Soort"), choices(kind_names().items(), asked.soort)
    yield "wereld", _("Wereld"), choices(worlds, asked.wereld)
    yield "niveau", _("Niveau"), choices(known, asked.niveau)
    yield "nagekeken", _("Nagekeken"), choices(_checks(), asked.nagekeken)
    yield "rond", _("In de buurt van"), choices(own_towns(), asked.rond)
    yield "km", _("Tot"), choices(_distances(), asked.km)


def _checks() -> list[tuple[str, str]]:
    return [*((word, due_name(due)) for word, due in DUE.items()), (WELL, _("In orde"))]


def _distances() -> list[tuple[str, str]]:
    return [(km, _("%(km)s km", km=km)) for km in DISTANCES]
