"""Measures class pictures with many attempts stored.

    python -m tests.load.class_pictures [ATTEMPTS] [DATABASE_URL]

Fills an empty database (SQLite in a temporary folder unless an address is given) with that many
finished attempts in classes of 25, each with a result and its five answers on tech types, for a
hundredth of them and then for all (1,000,000 unless said otherwise), and times pictures.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from statistics import median
from time import perf_counter

from sqlalchemy import insert

from quiz.attempts import Services
from quiz.bank import load_bank
from quiz.groups import freeze, frozen_picture
from quiz.migrations.run import upgrade
from quiz.records import Answer, Attempt, Database, Result, School, SchoolClass
from quiz.scoring import Scorer
from tests.groups import lesson

ATTEMPTS = 1_000_000
PUPILS = 25
CLASSES_AT_ONCE = 200
TIMES = 40
PROFILES = 100


def main() -> None:
    """Fill, measure, say."""
    attempts = int(sys.argv[1]) if len(sys.argv) > 1 else ATTEMPTS
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{folder}/many.sqlite3"
        bank = load_bank()
        services = Services(
            Database(url), bank, Scorer.load(), b"k" * 32, lambda: datetime.now(UTC)
        )
        upgrade(services.database)
        done = 0
        for size in (attempts // 100, attempts):
            for first in range(done, size // PUPILS, CLASSES_AT_ONCE):
                _fill(services, first, min(CLASSES_AT_ONCE, size // PUPILS - first))
            _say(services, size // PUPILS, size)
            done = size // PUPILS
        services.database.close()


def _say(services: Services, classes: int, size: int) -> None:
    chance = Random(size)  # noqa: S311
    numbers = [chance.randint(1, classes) for _ in range(TIMES)]
    measured = {
        "made and frozen": lambda number: freeze(services, number),
        "asked again": lambda number: freeze(services, number),
        "looked at": lambda number: frozen_picture(services, number),
    }
    for what, doing in measured.items():
        sys.stdout.write(f"{size:>9,} attempts, picture {what:<16}{_timed(doing, numbers)}\n")


def _timed(doing: Callable[[int], object], numbers: list[int]) -> str:
    times = []
    for number in dict.fromkeys(numbers):
        begin = perf_counter()
        doing(number)
        times.append(1000 * (perf_counter() - begin))
    return f"median {median(times):6.2f} ms, at most {max(times):.2f}"


def _fill(services: Services, first: int, count: int) -> None:
    """So many more classes of one school; their numbers count from 1."""
    chance = Random(first)  # noqa: S311
    profiles = [lesson.random_profile(services.bank.worlds, chance) for _ in range(PROFILES)]
    classes = range(first + 1, first + count + 1)
    pupils = [(lesson.next_attempt_id(), number) for number in classes for _ in range(PUPILS)]
    answers = [
        {"attempt_id": attempt, "question": item, "value": chance.randint(1, 5), "sequence": 1}
        for attempt, _ in pupils
        for item in services.bank.tech_items
    ]
    results = [lesson.result_row(attempt, 1, chance.choice(profiles)) for attempt, _ in pupils]
    with services.database.writing() as session:
        if not first:
            session.execute(insert(School).values(id=1, name="Een school"))
        session.execute(insert(SchoolClass), [lesson.class_row(number, 1) for number in classes])
        session.execute(insert(Attempt), [lesson.attempt_row(*pupil) for pupil in pupils])
        session.execute(insert(Result), results)
        session.execute(insert(Answer), answers)


if __name__ == "__main__":
    main()
