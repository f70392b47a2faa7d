"""Reads published answers: a table with a column per question and `split`, and a JSON file.

The data stay outside the project. `split` is train or test; the JSON file has `levels` and `items`
(question -> scale). The table may be packed with gzip.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quiz.domain.scoring.errors import ResponseError
from quiz.domain.spreadsheets import dutch
from quiz.domain.spreadsheets.columns import Row
from quiz.domain.spreadsheets.guard import value
from quiz.domain.spreadsheets.sources import opened
from quiz.domain.spreadsheets.tables import rows_of, text_table

MOST_ANSWERS = 10_000_000  # half a gigabyte of memory
LARGEST_DESCRIPTION = 1 << 20  # bytes
MOST_LEVELS = 100
MOST_SHOWN = 40
SPLITS = ("train", "test")

People = list[dict[str, int]]


class Inventory(NamedTuple):
    """Answers of people who fit the model and of people who judge it, and the questions."""

    train: People
    test: People
    items: Mapping[str, str]
    levels: int


def read_inventory(answers: Path, description: Path) -> Inventory:
    """Read the two files; ResponseError or FileRefused when they are not what was described."""
    items, levels = _description(description)
    groups: dict[str, People] = {split: [] for split in SPLITS}
    with (
        opened(answers, packed=True) as source,
        text_table(source, ["split", *items], first_free=True) as table,
    ):
        columns = table.header.columns
        if not {"split", *items} <= set(columns):
            raise ResponseError(
                f"{answers.name}: needs a column `split` and one for every question"
            )
        left = MOST_ANSWERS
        for row in rows_of(table):
            person, split = _person(row, columns, items)
            left -= len(person)
            if left < 0:
                raise ResponseError(f"{answers.name}: holds more than {MOST_ANSWERS} answers")
            if split in groups:
                groups[split].append(person)
    return Inventory(groups["train"], groups["test"], items, levels)


def _person(row: Row, columns: list[str], items: Mapping[str, str]) -> tuple[dict[str, int], str]:
    if row.reason:
        raise ResponseError(f"row {row.number}: {row.reason}. {row.suggestion}")
    person, split = {}, ""
    for column, cell in zip(columns, row.cells, strict=True):
        if column == "split":
            split = value(cell)
        elif cell and column in items:
            person[column] = _answer(row.number, column, value(cell))
    return person, split


def _answer(row: int, column: str, text: str) -> int:
    number = dutch.whole(text)
    if number is None:
        raise ResponseError(f"row {row}, column {column}: {text[:MOST_SHOWN]!r} is not an answer")
    return number


def _description(path: Path) -> tuple[Mapping[str, str], int]:
    with path.open("rb") as source:
        content = source.read(LARGEST_DESCRIPTION + 1)
    try:
        about: Any = json.loads(content) if len(content) <= LARGEST_DESCRIPTION else None
        items, levels = about["items"], about["levels"]
    except (ValueError, KeyError, TypeError, RecursionError):
        items, levels = None, None
    named = isinstance(items, dict) and all(isinstance(scale, str) for scale in items.values())
    if not named or not isinstance(levels, int) or not 2 <= levels <= MOST_LEVELS:
        raise ResponseError(
            f"{path.name}: needs JSON with `levels` (2 to {MOST_LEVELS}) and `items` "
            "(question: scale)"
        )
    return items, levels
