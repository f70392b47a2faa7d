"""How many journeys a second more workers make: measured here, and reckoned for more cores.

    python -m tests.load.scale [--workers 1 2] [--turns 5] [--many 200]
    python -m tests.load.scale --postgresql --nodes 2 [--workers 1 2]

Measured: robots walk whole journeys, and servers with each number of workers take turns; with more
nodes, so many of each over one database. The robots (and PostgreSQL, which is started for this)
run on the same cores, so what the clock says is less than the servers can do.

Reckoned: a worker makes pages for a while, and then needs the one lock of an SQLite file for as
long as a commit takes here. Who finds it taken asks again after 1, 2, 5, 10, 15, 20, 25 ms and so
on, as SQLite itself does. How long both take, and how often, comes from journeys in this process;
each worker has a core of its own.
"""

import argparse
import heapq
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from random import Random
from statistics import median

import click
from sqlalchemy import event

from quiz.lab.bench.crowd import crowd
from quiz.lab.bench.inside import Insider
from quiz.lab.bench.place import Place, place
from quiz.lab.bench.server import Server, serving
from quiz.lab.bench.table import Row, machine, table
from tests import postgres

AT_ONCE = 30
RECKONED = (1, 2, 4, 8, 16)
JOURNEYS, SECONDS = 40, 60.0
DELAYS = (1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100)  # ms, of SQLite's busy handler


def main() -> None:
    """Measure, reckon, and print one table."""
    words = argparse.ArgumentParser(prog="python -m tests.load.scale")
    words.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    words.add_argument("--turns", type=int, default=5)
    words.add_argument("--many", type=int, default=200)
    words.add_argument("--nodes", type=int, default=1)
    words.add_argument("--postgresql", action="store_true")
    chosen = words.parse_args()
    about = machine()
    with ExitStack() as stack:
        postgresql = chosen.postgresql
        url = stack.enter_context(postgres.running(durable=True)) if postgresql else None
        where = stack.enter_context(place(url))
        rows = list(_measured(where, chosen))
        rows += [] if postgresql else _reckoned(where)
    click.echo(f"{about}, {vars(chosen)}\n{table(rows)}")


def _measured(where: Place, chosen: argparse.Namespace) -> Iterator[Row]:
    found: dict[int, list[tuple[float, float]]] = {each: [] for each in chosen.workers}
    with ExitStack() as stack:
        installations = {
            each: [stack.enter_context(serving(where, each)) for _node in range(chosen.nodes)]
            for each in found
        }
        for turn in range(chosen.turns + 1):  # the first is to warm up
            for workers, nodes in installations.items():
                figures = _turn(nodes, chosen.many)
                if turn:
                    found[workers].append(figures)
    for workers, turns in found.items():
        a_second, cost = (median(column) for column in zip(*turns, strict=True))
        what = f"journeys a second, {chosen.nodes} nodes of {workers} workers, measured"
        yield Row(what, f"{a_second:.1f}", f"{cost:.1f} ms of processor each")


def _turn(nodes: list[Server], many: int) -> tuple[float, float]:
    """Journeys a second over all nodes, and the processor milliseconds of one."""
    part = many // len(nodes)
    used = -sum(node.processor_seconds() for node in nodes)
    began = time.perf_counter()
    with ThreadPoolExecutor(len(nodes)) as threads:
        walking = [
            threads.submit(crowd, node.address, part, AT_ONCE // len(nodes)) for node in nodes
        ]
        done = sum(len(each.result()) for each in walking)
    seconds = time.perf_counter() - began
    used += sum(node.processor_seconds() for node in nodes)
    return done / seconds, 1000 * used / done


def _reckoned(where: Place) -> Iterator[Row]:
    holds, processor = _journeys_inside(where)
    writes, hold = len(holds) / JOURNEYS, median(holds)
    between = max(processor / writes - hold, hold / 10)
    yield Row("processor time of a journey, inside", f"{1000 * processor:.1f} ms", "")
    what = f"{writes:.1f} times {1000 * hold:.2f} ms a journey"
    yield Row("the lock is held", what, f"at most {1 / (writes * hold):.0f} journeys a second")
    for workers in RECKONED:
        done = _simulate(workers, between, hold) / writes / SECONDS
        yield Row(f"journeys a second, {workers} workers, reckoned", f"{done:.0f}", "")


def _journeys_inside(where: Place) -> tuple[list[float], float]:
    """How long each writing held the lock, and the processor seconds of one journey."""
    holds: list[float] = []
    since: list[float] = []
    engine = where.services.database.engine

    def begun(connection: object) -> None:
        writes = connection.get_execution_options().get("quiz_write")  # type: ignore[attr-defined]
        since[:] = [time.perf_counter()] if writes else []

    def ended(*_connection: object) -> None:
        holds.extend(time.perf_counter() - moment for moment in since)
        since.clear()

    _walk(where, Random(0))  # noqa: S311 - warm
    event.listen(engine, "begin", begun)
    event.listen(engine, "reset", ended)
    used = time.process_time()
    for seed in range(JOURNEYS):
        _walk(where, Random(seed))  # noqa: S311
    return holds, (time.process_time() - used) / JOURNEYS


def _walk(where: Place, chance: Random) -> None:
    pupil = Insider(where.app.wsgi_app)
    form = pupil.begin(chance)
    while pupil.path != "/resultaat":
        page = pupil.ask("POST", pupil.path, form)
        if pupil.path != "/resultaat":
            form = pupil.filled_in(page.body, chance)


def _simulate(workers: int, between: float, hold: float) -> int:
    """How many writings so many workers commit in a minute."""
    chance = Random(workers)  # noqa: S311
    asking = [(chance.expovariate(1 / between), worker, 0) for worker in range(workers)]
    heapq.heapify(asking)
    free_at, done = 0.0, 0
    while asking[0][0] < SECONDS:
        now, worker, tries = heapq.heappop(asking)
        if now < free_at:
            delay = DELAYS[min(tries, len(DELAYS) - 1)] / 1000
            heapq.heappush(asking, (now + delay, worker, tries + 1))
            continue
        free_at, done = now + hold, done + 1
        heapq.heappush(asking, (free_at + chance.expovariate(1 / between), worker, 0))
    return done


if __name__ == "__main__":
    main()
