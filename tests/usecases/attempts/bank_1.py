"""Attempts as the questions of bank 1 left them behind, stored by the program of that time."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import insert

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt, Result

_MOMENTS = ("started_at", "last_used_at", "finished_at", "scored_at")


class Earlier(NamedTuple):
    """Numbers of attempts: all 56 questions done; half-way; at the questions about the approach."""

    done: int
    half: int
    last: int


def put_back(database: Database) -> Earlier:
    """Store them as a server has them that gets new questions."""
    with database.writing() as session:
        for table in (Attempt, Result, Answer):
            session.execute(insert(table), [_row(row) for row in rows(table.__tablename__)])
    return Earlier(**_stored()["who"])


def rows(table: str) -> list[dict[str, Any]]:
    """What was stored in one table."""
    found: list[dict[str, Any]] = _stored()[table]
    return found


@cache
def _stored() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return stored


def _row(row: dict[str, Any]) -> dict[str, Any]:
    moments = {name: datetime.fromisoformat(row[name]) for name in _MOMENTS if row.get(name)}
    digest = (
        {"return_digest": bytes.fromhex(row["return_digest"])} if "return_digest" in row else {}
    )
    return {**row, **moments, **digest}
