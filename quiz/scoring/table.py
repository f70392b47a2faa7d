"""Reads a table of answers (pupils x questions) from lines of CSV; writes the outcome."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from quiz.scoring.engine import Engine
from quiz.scoring.errors import ResponseError
from quiz.scoring.normal import Array


class Table(NamedTuple):
    """Names of the pupils and their answers (pupils, N), NaN where there is no evidence."""

    pupils: list[str]
    answers: Array


def read_table(lines: Iterable[str], engine: Engine) -> Table:
    """Return the answers in CSV lines; ResponseError names the first line that is wrong.

    The first line holds question ids, in any order, some or all; the first column may hold names
    of pupils under any other heading. Cells hold an answer, the unknown value or nothing.
    Columns are parted by commas, or by semicolons as Dutch spreadsheets write them.
    """
    source = iter(lines)
    first = next(source, "")
    delimiter = ";" if ";" in first else ","
    reader = csv.reader(chain([first], source), delimiter=delimiter)
    try:
        header = next(reader, [])
        named, columns = _columns(header, engine)
        pupils, rows = _rows(reader, named, header, _meanings(engine))
    except csv.Error as error:
        raise ResponseError(f"line {reader.line_num}: {error}") from None
    answers = np.full((len(rows), len(engine.items)), np.nan)
    if rows:
        answers[:, columns] = rows
    return Table(pupils, answers)


def table_lines(
    worlds: Sequence[str], pupils: Sequence[str], probabilities: Array
) -> Iterator[str]:
    """Return CSV lines: a heading, then each pupil with six decimals per world."""
    yield f"pupil,{','.join(worlds)}\n"
    for pupil, row in zip(pupils, probabilities.tolist(), strict=True):
        yield f"{_quoted(pupil)},{','.join([f'{number:.6f}' for number in row])}\n"


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


def _rows(
    reader: Iterator[list[str]], named: bool, header: Sequence[str], meanings: dict[str, float]
) -> tuple[list[str], list[list[float]]]:
    pupils: list[str] = []
    rows: list[list[float]] = []
    skip = int(named)
    for number, cells in enumerate(reader, start=2):
        if not cells:
            continue
        if len(cells) != len(header):
            raise ResponseError(f"line {number}: has {len(cells)} cells, not {len(header)}")
        pupils.append(cells[0] if named else str(len(rows) + 1))
        try:
            rows.append([meanings[cell] for cell in cells[skip:]])
        except KeyError as error:
            column = header[cells.index(error.args[0], skip)]
            raise ResponseError(
                f"line {number}, question {column!r}: {error.args[0]!r} is not an answer; "
                f"use {', '.join(name for name in meanings if name)} or nothing"
            ) from None
    return pupils, rows
