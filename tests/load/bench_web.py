"""What the website does under load, measured on a real server and against a bare "hello"."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from tests.load import raw
from tests.load.crowd import Journey, crowd
from tests.load.table import Row
from tests.server import Server, free_port, is_listening, processor_seconds, worker_of

AT_ONCE = 30
JOURNEYS = 300
SAVES = 600
HELLOS = 3000
ROUNDS = 10
PUPILS, SECONDS_A_BLOCK, LESSON_SECONDS = 1000, 50, 12
OTREE_JOURNEYS = 2.8
SEEN, SAVED = b"200", b"303"


def measure(server: Server) -> list[Row]:
    """All figures of the web, in the order of design.md section 8."""
    crowd(server.address, AT_ONCE, AT_ONCE)  # warm: templates compiled, connections open
    return [*_journeys(server), *_ratios(server), *together(server), *_lesson(server)]


def _journeys(server: Server) -> list[Row]:
    started = time.perf_counter()
    journeys = crowd(server.address, JOURNEYS, AT_ONCE)
    a_second = JOURNEYS / (time.perf_counter() - started)
    saves = [sent.seconds for one in journeys for sent in one.sent if sent.path == "/vragen"]
    done = raw.Done(1, sorted(saves))
    return [
        Row("journeys a second, 30 at once", f"{a_second:.1f}", "42 floor, 70 aim"),
        Row("  times oTree (2.8)", f"{a_second / OTREE_JOURNEYS:.1f}", "15 floor, 25 aim"),
        Row("  a save meanwhile, p50 / p95 / p99", _spread(done), "robots never pause"),
    ]


def _ratios(server: Server) -> list[Row]:
    """Saving and showing a block against hello, in turns, so that both feel the same weather."""
    journeys = _at_the_first_block(server, SAVES)
    with hello() as (port, yardstick_worker):
        hellos = [raw.hello_request()] * HELLOS
        raw.fire(port, hellos, SEEN)
        before, cost_of_hello = _costing(yardstick_worker, port, hellos, SEEN)
        save, cost_of_saving = _costing(server.worker, server.port, _saves(journeys), SAVED)
        shows = [raw.show_request(one) for one in journeys]
        show, cost_of_showing = _costing(server.worker, server.port, shows, SEEN)
        after = raw.fire(port, hellos, SEEN).a_second
    yardstick = (before + after) / 2
    costs = f"{cost_of_hello:.2f} / {cost_of_saving:.2f} / {cost_of_showing:.2f} ms"
    parts = f"{cost_of_hello / cost_of_saving:.3f} / {cost_of_hello / cost_of_showing:.3f}"
    return [
        Row("bare Flask hello, requests a second", f"{yardstick:.0f}", "the yardstick"),
        Row("saving a block, a second", f"{save:.0f}", ""),
        Row("  against hello", f"{save / yardstick:.3f}", "at least 0.12"),
        Row("showing a block, a second", f"{show:.0f}", ""),
        Row("  against hello", f"{show / yardstick:.3f}", "at least 0.15"),
        Row("processor time: hello / save / show", costs, "calmer on a busy machine"),
        Row("  against hello: save / show", parts, "at least 0.12 / 0.15"),
    ]


def _costing(worker: int, port: int, requests: list[bytes], expected: bytes) -> tuple[float, float]:
    """Requests a second, and the processor milliseconds that each costs the server."""
    used = processor_seconds(worker)
    done = raw.fire(port, requests, expected)
    return done.a_second, (processor_seconds(worker) - used) / len(requests) * 1000


def together(server: Server) -> list[Row]:
    """Thirty pupils press at the same instant; nothing may be lost."""
    saves = _saves(_at_the_first_block(server, AT_ONCE * ROUNDS))
    each: list[float] = []
    for first in range(0, len(saves), AT_ONCE):
        each += raw.press_together(server.port, saves[first : first + AT_ONCE], SAVED).each
    done = raw.Done(1, sorted(each))
    return [
        Row("30 press at the same instant, p50 / p95 / p99", _spread(done), "p95 < 150, p99 < 250")
    ]


def _lesson(server: Server) -> list[Row]:
    """Pupils of many classes, each saving a block and seeing the next, at their own moments."""
    count = PUPILS * LESSON_SECONDS // SECONDS_A_BLOCK
    journeys = _at_the_first_block(server, count)
    chance = Random(3)  # noqa: S311
    moments = sorted(chance.uniform(0, LESSON_SECONDS) for _journey in journeys)
    requests = list(zip(moments, _saves(journeys), strict=True))
    done = raw.at_moments(server.port, requests, SAVED)
    return [Row("1,000 pupils at lesson pace, a save", _spread(done), "p95 < 150, p99 < 250")]


def _at_the_first_block(server: Server, count: int) -> list[Journey]:
    return crowd(server.address, count, AT_ONCE, until="/vragen")


def _saves(journeys: list[Journey]) -> list[bytes]:
    chance = Random(1)  # noqa: S311
    return [raw.save_request(one, one.page.form.random_values(chance)) for one in journeys]


def _spread(done: raw.Done) -> str:
    return " / ".join(f"{done.within(share):.0f}" for share in (0.5, 0.95, 0.99)) + " ms"


@contextmanager
def hello() -> Iterator[tuple[int, int]]:
    """The yardstick, running; its port and the process that handles its requests."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.load.hello", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not is_listening(port):
        time.sleep(0.05)
    yield port, worker_of(process)
    process.terminate()
    process.wait()
