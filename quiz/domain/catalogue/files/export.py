"""Write a catalogue back to the files it came from, byte for byte where nothing was changed.

In a CSV file a text that a spreadsheet would run or turn into a number or a day is guarded, so that
such a file comes back from a spreadsheet as it went (docs/adr/0023). What has another form, a
number or a day, is read in that form as well.
"""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from quiz.config.whole_file import write_whole
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.sources import WORKBOOK
from quiz.domain.catalogue.files.table import Table
from quiz.domain.spreadsheets.guard import guarded
from quiz.domain.spreadsheets.spreadsheets import Sheet, xlsx_bytes


class ExportRefused(ValueError):
    """The folder cannot take the files."""


def export_catalogue(catalogue: Catalogue, folder: Path) -> list[Path]:
    """Write all files into a folder, made when needed; never writes over a file.

    Raises ExportRefused before anything is written when one of the files exists already.
    """
    return _write(
        {
            folder / table.file: table_text(table, catalogue.rows[table.file]).encode()
            for table in TABLES
        },
        folder,
    )


def export_workbook(catalogue: Catalogue, folder: Path) -> list[Path]:
    """Write all tables as the sheets of one XLSX file, as `export_catalogue` does."""
    sheets = [
        Sheet(
            title=Path(table.file).stem,
            headings=tuple(table.columns),
            rows=[tuple(table.write(row).values()) for row in catalogue.rows[table.file]],
            texts=True,
        )
        for table in TABLES
    ]
    return _write({folder / WORKBOOK: xlsx_bytes(sheets)}, folder)


def _write(files: Mapping[Path, bytes], folder: Path) -> list[Path]:
    standing = [file.name for file in files if file.exists()]
    if standing:
        raise ExportRefused(f"In {folder} staat al {standing[0]}. Kies een lege map.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(files)
    except OSError as problem:
        raise ExportRefused(
            f"In {folder} kan niet geschreven worden ({problem.strerror}). Kies een andere map."
        ) from None
    return list(files)


def table_text(table: Table, rows: Iterable[Any]) -> str:
    """Rows of one file as text, in the dialect of RFC 4180 (commas, CRLF), as the seed has it."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(table.columns)
    for row in rows:
        cells = table.write(row).items()
        writer.writerow(
            text if table.columns[column].typed else guarded(text) for column, text in cells
        )
    return sheet.getvalue()
