"""Builds the list of rows to look at again, and reads which of them were ticked."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request, url_for

from quiz.blueprints.coordinator.asked_rows import DUE, Asked, asked_rows, which
from quiz.blueprints.coordinator.check_view_models import CheckLine, CheckView
from quiz.blueprints.coordinator.kinds import (
    KINDS,
    due_name,
    from_address,
    in_address,
    kind_name,
    kind_names,
    word_of,
)
from quiz.blueprints.coordinator.link_words import broken_lines
from quiz.blueprints.coordinator.own_regions import due, own_regions, own_rows
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.domain.catalogue.upkeep.due import Due
from quiz.domain.catalogue.upkeep.links import addresses_of
from quiz.domain.catalogue.upkeep.region_rows import RegionRow
from quiz.domain.text.names import plain_text
from quiz.storage.catalogue_rows import Key, StoredRow
from quiz.usecases.region_rows.changing import Shown
from quiz.usecases.region_rows.history import rows_as_stored
from quiz.web.pages.dates import show_day
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.pages.listing import (
    ON_A_PAGE,
    Field,
    Place,
    choices,
    filter_view,
    on_page,
    pages,
)
from quiz.web.pages.sorting import Order, name_key
from quiz.web.runtime import catalogue_at, reading

CHECK_LIST = Place("coordinator.check_list", "nakijken")
TICKED, RIGHT, LEFT = "rij", "goed", "over"
_MOST_SENT = 3 * ON_A_PAGE
_BY_NAME = Order("naam")
_DIGITS = 3


def check_list() -> CheckView:
    """What is to be looked at of the own regions, what is asked for of it."""
    asked = asked_rows()
    every = [each for each in own_rows() if due(each)]
    found = which(every, asked)
    found.sort(key=lambda row: (name_key(row.name), name_key(row.about), row.key))
    shown = on_page(found)
    stored = rows_as_stored(reading(), catalogue_at(), shown)
    return CheckView(
        lines=tuple(line for each in shown for line in _lines(each, stored)),
        filters=filter_view(_fields(asked), asked.parts(), _BY_NAME),
        pages=pages(len(found), asked.parts(), _BY_NAME, CHECK_LIST),
        here=url_for("coordinator.check_ticked", **_parts(asked)),
        total=len(every),
        found=len(found),
        done=_done(),
    )


def ticked() -> list[Shown]:
    """The rows that were ticked, as they stood on the page; what is no row of ours is left out."""
    sent = request.form.getlist(TICKED)[:_MOST_SENT]
    return [shown for each in sent if (shown := _shown(plain_text(each) or "")) is not None]


def after(right: int, left: int) -> str:
    """Where the list goes on, with what was done."""
    parts: dict[str, Any] = {**_parts(asked_rows()), RIGHT: right, LEFT: left}
    return url_for(CHECK_LIST.endpoint, **parts)


def _parts(asked: Asked) -> dict[str, Any]:
    return dict(asked.parts())


def _shown(sent: str) -> Shown | None:
    kind, _slash, rest = sent.partition("/")
    part, _slash, digest = rest.partition("/")
    table = KINDS.get(kind)
    return None if table is None or not digest else Shown((table.file, from_address(part)), digest)


def _lines(found: RegionRow, stored: Mapping[Key, StoredRow]) -> Sequence[CheckLine]:
    """A row that went away a moment ago has no line."""
    row = stored.get((found.table.file, found.key))
    if row is None:
        return ()
    why = due(found)
    kind, part = word_of(found.table), in_address(found.key)
    source = found.row.source_url
    return (
        CheckLine(
            name=found.name,
            about=found.about,
            kind=kind_name(found.table),
            municipality=found.municipality,
            checked=show_day(found.row.checked_on, "medium") if found.row.checked_on else "",
            why=tuple(due_name(each) for each in Due if each in why),
            links=broken_lines(addresses_of(found.row)),
            url=url_for("coordinator.row", kind=kind, key=part),
            source=source,
            sent=f"{kind}/{part}/{digest_of(row.cells, row.origin)}" if source else "",
        ),
    )


def _fields(asked: Asked) -> tuple[Field, ...]:
    regions = [(region.id, region.name) for region in own_regions()]
    why = [(word, due_name(each)) for word, each in DUE.items()]
    return (
        ("regio", _("Regio"), choices(regions, asked.regio)),
        ("soort", _("Soort"), choices(kind_names().items(), asked.soort)),
        ("nagekeken", _("Waarom"), choices(why, asked.nagekeken)),
    )


def _done() -> JustDone | None:
    right, left = (whole_number(request.args.get(name, ""), _DIGITS) for name in (RIGHT, LEFT))
    if right is None or left is None:
        return None
    words = _("Vandaag nagekeken: %(number)s.", number=right)
    if left:
        more = _(
            "%(number)s intussen veranderd door iemand anders: kijk die nog eens na.", number=left
        )
        words = f"{words} {more}"
    return JustDone(words)
