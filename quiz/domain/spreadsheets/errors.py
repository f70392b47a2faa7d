"""Why a file cannot be read, in plain Dutch, for the person who edits the spreadsheet."""

import zipfile
import zlib

# All that reading a zip, which an .xlsx and a backup are, raises where it is damaged or locked, or
# where the name of a part is no text, or its place is no number that a file can have.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    OSError,
    UnicodeDecodeError,
    OverflowError,
)


class FileRefused(ValueError):
    """A file that cannot be used as it is: where, why, and what to do about it.

    `row` counts as a spreadsheet does (1 = the first); 0 = the whole file.
    """

    def __init__(self, reason: str, suggestion: str = "", row: int = 0) -> None:
        """Keep the parts; the message says them on one line."""
        where = f"rij {row}: " if row else ""
        super().__init__(f"{where}{reason}. {suggestion}".rstrip())
        self.reason = reason
        self.suggestion = suggestion
        self.row = row


class EmptySheet(FileRefused):
    """A sheet of a workbook with nothing in it."""


class NoKnownColumn(FileRefused):
    """A file whose top row holds none of the columns that were expected."""
