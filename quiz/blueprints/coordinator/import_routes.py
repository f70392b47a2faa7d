"""An import as URLs: a file comes in, its columns get a meaning, and ticked rows go along."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from quiz.blueprints.coordinator import import_columns_page, import_page, operations
from quiz.blueprints.coordinator.finding_words import of_file
from quiz.blueprints.coordinator.kinds import KINDS
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.routes import blueprint
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.duo.delivery import is_of_duo
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.uploaded import (
    UNUSED,
    proposed_mapping,
    read_upload,
)
from quiz.domain.spreadsheets.errors import FileRefused, NoKnownColumn
from quiz.domain.text.names import plain_name, plain_text
from quiz.usecases.region_rows.drafts import NewDraft
from quiz.usecases.region_rows.importing import Chosen, Moved
from quiz.web.access.audiences import Audience, NotAllowed, audience
from quiz.web.pages.languages import translate as _

Page = str | Response | tuple[str, int]
_LONGEST_NAME, _DIGITS, _MOST_FILES = 100, 6, 6
_NO_NAME = re.compile(r"[^\w.-]+", re.ASCII)


@blueprint.get("/regio/import")
@audience(Audience.COORDINATOR)
def ask_for_file() -> Page:
    """The form for a file, and the files that wait."""
    return render_template("coordinator/import.html", view=import_page.upload())


@blueprint.post("/regio/import")
@audience(Audience.COORDINATOR)
def send_file() -> Page:
    """Read a file and keep it as a draft; nothing of the offer changes yet."""
    table = KINDS.get(request.form.get("kind", ""))
    if not own_regions():
        raise NotAllowed
    sent = [each for each in request.files.getlist("file") if each.filename][:_MOST_FILES]
    try:
        with TemporaryDirectory() as folder:
            paths = [_put(each, Path(folder) / str(n)) for n, each in enumerate(sent)]
            if paths and all(map(is_of_duo, paths)):
                return _keep_duo(paths)
            if table is None or not paths:
                return _again(_("Kies wat erin staat, en een bestand."))
            if len(paths) > 1:
                return _again(_("Meer bestanden tegelijk kan alleen met bestanden van DUO."))
            return _keep(paths[0], table, sent[0].filename or "")
    except FileRefused as problem:
        return _again(of_file(problem))


@blueprint.get("/regio/import/<int:draft_id>")
@audience(Audience.COORDINATOR)
def draft(draft_id: int) -> Page:
    """What the file would do, or which column is what."""
    found = import_page.own_draft(draft_id)
    if request.args.get("kolommen"):
        return render_template(
            "coordinator/columns.html", view=import_columns_page.columns_page(found)
        )
    return render_template("coordinator/preview.html", view=import_page.preview_page(found))


@blueprint.post("/regio/import/<int:draft_id>")
@audience(Audience.COORDINATOR)
def use_draft(draft_id: int) -> Page:
    """Say which column is what, take ticked rows over, or let the file go."""
    found = import_page.own_draft(draft_id)
    here, action = import_page.here(draft_id), request.form.get("action")
    if action == "columns":
        operations.map_columns(draft_id, import_columns_page.typed_mapping(found))
    elif action == "drop":
        operations.drop_draft(draft_id)
        here = url_for("coordinator.ask_for_file")
    elif action == "take":
        sent = (whole_number(each, _DIGITS) for each in request.form.getlist("rij"))
        numbers = frozenset(each for each in sent if each is not None)
        stand = plain_text(request.form.get("stand", "")) or ""
        try:
            taken = operations.take_over(
                Chosen(draft_id, numbers, stand, import_page.rest(), import_page.MOST_SHOWN)
            )
        except Moved:
            view = import_page.preview_page(import_page.own_draft(draft_id), moved=True)
            return render_template("coordinator/preview.html", view=view), 409
        here = import_page.here(draft_id, over=taken)
    return redirect(here, 303)


def _put(sent: FileStorage, folder: Path) -> Path:
    """Write a file down under its own name: that of a file of DUO says of which year it is."""
    folder.mkdir()
    path = folder / (_NO_NAME.sub("-", sent.filename or "")[-_LONGEST_NAME:].lstrip(".") or "x")
    sent.save(path)
    return path


def _keep(path: Path, table: Table, filename: str) -> Page:
    try:
        uploaded = read_upload(path, table)
    except NoKnownColumn:
        return _again(import_columns_page.expected(table))
    mapping = proposed_mapping(uploaded.columns, table, import_columns_page.labels(table))
    name = plain_name(filename)[:_LONGEST_NAME] or table.file
    number = operations.keep_draft(NewDraft(table.file, name, uploaded, mapping))
    asked = {"kolommen": "ja"} if UNUSED in mapping else {}
    return redirect(url_for("coordinator.draft", draft_id=number, **asked), 303)  # type: ignore[arg-type]


def _keep_duo(paths: Sequence[Path]) -> Page:
    """Keep what the files have for the own regions: a list of each kind, the first one opened."""
    names = plain_name(", ".join(path.name for path in paths))[:_LONGEST_NAME]
    numbers = [
        operations.keep_draft(NewDraft(file, names, uploaded, uploaded.columns))
        for file, uploaded in import_page.lists_of_duo(paths).items()
    ]
    if not numbers:
        return _again(_("In deze bestanden staat niets nieuws voor jouw regio."))
    then = {import_page.THEN: numbers[1]} if len(numbers) > 1 else {}
    return redirect(url_for("coordinator.draft", draft_id=numbers[0], **then), 303)  # type: ignore[arg-type]


def _again(error: str) -> Page:
    return render_template("coordinator/import.html", view=import_page.upload(error)), 422
