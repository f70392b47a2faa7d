"""Kills the server in the middle of load, again and again, and counts what was lost.

    python -m tests.faults.kills --times 50 [--workers 3] [--database postgresql]

Robots walk whole journeys without end. By turns a process that handles requests and the whole
server get kill -9. Every answer that was acknowledged before the kill must stand in the database
right after it, and at the end the database must hold exactly what was acknowledged: nothing less,
and nothing twice. `lost` and `double` must stay 0.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import click

from quiz.config import Settings
from quiz.lab.bench.robots import Robot, Sent
from quiz.lab.bench.table import machine
from tests import postgres
from tests.faults.load import Load
from tests.faults.stored import Stored, acknowledged, asked_again, attempt_of, stored
from tests.live_server import Server

AT_ONCE, FORMS_BETWEEN, TIMES = 16, 60, 50
PROCESS, SERVER = "a process that handles requests", "the whole server"


@dataclass
class Tally:
    """What a drill counted. A double: an attempt, result or answer that nobody sent."""

    kills: dict[str, int] = field(default_factory=lambda: {PROCESS: 0, SERVER: 0})
    journeys: int = 0
    answers: int = 0
    lost: int = 0
    double: int = 0

    def __str__(self) -> str:
        return (
            f"{sum(self.kills.values())} kills ({self.kills[PROCESS]} of {PROCESS}, "
            f"{self.kills[SERVER]} of {SERVER}); {self.journeys} journeys, "
            f"{self.answers} acknowledged answers, {self.lost} lost, {self.double} double"
        )


def drill(server: Server, times: int, say: bool = False) -> Tally:
    """Kill so many times under load; what was lost and what came double."""
    tally = Tally()
    load = Load([server.address], AT_ONCE)
    for number in range(times):
        load.wait_for(FORMS_BETWEEN)
        before = [(robot.cookies, list(robot.sent)) for robot in list(load.robots)]
        kind = SERVER if number % 2 else PROCESS
        server.kill() if kind == SERVER else server.kill_worker()
        tally.kills[kind] += 1
        found = stored(database_url(server))
        lost = sum(_missing(server, cookies, sent, found) for cookies, sent in before if sent)
        tally.lost += lost
        if kind == SERVER:
            server.start("serve")
        if say:
            click.echo(
                f"{number + 1:>3}  {kind:<34} {load.forms:>6} forms so far, {lost} answers lost"
            )
    load.finish()
    end = compare(server, load.robots)
    return replace(end, kills=tally.kills, lost=tally.lost + end.lost)


def _missing(server: Server, cookies: dict[str, str], sent: list[Sent], found: Stored) -> int:
    """How many acknowledged answers of a robot do not stand there as they were given."""
    given = acknowledged(sent)
    if not given:
        return 0
    kept = found.answers.get(attempt_of(server, cookies), {})
    return sum(kept.get(question) != value for question, value in given.items())


def compare(server: Server, robots: list[Robot], before: frozenset[int] = frozenset()) -> Tally:
    """At the end: exactly what was acknowledged. `before`: attempts that were there already."""
    found = stored(database_url(server))
    owners = {attempt_of(server, robot.cookies): acknowledged(robot.sent) for robot in robots}
    tally = Tally(journeys=len(robots), answers=sum(map(len, owners.values())))
    tally.lost += sum(_missing(server, robot.cookies, robot.sent, found) for robot in robots)
    tally.lost += sum(attempt not in found.results for attempt in owners)
    tally.lost += sum(asked_again(robot.sent) for robot in robots)
    unknown = found.attempts - owners.keys() - before
    empty = {attempt for attempt in unknown if attempt not in found.answers}
    more = [attempt for attempt in owners if len(found.answers[attempt]) > len(owners[attempt])]
    twice = [attempt for attempt, results in found.results.items() if results != 1]
    tally.double += len(unknown - empty) + len(more) + len(twice)
    # Whose start was cut off begins anew, and leaves an attempt in which nothing was answered.
    tally.double += max(0, len(empty) - sum(robot.begun_anew for robot in robots))
    return tally


def database_url(server: Server) -> str:
    """Where the data of a server stand."""
    return Settings.from_environment(server.environment()).database_url


@contextmanager
def _settings(database: str) -> Iterator[dict[str, str]]:
    if database == "sqlite":
        yield {}
        return
    with postgres.running(durable=True) as url:
        yield {"DATABASE_URL": url}


def main() -> None:
    """The drill, with its log."""
    words = argparse.ArgumentParser(prog="python -m tests.faults.kills")
    words.add_argument("--times", type=int, default=TIMES)
    words.add_argument("--workers", type=int, default=3)
    words.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    chosen = words.parse_args()
    click.echo(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}, {machine()}, {vars(chosen)}")
    with tempfile.TemporaryDirectory() as folder, _settings(chosen.database) as settings:
        server = Server(Path(folder), chosen.workers, **settings)
        server.start()
        try:
            tally = drill(server, chosen.times, say=True)
        finally:
            server.kill()
    click.echo(str(tally))
    sys.exit(1 if tally.lost or tally.double else 0)


if __name__ == "__main__":
    main()
