"""Builds the page of one row: the form, what can be done with it, and its history."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import request, url_for

from quiz.blueprints.coordinator.history_page import changes_of, name_of
from quiz.blueprints.coordinator.kinds import KINDS, from_address, in_address, kind_name, word_of
from quiz.blueprints.coordinator.link_words import broken_lines
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.row_form import conflict_form, form_of
from quiz.blueprints.coordinator.row_view_models import ChangeView, FormView, RowView
from quiz.domain.catalogue.files.origins import GONE
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.domain.catalogue.upkeep.links import COLUMNS
from quiz.domain.catalogue.upkeep.region_rows import region_of_cells
from quiz.storage.catalogue_rows import StoredRow
from quiz.usecases.region_rows.history import row_as_stored
from quiz.web.access.audiences import NotAllowed
from quiz.web.pages.dates import show_day
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, catalogue_at, reading

DONE = "nu"
ADDED, SAVED, CHECKED, BACK, SAME = "toegevoegd", "bewaard", "klopt", "terug", "gelijk"


class OwnRow:
    """A row of the own regions as the address names it, or the mark of one that is gone."""

    def __init__(self, kind: str, part: str) -> None:
        """Find it. Raises NotAllowed for what is not there, or not in an own region."""
        self.table = table_in_address(kind)
        self.key = from_address(part)
        found = row_as_stored(reading(), catalogue_at(), self.table, self.key)
        mine = {region.id for region in own_regions()}
        if found is None or region_of_cells(catalogue(), found.cells) not in mine:
            raise NotAllowed
        self.row: StoredRow = found

    @property
    def is_gone(self) -> bool:
        """Whether somebody took it away."""
        return self.row.origin in GONE

    @property
    def digest(self) -> str:
        """How it stands now."""
        return digest_of(self.row.cells, self.row.origin)

    def url(self, endpoint: str = "row", **more: str) -> str:
        """Where something of this row is."""
        parts: dict[str, Any] = {"kind": word_of(self.table), "key": in_address(self.key), **more}
        return url_for(f"coordinator.{endpoint}", **parts)


def table_in_address(kind: str) -> Table:
    """The table of a kind. Raises NotAllowed."""
    found = KINDS.get(kind)
    if found is None:
        raise NotAllowed
    return found


def row_page(own: OwnRow, form: FormView | None = None, refused: str = "") -> RowView:
    """The row as it is, with its form as it was sent where it was refused."""
    history = changes_of(own.table, own.key)
    shown = None if own.is_gone else form or _form(own)
    cells = own.row.cells
    return RowView(
        name=name_of(own.table, cells) or own.key,
        kind=kind_name(own.table),
        facts=_facts(own),
        links=() if own.is_gone else _broken_links(own),
        done=None if form or refused else _done(own, history),
        form=shown,
        digest=own.digest,
        check=own.url("check") if cells.get("source_url") and not own.is_gone else "",
        remove="" if own.is_gone else own.url("remove"),
        refused=refused,
        history=history,
    )


def conflict(own: OwnRow, typed: dict[str, str]) -> RowView:
    """Both versions: what somebody else wrote, beside what was typed here."""
    last = next(iter(changes_of(own.table, own.key)), None)
    words = _("Deze rij is intussen veranderd. Er is nog niets van jou bewaard.")
    if last is not None:
        who = _(
            "%(who)s deed dat op %(when)s (%(what)s).", who=last.who, when=last.when, what=last.what
        )
        words = f"{words} {who}"
    mine = replace(form_of(own.table, typed, own.url(), own.digest), conflict=words)
    form = conflict_form(own.table, typed, own.row.cells, mine)
    return row_page(own, form, words if own.is_gone else "")


def _form(own: OwnRow) -> FormView:
    cells = {**dict.fromkeys(own.table.columns, ""), **own.row.cells}
    return form_of(own.table, cells, own.url(), own.digest)


def _facts(own: OwnRow) -> tuple[str, ...]:
    cells = own.row.cells
    if own.is_gone:
        return (_("Deze rij is weggehaald. Leerlingen zien hem niet."),)
    town = cells.get("location_municipality") or cells.get("municipality", "")
    checked = own.table.columns["checked_on"].read(cells.get("checked_on", ""))
    sourced = cells.get("source_url")
    is_shown = bool(sourced) and cells.get("for_pupils") != "no"
    return (
        kind_name(own.table),
        catalogue().municipalities[town].name,
        _("nagekeken op %(day)s", day=show_day(checked)) if checked else _("nog niet nagekeken"),
        _("leerlingen zien dit") if is_shown else _("leerlingen zien dit niet"),
    )


def _broken_links(own: OwnRow) -> tuple[str, ...]:
    cells = own.row.cells
    return broken_lines((column, cells.get(column, "")) for column in COLUMNS)


def _done(own: OwnRow, history: Sequence[ChangeView]) -> JustDone | None:
    words = {
        ADDED: _("Toegevoegd. Leerlingen zien het vanaf nu, als er een bron bij staat."),
        SAVED: _("Bewaard. Leerlingen zien het vanaf nu zo."),
        CHECKED: _("Klopt nog: vandaag nagekeken."),
        BACK: _("Ongedaan gemaakt. Het is weer zoals het was."),
    }
    said = words.get(request.args.get(DONE, ""))
    if request.args.get(DONE) == SAME:
        return JustDone(_("Er was niets veranderd."))
    if said is None or not history or own.is_gone:
        return None
    fields = {"version": str(history[0].version)}
    return JustDone(said, history[0].undo, _("Maak ongedaan"), fields)


def with_refusals(view: RowView, refused: tuple[str, ...]) -> RowView:
    """The page with why something was not done."""
    return replace(view, done=None, refused=" ".join(refused))
