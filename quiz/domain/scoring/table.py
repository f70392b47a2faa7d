"""Reads a table of answers (pupils x questions) in parts, from any file that holds one.

A part that holds nothing unusual is read by NumPy, which is much quicker; anything else (other
spellings of a number, quotes, mistakes) row by row, which also finds the words for what is wrong.
In Dutch: who keeps answers in a spreadsheet reads them.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quiz.domain.scoring.engine import Engine
from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.normal import Array
from quiz.domain.spreadsheets import dutch
from quiz.domain.spreadsheets.columns import Header, Row
from quiz.domain.spreadsheets.encodings import unscrambled
from quiz.domain.spreadsheets.guard import bare, value
from quiz.domain.spreadsheets.table_shape import Part

BATCH = 2000
LONGEST_NAME = 200
MOST_SHOWN = 40
_NEWLINE = ord("\n")
_NO_PUPILS = {"totaal", "gemiddelde", "som", "aantal", "total", "average", "sum", "count"}


class Table(NamedTuple):
    """Names of the pupils and their answers (pupils, N), NaN where there is no evidence."""

    pupils: list[str]
    answers: Array


class TableReader:
    """Reads the rows below one header; `unanswered` counts named rows without any answer.

    The header holds question ids, in any order, some or all; the first column may hold names of
    pupils under any other heading. Cells hold an answer, the unknown value or nothing. A row
    without any answer is nobody.
    """

    def __init__(self, header: Header, delimiter: str, engine: Engine) -> None:
        """Understand the header; ResponseError when it is not one."""
        self.unanswered = 0
        self._header, self._delimiter = header, delimiter
        self._named, self._columns = _columns(header, engine)
        self._questions = len(engine.items)
        self._meanings = _meanings(engine)
        self._by_byte = np.full(256, np.inf)
        for cell, meaning in self._meanings.items():
            if len(cell) == 1:
                self._by_byte[ord(cell)] = meaning
        self._pupils = 0

    def read(self, part: Part) -> Iterator[Table]:
        """The answers of a part; ResponseError names the first wrong row."""
        table = self._read_quickly(part.text.encode()) if part.text else None
        if table is None:
            yield from self._read_carefully(part.rows)
        else:
            yield table

    def _read_quickly(self, lines: bytes) -> Table | None:
        """The table when every answer is empty or one known byte, else None."""
        data = np.frombuffer(lines, np.uint8)
        ends = np.flatnonzero((data == ord(self._delimiter)) | (data == _NEWLINE))
        width = self._header.width
        if len(ends) % width:
            return None
        last = data[ends.reshape(-1, width)] == _NEWLINE
        if not last[:, -1].all() or last[:, :-1].any():
            return None
        starts = np.concatenate([[0], ends[:-1] + 1])
        lengths = (ends - starts).reshape(-1, width)
        places = self._header.places[int(self._named) :]
        if lengths[:, places].max() > 1 or np.delete(lengths, self._header.places, axis=1).any():
            return None
        given = lengths[:, places] == 1
        rows = np.where(given, self._by_byte[data[starts].reshape(-1, width)[:, places]], np.nan)
        answered = given.any(axis=1)
        if np.isinf(rows).any() or (self._named and (answered & (lengths[:, 0] == 0)).any()):
            return None
        if not self._named:
            return self._table([], rows[answered])
        self.unanswered += int((~answered & (lengths[:, 0] > 0)).sum())
        return self._table(_names(lines, starts[::width], ends[::width], answered), rows[answered])

    def _read_carefully(self, rows: Iterable[Row]) -> Iterator[Table]:
        found = (each for each in map(self._row, rows) if each is not None)
        while batch := list(islice(found, BATCH)):
            names = [name for name, _ in batch] if self._named else []
            yield self._table(names, np.array([answers for _, answers in batch]))

    def _row(self, row: Row) -> tuple[str, list[float]] | None:
        """Name and answers; None for a row without any answer."""
        if row.reason:
            raise ResponseError(f"rij {row.number}: {row.reason}. {row.suggestion}")
        cells = row.cells[int(self._named) :]
        name = plain_name(row.cells[0]) if self._named else ""
        if not any(cell.strip() for cell in cells):
            self.unanswered += bool(name)
            return None
        answers = [self._answer(row, place, cell) for place, cell in enumerate(cells)]
        if self._named and not name and self._header.columns[0]:
            raise ResponseError(
                f"rij {row.number}: hier staan antwoorden zonder naam. Zet er een naam of nummer "
                "voor, of haal de rij weg."
            )
        _check_name(name, row.number)
        return name, answers

    def _answer(self, row: Row, place: int, cell: str) -> float:
        if cell in self._meanings:
            return self._meanings[cell]
        text = value(cell)
        number = dutch.whole(text)
        meaning = self._meanings.get(text if number is None else str(number))
        if meaning is None:
            column = self._header.columns[place + int(self._named)]
            known = ", ".join(name for name in self._meanings if name)
            raise ResponseError(
                f"rij {row.number}, kolom {column}: '{text[:MOST_SHOWN]}' is geen antwoord. "
                f"Gebruik {known} of laat het vak leeg."
            )
        return meaning

    def _table(self, names: list[str], rows: Array) -> Table:
        """Put the columns where they belong, and count on."""
        answers = np.full((len(rows), self._questions), np.nan)
        answers[:, self._columns] = rows
        first = self._pupils + 1
        self._pupils += len(rows)
        numbered = [name or str(first + place) for place, name in enumerate(names)]
        return Table(numbered or [str(first + place) for place in range(len(rows))], answers)


def plain_name(cell: str) -> str:
    """A name without what only keeps it from being changed."""
    return bare(unscrambled(cell)).strip()


def _names(
    lines: bytes, starts: NDArray[np.intp], ends: NDArray[np.intp], wanted: NDArray[np.bool]
) -> list[str]:
    bounds = zip(starts[wanted].tolist(), ends[wanted].tolist(), strict=True)
    names = [plain_name(lines[start:end].decode()) for start, end in bounds]
    for name in names:
        _check_name(name)
    return names


def _check_name(name: str, row: int = 0) -> None:
    where = f"rij {row}: " if row else ""
    if len(name) > LONGEST_NAME:
        raise ResponseError(f"{where}een naam heeft {len(name)} tekens. Maak hem korter.")
    if name.casefold() in _NO_PUPILS:
        raise ResponseError(f"{where}'{name}' is geen leerling. Haal de rij weg.")


def _columns(header: Header, engine: Engine) -> tuple[bool, list[int]]:
    """Say whether the first column names pupils, and where the other columns belong."""
    positions = {item: position for position, item in enumerate(engine.items)}
    named = header.columns[0] not in positions
    questions = header.columns[1:] if named else header.columns
    where = f"rij {header.number}"
    for name in questions:
        if name not in positions:
            raise ResponseError(
                f"{where}: kolom '{name[:MOST_SHOWN]}' is geen vraag. "
                "Haal hem weg, of schrijf de naam zoals in de vragenbank."
            )
        if questions.count(name) > 1:
            raise ResponseError(f"{where}: kolom '{name}' staat er twee keer. Haal er een weg.")
    return named, [positions[name] for name in questions]


def _meanings(engine: Engine) -> dict[str, float]:
    """What a cell may hold and what it means."""
    answers = {str(value): float(value) for value in engine.values}
    return {**answers, str(engine.unknown): np.nan, "": np.nan}
