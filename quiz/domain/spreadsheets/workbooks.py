"""The sheets of an XLSX file, read from its parts as they stream by (docs/adr/0023).

Only stored and deflated parts are read, each up to a limit, so a small file cannot unpack without
end. Parts are XML without a document type, so nothing in them can refer to anything.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from quiz.domain.spreadsheets.cell_values import Values
from quiz.domain.spreadsheets.errors import BROKEN_ZIP, FileRefused
from quiz.domain.spreadsheets.formats import number_formats
from quiz.domain.spreadsheets.shared_texts import shared_texts
from quiz.domain.spreadsheets.worksheets import Merged, worksheet_rows
from quiz.domain.spreadsheets.xml_parts import broken, elements
from quiz.domain.text.words import Words

LARGEST_FILE = 16 << 20
_LARGEST_INDEX = 1 << 20
_INDEX_END = b"PK\x05\x06"
_INDEX_TAIL = 22 + (1 << 16)
_TABLES = (".csv", ".txt", ".xlsx")
_ROOT = PurePosixPath("/")


class _Sheet(NamedTuple):
    name: str
    part: str
    hidden: bool


def sheet_rows(
    source: BinaryIO, wanted: str, *, exactly: bool = False, merged: Merged | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Number and texts of the rows of the wanted sheet, else of the first that shows.

    With `exactly` no other sheet will do. `merged` tells at the end which cells are.
    """
    _refuse_large(source)
    try:
        with zipfile.ZipFile(source) as archive:
            book = _Book(archive)
            sheet = _chosen(book.sheets, wanted, exactly=exactly)
            values = Values(
                texts=shared_texts(archive, book.part("sharedStrings")),
                formats=number_formats(archive, book.part("styles")),
                since_1904=book.since_1904,
            )
            yield from worksheet_rows(archive, sheet.part, values, merged or Merged())
    except BROKEN_ZIP:
        reason = Words(
            "dit Excel-bestand is stuk of versleuteld, of het is een zip die niet heel is"
        )
        raise FileRefused(reason, Words("Haal of bewaar het opnieuw.")) from None


def shown_sheets(source: BinaryIO) -> list[str]:
    """The names of the sheets that show."""
    try:
        with zipfile.ZipFile(source) as archive:
            return [sheet.name for sheet in _Book(archive).sheets if not sheet.hidden]
    except BROKEN_ZIP:
        raise broken() from None


def _refuse_large(source: BinaryIO) -> None:
    """Refuse a file or an index of its parts that would take much memory to look at."""
    size = source.seek(0, 2)
    if size > LARGEST_FILE:
        most = LARGEST_FILE >> 20
        raise FileRefused(
            Words("dit Excel-bestand is groter dan %(most)s MB", most=most),
            Words("Bewaar het als CSV UTF-8."),
        )
    source.seek(max(0, size - _INDEX_TAIL))
    tail = source.read()
    end = tail.rfind(_INDEX_END)
    index = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if index > _LARGEST_INDEX:
        raise broken()


def _no_workbook(archive: zipfile.ZipFile) -> FileRefused:
    """What a zip is that is no workbook: often one with the table still packed in it."""
    if any(name.lower().endswith(_TABLES) for name in archive.namelist()):
        return FileRefused(Words("dit bestand is ingepakt (zip)"), Words("Pak het eerst uit."))
    return FileRefused(
        Words("dit is geen .xlsx-bestand"), Words("Open het in Excel en bewaar het als .xlsx.")
    )


def _chosen(sheets: Sequence[_Sheet], wanted: str, *, exactly: bool) -> _Sheet:
    for sheet in sheets:
        if wanted and sheet.name.strip().casefold() == wanted.casefold():
            return sheet
    if exactly:
        raise FileRefused(
            Words("er is geen blad '%(wanted)s'", wanted=wanted), Words("Geef een blad deze naam.")
        )
    for sheet in sheets:
        if not sheet.hidden:
            return sheet
    raise FileRefused(
        Words("dit Excel-bestand heeft geen blad"), Words("Bewaar het opnieuw als .xlsx.")
    )


class _Book:
    """Where the parts of a workbook are."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        main = self._named("/_rels/.rels", "officeDocument")
        if not main.endswith(".xml"):
            raise _no_workbook(archive)
        self._folder = PurePosixPath(main).parent
        rels = f"{self._folder}/_rels/{PurePosixPath(main).name}.rels"
        self._relations = dict(self._relations_in(rels, self._folder))
        self.since_1904 = False
        self.sheets: list[_Sheet] = []
        for name, attributes in elements(archive, main):
            if name == "workbookPr":
                self.since_1904 = attributes.get("date1904", "") in {"1", "true"}
            elif name == "sheet":
                self._add(attributes)

    def part(self, kind: str) -> str:
        """The part of a kind, else nothing."""
        found = (target for target, type_ in self._relations.values() if type_ == kind)
        return next(found, "")

    def _add(self, attributes: Mapping[str, str]) -> None:
        target, kind = self._relations.get(attributes.get("id", ""), ("", ""))
        if kind == "worksheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(_Sheet(attributes.get("name", ""), target, hidden))

    def _named(self, rels: str, kind: str) -> str:
        found = (target for _, (target, type_) in self._relations_in(rels, _ROOT) if type_ == kind)
        return next(found, "")

    def _relations_in(
        self, rels: str, folder: PurePosixPath
    ) -> Iterator[tuple[str, tuple[str, str]]]:
        """Id, target and the last word of the type of every relation."""
        for name, attributes in elements(self._archive, rels):
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = str(folder / attributes.get("Target", ""))
                kind = attributes.get("Type", "").rpartition("/")[2]
                yield attributes.get("Id", ""), (target, kind)
