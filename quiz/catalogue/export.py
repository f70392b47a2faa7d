"""Write a catalogue back to the files it came from, byte for byte where nothing was changed."""

import csv
from io import StringIO
from pathlib import Path

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.tables import TABLES, Table


class ExportRefused(ValueError):
    """The folder cannot take the files."""


def export_catalogue(catalogue: Catalogue, folder: Path) -> list[Path]:
    """Write all files into a folder, made when needed; never writes over a file.

    Raises ExportRefused before anything is written when one of the files exists already.
    """
    files = {folder / table.file: _text(catalogue, table) for table in TABLES}
    standing = [file.name for file in files if file.exists()]
    if standing:
        raise ExportRefused(f"In {folder} staat al {standing[0]}. Kies een lege map.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            file.write_bytes(text.encode("utf-8"))
    except OSError as problem:
        raise ExportRefused(
            f"In {folder} kan niet geschreven worden ({problem.strerror}). Kies een andere map."
        ) from None
    return list(files)


def _text(catalogue: Catalogue, table: Table) -> str:
    """Give one file as text, in the dialect of RFC 4180 (commas, CRLF), as the seed has it."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(table.columns)
    for row in catalogue.rows[table.file]:
        writer.writerow(table.write(row).values())
    return sheet.getvalue()
