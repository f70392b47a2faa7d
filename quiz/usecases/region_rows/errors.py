"""Why a row of a region was not changed; nothing was then."""

from quiz.domain.catalogue.files.findings import Finding
from quiz.storage.catalogue_rows import StoredRow


class NoRow(Exception):
    """There is no such row in a region of this person."""


class RowRefused(Exception):
    """The row would not be right: `findings` say what to mend, column by column."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep what is wrong."""
        super().__init__()
        self.findings = findings


class RowChanged(Exception):
    """Somebody else changed the row, or took it away, since it was shown."""

    def __init__(self, now: StoredRow) -> None:
        """Keep the row as it is now."""
        super().__init__()
        self.now = now
