"""One row as URLs: to add, change, check and take away, and to undo what was done to it."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.coordinator import history_page, new_row_page, operations, row_page
from quiz.blueprints.coordinator.finding_words import of_cell
from quiz.blueprints.coordinator.kinds import in_address
from quiz.blueprints.coordinator.routes import blueprint
from quiz.blueprints.coordinator.row_form import refused_form, shown_digest, typed_cells
from quiz.blueprints.coordinator.row_page import OwnRow, table_in_address
from quiz.blueprints.coordinator.row_view_models import RowView
from quiz.config.whole_numbers import whole_number
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.usecases.region_rows.changing import Shown
from quiz.usecases.region_rows.errors import RowChanged, RowRefused
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.languages import translate as _

Page = str | Response | tuple[str, int]
_DIGITS = 10


@blueprint.get("/regio/nieuw/<kind>")
@audience(Audience.COORDINATOR)
def ask_to_add(kind: str) -> Page:
    """The empty form of a kind."""
    return render_template("coordinator/new.html", view=new_row_page.new_row(kind))


@blueprint.post("/regio/nieuw/<kind>")
@audience(Audience.COORDINATOR)
def add(kind: str) -> Page:
    """Add a row, or say what is wrong with it."""
    table = table_in_address(kind)
    cells = typed_cells(table, None)
    try:
        _file, key = operations.add_row(table, cells)
    except RowRefused as problem:
        form = refused_form(
            table, cells, url_for("coordinator.add", kind=kind), "", problem.findings
        )
        return render_template("coordinator/new.html", view=new_row_page.new_row(kind, form)), 422
    there = url_for("coordinator.row", kind=kind, key=in_address(key), nu=row_page.ADDED)
    return redirect(there, 303)


@blueprint.get("/regio/aanbod/<kind>/<key>")
@audience(Audience.COORDINATOR)
def row(kind: str, key: str) -> Page:
    """One row, with its form and its history."""
    return _show(row_page.row_page(OwnRow(kind, key)))


@blueprint.post("/regio/aanbod/<kind>/<key>")
@audience(Audience.COORDINATOR)
def change(kind: str, key: str) -> Page:
    """Change a row, or show what is wrong, or what somebody else wrote meanwhile."""
    own, digest = OwnRow(kind, key), shown_digest()
    typed = typed_cells(own.table, own.row.cells)
    try:
        version = operations.change_row(Shown((own.table.file, own.key), digest), typed)
    except RowRefused as problem:
        form = refused_form(own.table, typed, own.url(), digest or own.digest, problem.findings)
        return _show(row_page.row_page(own, form)), 422
    except RowChanged:
        return _show(row_page.conflict(OwnRow(kind, key), typed)), 409
    return redirect(own.url(nu=row_page.SAVED if version else row_page.SAME), 303)


@blueprint.post("/regio/aanbod/<kind>/<key>/klopt")
@audience(Audience.COORDINATOR)
def check(kind: str, key: str) -> Page:
    """Say that a row is still right."""
    own = OwnRow(kind, key)
    _checked, left = operations.check_rows([Shown((own.table.file, own.key), shown_digest())])
    if left:
        return _changed_meanwhile(OwnRow(kind, key))
    return redirect(own.url(nu=row_page.CHECKED), 303)


@blueprint.post("/regio/aanbod/<kind>/<key>/weg")
@audience(Audience.COORDINATOR)
def remove(kind: str, key: str) -> Page:
    """Take a row away; it can be put back on the page to which this leads."""
    own = OwnRow(kind, key)
    try:
        operations.remove_row(Shown((own.table.file, own.key), shown_digest()))
    except RowRefused as problem:
        return _refused(own, problem), 422
    except RowChanged:
        return _changed_meanwhile(OwnRow(kind, key))
    return redirect(own.url(), 303)


@blueprint.post("/regio/aanbod/<kind>/<key>/terug")
@audience(Audience.COORDINATOR)
def undo_change(kind: str, key: str) -> Page:
    """Take the last change of a row back."""
    own = OwnRow(kind, key)
    version = whole_number(request.form.get("version", ""), _DIGITS)
    try:
        operations.undo((own.table.file, own.key), min(version or 0, LARGEST_NUMBER))
    except RowRefused as problem:
        return _refused(own, problem), 422
    except RowChanged:
        return _changed_meanwhile(OwnRow(kind, key))
    return redirect(own.url(nu=row_page.BACK), 303)


@blueprint.get("/regio/wijzigingen")
@audience(Audience.COORDINATOR)
def history() -> Page:
    """Who changed what in the own regions."""
    return render_template("coordinator/history.html", view=history_page.history())


def _show(view: RowView) -> str:
    return render_template("coordinator/row.html", view=view)


def _refused(own: OwnRow, problem: RowRefused) -> str:
    view = row_page.row_page(own)
    words = tuple(of_cell(each) for each in problem.findings)
    return _show(row_page.with_refusals(view, (_("Er is niets veranderd."), *words)))


def _changed_meanwhile(own: OwnRow) -> Page:
    words = _("Deze rij is intussen veranderd. Zo staat hij er nu; er is verder niets gedaan.")
    return _show(row_page.with_refusals(row_page.row_page(own), (words,))), 409
