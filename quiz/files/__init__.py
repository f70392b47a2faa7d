"""Tables in files that people hand us: CSV in any dialect of Excel, or XLSX; and writing them.

A file is a header and rows of text with their row numbers, whatever made it. Nothing here knows
what a table is about. Reading takes bounded memory, whatever the file holds (docs/adr/0023).
"""

from quiz.files.columns import Header, Row
from quiz.files.errors import FileRefused
from quiz.files.guard import Changed, bare, defused, guarded, own_text, value
from quiz.files.sources import opened
from quiz.files.tables import Part, Sheet, Table, open_table, rows_of, text_table

__all__ = [
    "Changed",
    "FileRefused",
    "Header",
    "Part",
    "Row",
    "Sheet",
    "Table",
    "bare",
    "defused",
    "guarded",
    "open_table",
    "opened",
    "own_text",
    "rows_of",
    "text_table",
    "value",
]
