"""Measures class pictures with many attempts stored.

    python -m tests.load.class_pictures [ATTEMPTS] [DATABASE_URL]

Fills an empty database (SQLite in a temporary folder unless an address is given) with finished
attempts in classes of 25, each with a result and its five answers on tech types: a thousand, a
hundredth of them, and then all (1,000,000 unless said otherwise); and each time makes pictures,
opens their pages and asks boards for news. A million takes some minutes and 5 GB.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from statistics import median
from time import perf_counter, thread_time

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, update

from quiz.app import create_app
from quiz.attempts import Services
from quiz.config import Settings
from quiz.groups import freeze, frozen_picture
from quiz.migrations.run import upgrade
from quiz.records import Answer, Attempt, Result, SchoolClass
from tests.classroom.school import add_staff, sign_in
from tests.conftest import SECRETS, services_of
from tests.groups import lesson

ATTEMPTS, FIRST = 1_000_000, 1_000
PUPILS = 25
CLASSES_AT_ONCE = 200
TIMES = 40
PROFILES = 100


def main() -> None:
    """Fill, measure, say."""
    attempts = int(sys.argv[1]) if len(sys.argv) > 1 else ATTEMPTS
    with tempfile.TemporaryDirectory() as folder:
        environment = {name.upper(): value for name, value in SECRETS.items()}
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{folder}/many.sqlite3"
        app = create_app(Settings.from_environment({**environment, "DATABASE_URL": url}))
        services = services_of(app)
        upgrade(services.database)
        teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
        client = sign_in(app, teacher, datetime.now(UTC)).client
        done = 0
        for size in sorted({min(FIRST, attempts), attempts // 100, attempts}):
            for first in range(done, size // PUPILS, CLASSES_AT_ONCE):
                _fill(services, first, min(CLASSES_AT_ONCE, size // PUPILS - first))
            done = max(done, size // PUPILS)
            numbers = sorted({Random(size + at).randint(1, done) for at in range(TIMES)})  # noqa: S311
            _give(services, numbers, teacher.id)
            _say(app, client, numbers, size)
        services.database.close()


def _say(app: Flask, client: FlaskClient, numbers: list[int], size: int) -> None:
    services = services_of(app)

    def page(number: int) -> None:
        answer = client.get(f"/klassen/{number}/beeld")
        assert b"<table" in answer.data

    tags: dict[int, str] = {}

    def board(number: int) -> None:
        kept = {"If-None-Match": tags[number]} if number in tags else {}
        answer = client.get(f"/klassen/{number}/voortgang/nu", headers=kept)
        assert answer.status_code == (304 if kept else 200)
        tags[number] = answer.headers["ETag"]

    measured: dict[str, Callable[[int], object]] = {
        "picture made and frozen": lambda number: freeze(services, number),
        "picture asked again": lambda number: freeze(services, number),
        "picture read": lambda number: frozen_picture(services, number),
        "whole page of a picture": page,
        "board, first time": board,
        "board, nothing new": board,
    }
    for what, doing in measured.items():
        sys.stdout.write(f"{size:>9,} attempts, {what:<24}{_timed(doing, numbers)}\n")
        sys.stdout.flush()


def _timed(doing: Callable[[int], object], numbers: list[int]) -> str:
    times, costs = [], []
    for number in numbers:
        begin, used = perf_counter(), thread_time()
        doing(number)
        times.append(1000 * (perf_counter() - begin))
        costs.append(1000 * (thread_time() - used))
    return (
        f"median {median(times):6.2f} ms, at most {max(times):6.2f}; processor {median(costs):5.2f}"
    )


def _give(services: Services, numbers: list[int], teacher_id: int) -> None:
    """These classes are the teacher's."""
    with services.database.writing() as session:
        mine = update(SchoolClass).where(SchoolClass.id.in_(numbers))
        session.execute(mine.values(teacher_id=teacher_id))


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
        session.execute(insert(SchoolClass), [lesson.class_row(number, 1) for number in classes])
        session.execute(insert(Attempt), [lesson.attempt_row(*pupil) for pupil in pupils])
        session.execute(insert(Result), results)
        session.execute(insert(Answer), answers)


if __name__ == "__main__":
    main()
