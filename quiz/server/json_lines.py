"""What the server itself says, as JSON lines like our own (quiz/web/logs.py)."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """One line of JSON for each event: what, how bad, when."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z")
        level = record.levelname.lower()
        return json.dumps({"event": record.getMessage(), "level": level, "timestamp": when})
