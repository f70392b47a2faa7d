"""What one row of a file would do: new, changed cell by cell, the same, refused, in conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from quiz.domain.catalogue.files.findings import Finding
from quiz.domain.catalogue.upkeep.digest import digest_of

Cells = Mapping[str, str]


class Outcome(StrEnum):
    """What a row of the file would do. In conflict: somebody here wrote or removed that row."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    SAME = "same"
    REFUSED = "refused"


class Standing(NamedTuple):
    """A row as it is stored."""

    cells: Cells
    origin: str


@dataclass(frozen=True)
class Line:
    """One row of the file: `cells` as they would be stored, `before` as they are.

    `said`: the cells of the file that are stored in other words, as the file says them.
    """

    number: int
    outcome: Outcome
    key: str
    cells: Cells
    before: Standing | None = None
    findings: tuple[Finding, ...] = ()
    said: Cells = field(default_factory=dict)

    @property
    def differences(self) -> tuple[tuple[str, str, str], ...]:
        """Column, before and after of each cell that becomes something else."""
        if self.before is None:
            return ()
        before = self.before.cells
        return tuple(
            (column, before.get(column, ""), text)
            for column, text in self.cells.items()
            if before.get(column, "") != text
        )


def stand_of(lines: Sequence[Line]) -> str:
    """How all of it stands, as one word: the same only while nothing moved since."""
    said = {str(line.number): f"{line.outcome} {line.key} {_digest(line)}" for line in lines}
    return digest_of(said, "preview")


def _digest(line: Line) -> str:
    before = "" if line.before is None else digest_of(*line.before)
    return f"{before} {digest_of(line.cells, '')}"
