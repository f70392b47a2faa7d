"""Reads a table of answers (pupils x questions) from CSV, and writes the outcome, in parts.

A part that holds nothing unusual is read by NumPy, which is much quicker; anything else (quotes,
longer cells, mistakes) by the csv module, which also finds the words for what is wrong.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import NamedTuple

import numpy as np

from quiz.scoring.engine import Engine
from quiz.scoring.errors import ResponseError
from quiz.scoring.normal import Array

_NEWLINE = ord("\n")
_DECIMALS = 6


class Table(NamedTuple):
    """Names of the pupils and their answers (pupils, N), NaN where there is no evidence."""

    pupils: list[str]
    answers: Array


class TableReader:
    """Reads the rows below one heading; remembers how many rows it has seen.

    The heading holds question ids, in any order, some or all; the first column may hold names of
    pupils under any other heading. Cells hold an answer, the unknown value or nothing. Columns
    are parted by commas, or by semicolons as Dutch spreadsheets write them.
    """

    def __init__(self, heading: str, engine: Engine) -> None:
        """Understand the heading; ResponseError when it is not one."""
        self._delimiter = ";" if ";" in heading else ","
        self._header = next(csv.reader([heading], delimiter=self._delimiter), [])
        self._named, self._columns = _columns(self._header, engine)
        self._questions = len(engine.items)
        self._meanings = _meanings(engine)
        self._by_byte = np.full(256, np.inf)
        for cell, meaning in self._meanings.items():
            if len(cell) == 1:
                self._by_byte[ord(cell)] = meaning
        self._records = 1
        self._pupils = 0

    def read(self, part: bytes) -> Table:
        """Return the answers in whole lines of UTF-8; ResponseError names the first wrong line."""
        text = part.decode("utf-8")
        table = None if '"' in text else self._read_quickly(part.replace(b"\r\n", b"\n"))
        if table is None:
            table = self._read_carefully(text)
        return table

    def _read_quickly(self, part: bytes) -> Table | None:
        """Return the table when every cell is empty or one known byte, else None."""
        if not part.endswith(b"\n"):
            part += b"\n"
        data = np.frombuffer(part, np.uint8)
        ends = np.flatnonzero((data == ord(self._delimiter)) | (data == _NEWLINE))
        width = len(self._header)
        if len(ends) % width:
            return None
        last = data[ends.reshape(-1, width)] == _NEWLINE
        if not last[:, -1].all() or last[:, :-1].any():
            return None
        starts = np.concatenate([[0], ends[:-1] + 1])
        lengths = (ends - starts).reshape(-1, width)[:, int(self._named) :]
        if lengths.max() > 1 or (width == 1 and not lengths.all()):
            return None
        first = data[starts].reshape(-1, width)[:, int(self._named) :]
        rows = np.where(lengths == 1, self._by_byte[first], np.nan)
        if np.isinf(rows).any():
            return None
        bounds = (starts[::width].tolist(), ends[::width].tolist())
        names = [part[a:b].decode() for a, b in zip(*bounds, strict=True)] if self._named else []
        return self._table(names, rows, len(rows))

    def _read_carefully(self, text: str) -> Table:
        reader = csv.reader(StringIO(text, newline=""), delimiter=self._delimiter)
        names: list[str] = []
        rows: list[list[float]] = []
        seen = 0
        try:
            for cells in reader:
                seen += 1
                if cells:
                    rows.append(self._row(cells, self._records + seen))
                    names += cells[:1] if self._named else []
        except csv.Error as error:
            raise ResponseError(f"line {self._records + reader.line_num}: {error}") from None
        return self._table(names, np.array(rows).reshape(len(rows), len(self._columns)), seen)

    def _row(self, cells: list[str], number: int) -> list[float]:
        if len(cells) != len(self._header):
            raise ResponseError(f"line {number}: has {len(cells)} cells, not {len(self._header)}")
        skip = int(self._named)
        try:
            return [self._meanings[cell] for cell in cells[skip:]]
        except KeyError as error:
            column = self._header[cells.index(error.args[0], skip)]
            raise ResponseError(
                f"line {number}, question {column!r}: {error.args[0]!r} is not an answer; "
                f"use {', '.join(name for name in self._meanings if name)} or nothing"
            ) from None

    def _table(self, names: list[str], rows: Array, records: int) -> Table:
        """Put the columns where they belong, and count on."""
        answers = np.full((len(rows), self._questions), np.nan)
        answers[:, self._columns] = rows
        first = self._pupils + 1
        self._pupils += len(rows)
        self._records += records
        return Table(names or [str(first + place) for place in range(len(rows))], answers)


def table_heading(worlds: Sequence[str]) -> bytes:
    """Return the first line of the outcome."""
    return f"pupil,{','.join(worlds)}\n".encode()


def table_rows(pupils: Sequence[str], probabilities: Array) -> bytes:
    """Return CSV lines: each pupil with six decimals per world."""
    numbers = np.rint(probabilities * 10**_DECIMALS).astype(np.int64)
    count, worlds = numbers.shape
    cells = np.empty((count, worlds, _DECIMALS + 3), np.uint8)
    cells[:, :, 0], cells[:, :, 2] = ord(","), ord(".")
    for place in (*range(_DECIMALS + 2, 2, -1), 1):
        numbers, digit = np.divmod(numbers, 10)
        cells[:, :, place] = digit + ord("0")
    return b"".join(_interleaved(pupils, cells.tobytes()))


def _interleaved(pupils: Sequence[str], body: bytes) -> Iterator[bytes]:
    size = len(body) // max(len(pupils), 1)
    for place, pupil in enumerate(pupils):
        yield _quoted(pupil).encode()
        yield body[place * size : (place + 1) * size]
        yield b"\n"


def _quoted(text: str) -> str:
    """Return a cell's text, between quotes where CSV needs them."""
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _columns(header: Sequence[str], engine: Engine) -> tuple[bool, list[int]]:
    """Say whether the first column names pupils, and where the other columns belong."""
    positions = {item: position for position, item in enumerate(engine.items)}
    named = bool(header) and header[0] not in positions
    questions = header[1:] if named else header
    for name in questions:
        if name not in positions:
            raise ResponseError(f"line 1: column {name!r} is not a question of the bank")
    if not questions or len(set(questions)) < len(questions):
        raise ResponseError("line 1: must name questions of the bank, each of them once")
    return named, [positions[name] for name in questions]


def _meanings(engine: Engine) -> dict[str, float]:
    """Return what a cell may hold and what it means."""
    answers = {str(value): float(value) for value in engine.values}
    return {**answers, str(engine.unknown): np.nan, "": np.nan}
