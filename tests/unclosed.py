"""A connection to SQLite that nobody closes is an error of its test.

Python says so itself from 3.13 on; here it does in 3.11 and 3.12 too, and names the test.
"""

import os
import sqlite3
import sys
import warnings
from functools import partial
from typing import Any

NOW_IN = "PYTEST_CURRENT_TEST"


class Watched(sqlite3.Connection):
    """Says at its end whether it was closed."""

    def __init__(self, *how: Any, **named: Any) -> None:
        """Open it, and remember for whom."""
        super().__init__(*how, **named)
        self.opened_in: str | None = os.environ.get(NOW_IN, "no test")

    def close(self) -> None:
        """Close it, and all is well."""
        super().close()
        self.opened_in = None

    def __del__(self) -> None:
        """Python calls this when nobody has the connection any more."""
        if getattr(self, "opened_in", None):
            message = f"unclosed database, opened in {self.opened_in}"
            warnings.warn(message, ResourceWarning, source=self, stacklevel=1)


def watch() -> None:
    """From now on, until the process ends."""
    if sys.version_info < (3, 13):
        connect = partial(sqlite3.connect, factory=Watched)
        sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]
