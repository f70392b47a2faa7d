"""Files that are no table, or one without end: what each is, and what must be said about it."""

import gzip
import zipfile
from collections.abc import Callable

from tests.domain.spreadsheets.workbook import cells, packed, parts, sheet

MEGA = 1_000_000
LONG = ("a", 30 * MEGA)
BILLION = '<!DOCTYPE w [<!ENTITY a "{}"><!ENTITY b "{}">]>'.format("ha" * 5000, "&a;" * 5000)
BROKEN = "dit Excel-bestand is stuk"
UNREADABLE = "de tekens in dit bestand zijn niet te lezen"

Make = Callable[[str], bytes]
Piece = str | tuple[str, int]  # a text, or a text so many times


def _whole(pieces: tuple[Piece, ...]) -> str:
    """All pieces behind each other: megabytes, made when they are tried and not before."""
    return "".join(each if isinstance(each, str) else each[0] * each[1] for each in pieces)


def _text(*pieces: Piece, encoding: str = "utf-8") -> Make:
    """A text in which COLUMN is a column that the reader knows."""
    return lambda column: _whole(pieces).replace("COLUMN", column).encode(encoding)


def _book(*rows: Piece, **more: str) -> Make:
    """A workbook of one sheet, with the known column in its top row."""
    return lambda column: packed(parts(sheet(cells(column) + _whole(rows), **more)))


def _cell(text: Piece) -> tuple[Piece, ...]:
    """A row with one long text."""
    before, after = cells("TEXT", row=2).split("TEXT")
    return before, text, after


def _bytes(content: bytes) -> Make:
    return lambda _: content


BAD_FILES: dict[str, tuple[Make, str]] = {
    "nothing": (_bytes(b""), "dit bestand is leeg"),
    "only a mark": (_bytes(b"\xef\xbb\xbf"), "dit bestand is leeg"),
    "only separators": (_bytes(b";;;;\r\n" * 3), "dit bestand is leeg"),
    "zeros": (_bytes(b"\0" * 1000), "dit is geen tekst"),
    "a picture": (_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 40), UNREADABLE),
    "a PDF": (_bytes(b"%PDF-1.7 ..."), "dit is een PDF"),
    "an old workbook": (_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "oud Excel-bestand (.xls)"),
    "gzip": (lambda column: gzip.compress(column.encode()), "dit bestand is ingepakt (gzip)"),
    "UTF-16 without a mark": (_text("COLUMN\n1\n", encoding="utf-16-le"), "dit is geen tekst"),
    "half UTF-16": (lambda column: f"{column}\n1".encode("utf-16")[:-1], UNREADABLE),
    "no letters at all": (lambda column: column.encode() + b"\n\x81\x8d\n", UNREADABLE),
    "letters of DOS": (_text("COLUMN;x\ncafé;1\n", encoding="cp850"), UNREADABLE),
    "letters of a Mac": (_text("COLUMN;x\nréne;1\n", encoding="mac-roman"), UNREADABLE),
    "another table": (_text("naam;adres\nJan;Ede\n"), "noemt geen kolom die we kennen. Verwacht"),
    "a web page": (_text("<html><table><tr><td>COLUMN</td></tr></table>"), "is een webpagina"),
    "a page that says sorry": (_text(" \n<!DOCTYPE HTML>\n<p>COLUMN; 404"), "is een webpagina"),
    "a table in a zip": (_bytes(packed({"x/lijst.CSV": "COLUMN\n1\n"})), "is ingepakt (zip)"),
    "one endless line": (_text(LONG), "noemt geen kolom die we kennen"),
    "an endless header": (_text("COLUMN", (";", 30 * MEGA)), "een regel is veel te lang"),
    "a million columns": (_text("COLUMN", (";x", MEGA)), "een regel is veel te lang"),
    "2000 columns": (_text("COLUMN" + ";x" * 2000), "er zijn meer dan 1000 kolommen"),
    "one endless cell": (_text('COLUMN\n"', LONG, '"\n'), "is veel te lang"),
    "a quote without end": (_text('COLUMN\n"', ("a\n", 15 * MEGA)), "een vak is veel te lang"),
    "cells without end": (
        _text("COLUMN;x\n", ('"\n";', 8 * MEGA), '"'),
        "een vak is veel te lang",
    ),
    "a quote too many": (_text('COLUMN;x\n"a"b";2\n'), "rij 2: dit is geen goed CSV-bestand"),
    "a document": (_bytes(packed({"word/document.xml": "<x/>"})), "dit is geen .xlsx-bestand"),
    "half a workbook": (lambda column: _book("")(column)[:300], f"{BROKEN} of versleuteld"),
    "no sheet": (_bytes(packed(parts())), "dit Excel-bestand heeft geen blad"),
    "an empty sheet": (_bytes(packed(parts(sheet("")))), "dit blad is leeg"),
    "no header": (_bytes(packed(parts(sheet(cells("naam", "adres"))))), "noemt geen kolom"),
    "no XML": (_bytes(packed(parts("geen xml"))), BROKEN),
    "half of XML": (lambda column: packed(parts(sheet(cells(column))[:-20])), BROKEN),
    "XML in letters that nobody knows": (
        _book("", before='<?xml version="1.0" encoding="klingon"?>'),
        BROKEN,
    ),
    "a part whose name is no text": (
        lambda column: packed({"é.xml": "", **parts(sheet(cells(column)))}).replace(
            "é.xml".encode(), b"\xff\xfe.xml"
        ),
        f"{BROKEN} of versleuteld",
    ),
    "entities": (_book(cells("&b;", row=2), before=BILLION), BROKEN),
    "a far corner": (_book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "kolom 1000"),
    "no such column": (_book('<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>'), BROKEN),
    "no such row": (_book('<row r="99999999999"><c><v>1</v></c></row>'), BROKEN),
    "rows that go back": (_book(cells("x", row=5) + cells("x", row=4)), BROKEN),
    "no such text": (_book('<row r="2"><c t="s"><v>7</v></c></row>'), BROKEN),
    "no number": (_book('<row r="2"><c><v>drie</v></c></row>'), BROKEN),
    "far too large": (_book(*_cell(("a", 90 * MEGA))), "uitgepakt te groot"),
    "one long text": (_book(*_cell(LONG)), "een vak is veel te lang"),
    "one long number": (
        _book('<row r="2"><c><v>', LONG, "</v></c></row>"),
        "een vak is veel te lang",
    ),
    "an endless attribute": (_book('<row r="2" x="', LONG, '"/>'), BROKEN),
    "an endless comment": (_book("<!-- ", LONG, " -->"), BROKEN),
    "an endless instruction": (_book("<?x ", LONG, "?>"), BROKEN),
    "an endless name": (_book("<", LONG, "/>"), BROKEN),
    "rows without end": (_book('<row r="1048576"/>', ("<row/>", MEGA)), BROKEN),
    "columns without end": (
        _book("<row>", ("<c><v>1</v></c>", MEGA), "</row>"),
        "voorbij kolom 1000",
    ),
    "merged cells": (
        _book("", after='<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'),
        "de vakken A1:A3 zijn samengevoegd. Haal de samenvoeging weg",
    ),
    "no outcome": (
        _book('<row r="2"><c><f>1+1</f></c></row>'),
        "rij 2: een formule heeft nog geen",
    ),
    "packed otherwise": (
        lambda column: packed(parts(sheet(cells(column))), zipfile.ZIP_LZMA),
        BROKEN,
    ),
    "very many parts": (lambda _: packed({f"part{n}": "" for n in range(20_000)}), BROKEN),
}
