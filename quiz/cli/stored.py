"""What commands ask about the database before they use it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.storage.database import Database


def is_migrated(database: "Database") -> bool:
    """Whether the database stands at the newest schema; a file that is not there stays away."""
    from quiz.storage.migrations.run import current_revision, newest_revision

    if database.is_sqlite and not Path(database.url.database or "").is_file():
        return False
    return current_revision(database) == newest_revision()
