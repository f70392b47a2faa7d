"""What stands in the database beside what the robots were told is safe."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import func, select

from quiz.domain.bank.load import load_bank
from quiz.lab.bench.robots import Sent
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt, Result
from tests.live_server import Server


@dataclass(frozen=True)
class Stored:
    """All attempts, and their answers and number of results."""

    answers: Mapping[int, Mapping[str, int]]
    results: Mapping[int, int]
    attempts: frozenset[int]


def stored(url: str) -> Stored:
    """Read it all beside the running (or killed) server."""
    answers: dict[int, dict[str, int]] = defaultdict(dict)
    with closing(Database(url)) as database, database.reading() as session:
        for attempt, name, value in session.execute(
            select(Answer.attempt_id, Answer.question, Answer.value)
        ):
            answers[attempt][name] = value
        each = select(Result.attempt_id, func.count()).group_by(Result.attempt_id)
        results = {row[0]: row[1] for row in session.execute(each)}
        attempts = frozenset(session.scalars(select(Attempt.id)))
    return Stored(answers, results, attempts)


def acknowledged(sent: list[Sent]) -> dict[str, int]:
    """The answers that a robot gave and the server said yes to."""
    fields = (pair for form in sent for pair in form.fields.items())
    return {name: int(value) for name, value in fields if name in _questions()}


def asked_again(sent: list[Sent]) -> int:
    """How many questions came once more after the server said yes: their answer was not kept."""
    questions = [name for form in sent for name in form.fields if name in _questions()]
    return len(questions) - len(set(questions))


def attempt_of(server: Server, cookies: Mapping[str, str]) -> int:
    """The attempt that a browser's cookie stands for: we may read it, for we have the key."""
    app = Flask("reader")
    app.secret_key = server.secret("SECRET_KEY")
    reader = SecureCookieSessionInterface().get_signing_serializer(app)
    assert reader is not None
    (cookie,) = cookies.values()
    return int(reader.loads(cookie)["attempt"])


@cache
def _questions() -> frozenset[str]:
    bank = load_bank()
    return frozenset((*bank.items, *bank.tech_items))
