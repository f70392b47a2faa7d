"""Writes probabilities per pupil as lines of CSV, quickly: for programs, or for a Dutch Excel."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from quiz.domain.scoring.normal import Array
from quiz.domain.spreadsheets.guard import defused, guarded
from quiz.domain.spreadsheets.spreadsheets import BYTE_ORDER_MARK

_DECIMALS = 6


class Form(NamedTuple):
    """How a file is written: its signs, and how a name is kept from being run or changed."""

    start: str
    separator: str
    point: str
    line_end: str
    name: Callable[[str], str]


FOR_PROGRAMS = Form("", ",", ".", "\n", defused)
FOR_EXCEL = Form(BYTE_ORDER_MARK, ";", ",", "\r\n", guarded)


def outcome_heading(worlds: Sequence[str], form: Form = FOR_PROGRAMS) -> bytes:
    """The first line of the outcome."""
    return f"{form.start}{form.separator.join(['pupil', *worlds])}{form.line_end}".encode()


def outcome_rows(
    pupils: Sequence[str], probabilities: Array, form: Form = FOR_PROGRAMS
) -> Iterator[bytes]:
    """Each pupil with six decimals per world."""
    numbers = np.rint(probabilities * 10**_DECIMALS).astype(np.int64)
    count, worlds = numbers.shape
    cells = np.empty((count, worlds, _DECIMALS + 3), np.uint8)
    cells[:, :, 0], cells[:, :, 2] = ord(form.separator), ord(form.point)
    for place in (*range(_DECIMALS + 2, 2, -1), 1):
        numbers, digit = np.divmod(numbers, 10)
        cells[:, :, place] = digit + ord("0")
    body, size = cells.tobytes(), worlds * (_DECIMALS + 3)
    marks, line_end = f'{form.separator}"\r\n', form.line_end.encode()
    for place, pupil in enumerate(pupils):
        yield _quoted(form.name(pupil), marks).encode()
        yield body[place * size : (place + 1) * size]
        yield line_end


def _quoted(text: str, marks: str) -> str:
    """A cell's text, between quotes where CSV needs them."""
    if any(mark in text for mark in marks):
        return '"' + text.replace('"', '""') + '"'
    return text
