"""What is wrong with a catalogue, said so that someone who edits a spreadsheet can mend it.

In plain Dutch: coordinators and school secretaries read these lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quiz.domain.text.words import Words

SHOWN_IN_MESSAGE = 20


@dataclass(frozen=True)
class Finding:
    """One thing to mend; `row` counts as a spreadsheet does (1 = header), 0 = the whole file."""

    file: str
    row: int
    column: str
    reason: str
    suggestion: str = ""

    def __str__(self) -> str:
        """Say file, row, column, reason and, where there is one, the suggestion on one line."""
        where = [self.file]
        if self.row:
            where.append(f"rij {self.row}")
        if self.column:
            where.append(f"kolom {self.column}")
        advice = f" {self.suggestion}" if self.suggestion else ""
        return f"{', '.join(where)}: {self.reason}.{advice}"


class BadCell(ValueError):
    """A cell that cannot be read: the reason, and a suggestion where there is one."""

    def __init__(self, reason: str, suggestion: str = "") -> None:
        """Keep reason and suggestion apart, for the finding."""
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion


class CatalogueError(ValueError):
    """The catalogue was refused as a whole; `findings` holds every reason."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep all findings; the message shows the first of them, one a line."""
        self.findings = tuple(findings)
        lines = [str(finding) for finding in self.findings[:SHOWN_IN_MESSAGE]]
        left_out = len(self.findings) - len(lines)
        if left_out:
            lines.append(f"... en nog {left_out}")
        super().__init__("\n".join(lines))


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Suggest the known value closest to a mistyped one, or return an empty string."""
    close = get_close_matches(text, list(known), n=1, cutoff=0.6)
    return Words("Bedoel je '%(meant)s'?", meant=close[0]) if close else ""
