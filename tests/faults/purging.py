"""Measures how long others wait to write while `quiz purge` removes a great deal (SQLite).

    python -m tests.faults.purging [ATTEMPTS]

Fills a database in a temporary folder with finished attempts that are due (100,000 unless said
otherwise: 250 MB), removes them, and lets another writer commit every ten milliseconds meanwhile.
"""

import sqlite3
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from time import perf_counter, sleep
from typing import Any

from sqlalchemy import insert

from quiz.domain.bank.load import load_bank
from quiz.lab.bench.table import machine
from quiz.storage.database import Database
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.migrations.run import upgrade
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.usecases.retention import purge

ATTEMPTS, AT_ONCE, ASKED = 100_000, 5_000, 28
WRITE = "UPDATE alembic_version SET version_num = version_num"


def main() -> None:
    """Fill, remove, say."""
    attempts = int(sys.argv[1]) if len(sys.argv) > 1 else ATTEMPTS
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/quiz.sqlite3"
        with closing(Database(f"sqlite:///{path}")) as database:
            upgrade(database)
            for first in range(0, attempts, AT_ONCE):
                _fill(database, range(first, min(first + AT_ONCE, attempts)), now)
            with _another_writer(path) as waits:
                began = perf_counter()
                removed = purge(database, now).without_class
                seconds = perf_counter() - began
    waits.sort()
    sys.stdout.write(
        f"{machine()}\n{removed:,} attempts removed in {seconds:.1f} s; meanwhile another writer "
        f"committed {len(waits)} times: median {1000 * waits[len(waits) // 2]:.1f} ms, p99 "
        f"{1000 * waits[int(len(waits) * 0.99)]:.1f} ms, at most {1000 * waits[-1]:.1f} ms\n"
    )


def _fill(database: Database, numbers: range, now: datetime) -> None:
    """So many attempts without a class that nobody used for 200 days."""
    bank, old = load_bank(), now - timedelta(days=200)
    asked = [*list(bank.items)[:ASKED], *bank.tech_items]
    attempts = {new_attempt_id(old + timedelta(milliseconds=number)): number for number in numbers}
    answers = [
        {"attempt_id": attempt, "question": question, "value": 3, "sequence": 1}
        for attempt in attempts
        for question in asked
    ]
    with database.writing() as session:
        session.execute(insert(Attempt), [_attempt(*pair, old) for pair in attempts.items()])
        session.execute(insert(Answer), answers)
        session.execute(insert(Result), [_result(attempt, old) for attempt in attempts])


def _attempt(attempt: int, number: int, moment: datetime) -> dict[str, Any]:
    return {
        "id": attempt,
        "nickname": "Blauwe Otter",
        "return_digest": number.to_bytes(32, "big"),
        "school_type": "havo",
        "language": "nl",
        "bank_version": 1,
        "blocks": [],
        "target_blocks": 4,
        "started_at": moment,
        "last_used_at": moment,
    }


def _result(attempt: int, moment: datetime) -> dict[str, Any]:
    return {
        "attempt_id": attempt,
        "number": 1,
        "scored_at": moment,
        "bank_version": 1,
        "bank_hash": "0" * 64,
        "model_version": "measured",
        "fallback": False,
        "outcome": {"of the size of a real one": "x" * 800},
    }


@contextmanager
def _another_writer(path: str) -> Iterator[list[float]]:
    """Somebody who writes again and again; gives the seconds that each time took."""
    waits: list[float] = []
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as connection:
            while not done.is_set():
                began = perf_counter()
                for statement in ("BEGIN IMMEDIATE", WRITE, "COMMIT"):
                    connection.execute(statement)
                waits.append(perf_counter() - began)
                sleep(0.01)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield waits
    finally:
        done.set()
        writer.join()


if __name__ == "__main__":
    main()
