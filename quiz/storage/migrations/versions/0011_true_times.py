"""Times and sequences that were not true leave; what they led to leaves with them.

Until now the script measured an answer by tap or mouse from the moment *after* it, so nearly every
stored time is a few milliseconds, and nearly everybody was told to answer "very fast". Which times
are true (those of the number keys) cannot be told afterwards: none counts as measured. And an
answer with a sequence from the future would lock out every later one.
"""

import time
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

FAST = "fast"
BATCH = 1000
FIRST = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
AHEAD = 5 * 60 * 1000
ANSWERS = sa.text(
    "UPDATE answer SET milliseconds = NULL, sequence ="
    " CASE WHEN sequence > :latest THEN sequence % :first ELSE sequence END"
    " WHERE milliseconds IS NOT NULL OR sequence > :latest"
)
result = sa.table(
    "result",
    sa.column("attempt_id", sa.BigInteger),
    sa.column("number", sa.SmallInteger),
    sa.column("outcome", sa.JSON),
)
KEY = sa.tuple_(result.c.attempt_id, result.c.number)
WITH_FAST = sa.cast(result.c.outcome, sa.Text).contains(f'"{FAST}"')


def upgrade() -> None:
    connection = op.get_bind()
    connection.execute(ANSWERS, {"latest": int(time.time() * 1000) + AHEAD, "first": FIRST})
    rows = _next_rows(connection, (-1, -1))
    while rows:
        for row in rows:
            _without_fast(connection, row)
        rows = _next_rows(connection, (rows[-1].attempt_id, rows[-1].number))


def downgrade() -> None:
    # A time that was not measured means the same to the version before.
    pass


def _next_rows(connection: sa.Connection, last: tuple[int, int]) -> list[sa.Row[Any]]:
    query = sa.select(result).where(sa.tuple_(*last) < KEY, WITH_FAST)
    return list(connection.execute(query.order_by(*KEY.clauses).limit(BATCH)))


def _without_fast(connection: sa.Connection, row: sa.Row[Any]) -> None:
    profile = row.outcome.get("profile") or {}
    remarks = [remark for remark in profile.get("remarks", ()) if remark != FAST]
    outcome = row.outcome | {"profile": profile | {"remarks": remarks}}
    here = (result.c.attempt_id == row.attempt_id) & (result.c.number == row.number)
    connection.execute(result.update().where(here).values(outcome=outcome))
