"""What the database is asked meanwhile: every statement, and how many transactions are begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

from quiz.storage.database import Database


@dataclass
class Asked:
    """The statements with their values, in order; how many transactions began, and go on now.

    `most_open`: how many went on at the same time.
    """

    statements: list[tuple[str, Any]] = field(default_factory=list)
    begun: int = 0
    open: int = 0
    most_open: int = 0

    def note(self, _to: Connection, _cursor: Any, sent: str, values: Any, *more: Any) -> None:
        """A statement; of many with the same words the first."""
        many = more[-1]
        if not sent.startswith("BEGIN"):
            self.statements.append((sent, values[0] if many else values))

    def begin(self, _connection: Connection) -> None:
        """A transaction begins."""
        self.begun, self.open = self.begun + 1, self.open + 1
        self.most_open = max(self.most_open, self.open)

    def end(self, _connection: Connection) -> None:
        """One ends, with a change or without."""
        self.open -= 1


@contextmanager
def asked(database: Database) -> Iterator[Asked]:
    """Listen to all that goes to the database."""
    heard = Asked()
    listeners = (
        ("before_cursor_execute", heard.note),
        ("begin", heard.begin),
        ("commit", heard.end),
        ("rollback", heard.end),
    )
    for name, listener in listeners:
        event.listen(database.engine, name, listener)
    try:
        yield heard
    finally:
        for name, listener in listeners:
            event.remove(database.engine, name, listener)
