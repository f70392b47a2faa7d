"""What a file of the catalogue is: its rows, its columns and what they point at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.files.cell import Cell


@dataclass(frozen=True)
class Table:
    """One file: the class of its rows, its columns in order, the columns that make a row unique.

    `newer`: columns that an older file may lack; its cells then count as empty.
    """

    file: str
    row: type[Any]
    columns: Mapping[str, Cell]
    key: tuple[str, ...]
    references: Mapping[str, str]
    newer: tuple[str, ...] = ()

    def write(self, row: Any) -> dict[str, str]:
        """The cells of one row, as a file has them."""
        return {column: cell.write(getattr(row, column)) for column, cell in self.columns.items()}
