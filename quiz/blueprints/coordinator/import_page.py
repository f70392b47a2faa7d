"""Builds the pages of an import: the form for a file, and what it would do."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from flask import request, url_for

from quiz.blueprints.coordinator.column_words import label_of
from quiz.blueprints.coordinator.finding_words import of_row, said
from quiz.blueprints.coordinator.history_page import name_of
from quiz.blueprints.coordinator.import_columns_page import needed
from quiz.blueprints.coordinator.import_view_models import (
    DraftLink,
    LineView,
    Part,
    PreviewView,
    UploadView,
)
from quiz.blueprints.coordinator.kinds import kind_name, kind_names
from quiz.blueprints.coordinator.own_regions import own_regions
from quiz.blueprints.coordinator.row_form import words_of
from quiz.blueprints.coordinator.row_view_models import Difference
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.files.origins import GONE
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.line import Line, Outcome, stand_of
from quiz.domain.catalogue.upkeep.region_rows import BY_FILE
from quiz.domain.catalogue.upkeep.spoken import ADDRESSES
from quiz.domain.catalogue.upkeep.spoken_names import folded
from quiz.domain.catalogue.upkeep.uploaded import MOST_ROWS, Uploaded
from quiz.usecases.region_rows import duo_lists
from quiz.usecases.region_rows.drafts import Draft, draft_of, drafts_of
from quiz.usecases.region_rows.importing import lines_of
from quiz.web.access.audiences import require_staff
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day_and_time
from quiz.web.pages.done import JustDone
from quiz.web.pages.figures import counted
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue_at, reading, services

MOST_SHOWN = 300
DONE, THEN, WORLDS = "over", "daarna", "worlds"
_DIGITS = 6


def upload(error: str = "") -> UploadView:
    """The form for a file, and the files that wait."""
    waiting = drafts_of(reading(), require_staff().id, services().clock())
    chosen = request.form.get("kind", "")
    kinds = tuple(Choice(word, name, word == chosen) for word, name in kind_names().items())
    drafts = (
        DraftLink(name, show_day_and_time(made), url_for("coordinator.draft", draft_id=number))
        for number, name, made in waiting
    )
    return UploadView(kinds, error, tuple(drafts), counted(MOST_ROWS))


def own_draft(number: int) -> Draft:
    """A file of this coordinator. Raises NoRow."""
    return draft_of(reading(), require_staff().id, number, services().clock())


def preview_page(draft: Draft, *, moved: bool = False) -> PreviewView:
    """What the file would do now."""
    table = BY_FILE[draft.file]
    regions = frozenset(region.id for region in own_regions())
    lines = lines_of(services(), reading(), catalogue_at(), draft, regions)
    titles = (
        (Outcome.NEW, _("Nieuw"), True),
        (Outcome.CHANGED, _("Gewijzigd"), True),
        (Outcome.CONFLICT, _("Hier zelf veranderd of weggehaald"), False),
    )
    return PreviewView(
        name=draft.name,
        kind=kind_name(table),
        until=show_day_and_time(draft.until),
        url=here(draft.id),
        columns=url_for("coordinator.draft", draft_id=draft.id, kolommen="ja"),
        stand=stand_of(lines),
        parts=tuple(_part(table, lines, *each) for each in titles),
        refused=_refused(draft, table, lines),
        needed=needed(table, draft.mapping),
        header=draft.uploaded.header,
        sheet=draft.uploaded.sheet,
        same=sum(line.outcome is Outcome.SAME for line in lines),
        moved=moved,
        done=_done(),
        then=_then(),
    )


def here(draft_id: int, **more: Any) -> str:
    """The address of a list, with the one that comes after it."""
    then = whole_number(request.args.get(THEN, ""), _DIGITS)
    parts = more if then is None else {THEN: then, **more}
    return url_for("coordinator.draft", draft_id=draft_id, **parts)


def _then() -> str:
    then = whole_number(request.args.get(THEN, ""), _DIGITS)
    return "" if then is None else url_for("coordinator.draft", draft_id=then)


def lists_of_duo(paths: Sequence[Path]) -> Mapping[str, Uploaded]:
    """What files of DUO have for the own regions. Raises FileRefused."""
    regions = frozenset(region.id for region in own_regions())
    return duo_lists.lists_of_duo(services(), reading(), catalogue_at(), paths, regions)


def _part(table: Table, lines: Sequence[Line], outcome: Outcome, title: str, ticked: bool) -> Part:
    found = [line for line in lines if line.outcome is outcome]
    return Part(
        title, outcome.value, len(found), tuple(_line(table, e) for e in found[:MOST_SHOWN]), ticked
    )


def _line(table: Table, line: Line) -> LineView:
    is_new = line.outcome is Outcome.NEW
    differences = _read_otherwise(table, line) if is_new else _differences(table, line)
    gone = line.before is not None and line.before.origin in GONE
    note = _("Deze rij is hier weggehaald. Aanvinken zet hem terug.") if gone else ""
    return LineView(line.number, _name(table, line), (), tuple(differences), note)


def _differences(table: Table, line: Line) -> Iterator[Difference]:
    for column, before, after in line.differences:
        yield Difference(
            label_of(column), words_of(table, column, before), words_of(table, column, after)
        )


def _read_otherwise(table: Table, line: Line) -> Iterator[Difference]:
    """What a new row says in the file, and how it is read, where that is not the same."""
    for column, text in line.said.items():
        words = words_of(table, column, line.cells[column])
        if words and not _is_as_said(column, text, words):
            yield Difference(label_of(column), text, words)


def _is_as_said(column: str, text: str, words: str) -> bool:
    """Whether nobody would miss it: a weight behind a world, https:// before an address."""
    said, read = folded(text), folded(words)
    return (
        said == read
        or (column == WORLDS and read.startswith(said))
        or (column in ADDRESSES and read.endswith(said))
    )


def _refused(draft: Draft, table: Table, lines: Sequence[Line]) -> Part:
    broken = [
        LineView(number, "", (said(reason, advice),))
        for number, reason, advice in draft.uploaded.broken
    ]
    wrong = [
        LineView(line.number, _name(table, line), tuple(of_row(each) for each in line.findings))
        for line in lines
        if line.outcome is Outcome.REFUSED
    ]
    every = sorted([*broken, *wrong], key=lambda line: line.number)
    return Part(
        _("Geweigerd"), Outcome.REFUSED.value, len(every), tuple(every[:MOST_SHOWN]), ticked=False
    )


def _name(table: Table, line: Line) -> str:
    return name_of(table, line.cells) or line.key


def rest() -> frozenset[Outcome]:
    """The outcomes of which also the rows go along that were not shown."""
    sent = set(request.form.getlist("alles"))
    return frozenset(outcome for outcome in Outcome if outcome.value in sent)


def _done() -> JustDone | None:
    number = whole_number(request.args.get(DONE, ""), _DIGITS)
    return (
        None if number is None else JustDone(_("Overgenomen: %(number)s.", number=counted(number)))
    )
