"""The preview of an import in lines, for somebody who knows schools and no databases."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.duo.compare import Change, Preview
from quiz.domain.catalogue.duo.importing import Facts
from quiz.domain.catalogue.duo.left_out import Counted
from quiz.domain.catalogue.duo.proposal import ABOUT_SOURCE, Unknown
from quiz.domain.catalogue.duo.standing import Key
from quiz.domain.catalogue.files.columns import INSTITUTIONS
from quiz.domain.spreadsheets.guard import guarded
from quiz.domain.text.words import counted

MOST_SHOWN = 20
_STAYS, _GOES = "blijft staan; --remove haalt het weg", "gaat weg"
_WORDS = {
    "name": "naam",
    "municipality": "gemeente",
    "location_municipality": "gemeente",
    "lat": "noorderbreedte",
    "lon": "oosterlengte",
    "coord_precision": "hoe precies",
    "source_url": "bron",
    "confirmed": "nagekeken",
    "location_confirmed": "plek nagekeken",
    "checked_on": "nagekeken op",
    "programme_url": "pagina",
    "register_codes": "codes bij DUO",
}


@dataclass(frozen=True)
class Shown:
    """How a preview is shown: every row or the first ones, and whether what is gone goes."""

    whole: bool
    remove: bool


def lines(preview: Preview, facts: Facts, catalogue: Catalogue, shown: Shown) -> Iterator[str]:
    """Everything that an import would do, and all that it leaves; the first of each kind."""
    names = _Names(preview, catalogue)
    most = len(preview.rows) + len(preview.gone) + 1 if shown.whole else MOST_SHOWN
    yield "Gelezen:"
    for file in facts.files:
        year = f", schooljaar {file.year}" if file.year else ""
        yield f"  {file.name}: {counted(file.rows)} rijen, gelezen als {file.form.file}{year}"
    yield from _noted("Let op:", preview.notes)
    schools = [key for key in preview.new if key[0] == INSTITUTIONS.file]
    offerings = [key for key in preview.new if key[0] != INSTITUTIONS.file]
    yield from _listed("Nieuwe scholen", [f"+ {names.of(key)}" for key in schools], most)
    yield from _listed("Nieuw op een school", [f"+ {names.of(key)}" for key in offerings], most)
    yield from _listed("Veranderd", _cells(preview.changed, names, "→"), most)
    yield from _listed("Bevestigd (alleen bron en dag zijn nieuwer)", [*preview.confirmed], 0)
    yield from _listed(
        f"Niet meer in de bestanden ({_GOES if shown.remove else _STAYS})",
        [f"- {names.of(key)}" for key in preview.gone],
        most,
    )
    if preview.is_suspect:
        yield "  Dat is veel. Is elk bestand heel? Download het anders opnieuw."
    yield from _listed(
        "Hier aangepast en zo gelaten (hier | bij DUO)", _cells(preview.edited, names, "|"), most
    )
    yield from _listed(
        "Hier weggehaald en weg gebleven", [f"x {names.of(key)}" for key in preview.removed], most
    )
    yield f"Al precies zo in de catalogus: {counted(preview.same)}"
    yield from _noted("Niet overgenomen:", preview.left_out)
    yield from _listed(
        "Codes die de catalogus niet kent (--codes BESTAND schrijft ze allemaal op)",
        [_said(unknown, count) for unknown, count in preview.unknown],
        most,
    )


def code_list(unknown: Sequence[tuple[Unknown, int]]) -> str:
    """The unknown codes as CSV for a Dutch Excel: who adds programmes begins here."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(["register", "code", "naam", "niveau", "aantal plekken"])
    for code, count in unknown:
        cells = [code.system, code.code, code.name, code.level]
        writer.writerow([*map(guarded, cells), count])
    return "\ufeff" + text.getvalue()


class _Names:
    """What people call a row: programme and school with their places, no ids."""

    def __init__(self, preview: Preview, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._new: Mapping[str, str] = {
            key[1]: cells["name"]
            for key, cells in preview.rows.items()
            if key[0] == INSTITUTIONS.file
        }
        self._towns = {
            key[1]: cells["municipality"]
            for key, cells in preview.rows.items()
            if key[0] == INSTITUTIONS.file
        }

    def of(self, key: Key) -> str:
        """The words for a row."""
        file, name = key
        if file == INSTITUTIONS.file:
            return f"{self._school(name)}, {self._town(self._where(name))} ({name})"
        programme, school, town, mode = name.split(" ")
        known = self._catalogue.programmes.get(programme)
        said = known.name_nl if known else programme
        return f"{said} ({mode}): {self._school(school)}, {self._town(town)}"

    def _school(self, school: str) -> str:
        known = self._catalogue.institutions.get(school)
        return self._new.get(school) or (known.name if known else school)

    def _where(self, school: str) -> str:
        known = self._catalogue.institutions.get(school)
        return self._towns.get(school) or (known.municipality if known else "")

    def _town(self, code: str) -> str:
        known = self._catalogue.municipalities.get(code)
        return known.name if known else code


def _cells(changes: Sequence[Change], names: _Names, sign: str) -> list[str]:
    return [
        f"~ {names.of(change.key)}: "
        + "; ".join(
            f"{_WORDS.get(cell, cell)} {change.before[cell] or '(leeg)'} "
            f"{sign} {change.after[cell] or '(leeg)'}"
            for cell in _telling(change)
        )
        for change in changes
    ]


def _telling(change: Change) -> Collection[str]:
    """The cells that say something about a school; how we know it only when nothing else does."""
    return [cell for cell in change.after if cell not in ABOUT_SOURCE] or change.after.keys()


def _listed(heading: str, rows: Sequence[object], most: int) -> Iterator[str]:
    if not rows:
        return
    yield f"{heading}: {counted(len(rows))}"
    for row in rows[:most]:
        yield f"  {row}"
    if 0 < most < len(rows):
        yield f"  ... en nog {counted(len(rows) - most)} (--all toont alles)"


def _noted(heading: str, notes: Sequence[Counted]) -> Iterator[str]:
    if notes:
        yield heading
    for note in notes:
        shown = f" (zoals {', '.join(note.examples)})" if note.examples else ""
        yield f"  {counted(note.count)} x {note.reason}{shown}"


def _said(unknown: Unknown, count: int) -> str:
    level = f", niveau {unknown.level}" if unknown.level else ""
    return f"? {unknown.system} {unknown.code} {unknown.name}{level}: {counted(count)} plekken"
