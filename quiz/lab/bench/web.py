"""What the website does under load, measured on a real server and against a bare "hello"."""

import sys
import time
from collections.abc import Iterator
from random import Random

from quiz.lab.bench import raw
from quiz.lab.bench.crowd import Journey, crowd
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.server import Server, running, serving
from quiz.lab.bench.table import Row

AT_ONCE = 30
PUPILS, SECONDS_A_BLOCK = 1000, 50
SEEN, SAVED = b"200", b"303"
HELLO = [sys.executable, "-m", "quiz.lab.bench.hello"]


def web(where: Place, plan: Sizes) -> Iterator[Row]:
    """Whole journeys, saving and showing against hello, and a lesson of a thousand pupils."""
    with serving(where) as server:
        crowd(server.address, AT_ONCE, AT_ONCE)  # warm: templates compiled, connections open
        yield from _journeys(server, plan.journeys)
        yield from _ratios(where, server, plan)
        yield _lesson(server, plan.lesson_seconds)


def instant(where: Place, plan: Sizes) -> Iterator[Row]:
    """Pupils of one class, and of many classes, press at the same instant; nothing is lost.

    With as many workers as a school has that says nothing.
    """
    with serving(where, workers=None) as server:
        crowd(server.address, AT_ONCE, AT_ONCE)
        yield _together(server, AT_ONCE, plan.rounds)
        for pupils in plan.crowds:
            yield _together(server, pupils, 1)


def _journeys(server: Server, count: int) -> list[Row]:
    started, used = time.perf_counter(), server.processor_seconds()
    journeys = crowd(server.address, count, AT_ONCE)
    a_second = count / (time.perf_counter() - started)
    cost = 1000 * (server.processor_seconds() - used) / count
    saves = [sent.seconds for one in journeys for sent in one.sent if sent.path == "/vragen"]
    done = raw.Done(1, sorted(saves))
    return [
        Row("journeys a second, 30 at once", f"{a_second:.1f}", "robots on the same machine"),
        Row("  processor time of one journey", f"{cost:.0f} ms", "for docs/operations.md"),
        Row("  a save meanwhile, p50 / p95 / p99", _spread(done), "robots never pause"),
    ]


def _ratios(where: Place, server: Server, plan: Sizes) -> list[Row]:
    """Saving and showing a block against hello, in turns, so that both feel the same weather."""
    journeys = _at_the_first_block(server, plan.saves)
    hellos = [raw.hello_request()] * plan.hellos
    with running(HELLO, {}, where.folder) as hello:
        raw.fire(hello.port, hellos, SEEN)
        before, cost_of_hello = _costing(hello, hellos, SEEN)
        save, cost_of_saving = _costing(server, _saves(journeys), SAVED)
        shows = [raw.show_request(one) for one in journeys]
        show, cost_of_showing = _costing(server, shows, SEEN)
        after = raw.fire(hello.port, hellos, SEEN).a_second
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


def _costing(server: Server, requests: list[bytes], expected: bytes) -> tuple[float, float]:
    """Requests a second, and the processor milliseconds that each costs the server."""
    used = server.processor_seconds()
    done = raw.fire(server.port, requests, expected)
    cost = 1000 * (server.processor_seconds() - used) / len(requests)
    return done.a_second, cost


def _together(server: Server, pupils: int, rounds: int) -> Row:
    """So many pupils press at the same instant, a few times."""
    saves = _saves(_at_the_first_block(server, pupils * rounds))
    each: list[float] = []
    for first in range(0, len(saves), pupils):
        each += raw.press_together(server.port, saves[first : first + pupils], SAVED).each
    budget = "p95 < 150, p99 < 250" if pupils == AT_ONCE else "nothing lost"
    what = f"{pupils:,} press at the same instant, p50 / p95 / p99"
    return Row(what, _spread(raw.Done(1, sorted(each))), budget)


def _lesson(server: Server, seconds: int) -> Row:
    """Pupils of many classes, each saving a block and seeing the next, at their own moments."""
    journeys = _at_the_first_block(server, PUPILS * seconds // SECONDS_A_BLOCK)
    chance = Random(3)  # noqa: S311
    moments = sorted(chance.uniform(0, seconds) for _journey in journeys)
    requests = list(zip(moments, _saves(journeys), strict=True))
    done = raw.at_moments(server.port, requests, SAVED)
    return Row(
        "1,000 pupils at lesson pace, a save, p50 / p95 / p99",
        _spread(done),
        "p95 < 150, p99 < 250",
    )


def _at_the_first_block(server: Server, count: int) -> list[Journey]:
    return crowd(server.address, count, AT_ONCE, until="/vragen")


def _saves(journeys: list[Journey]) -> list[bytes]:
    chance = Random(1)  # noqa: S311
    return [raw.save_request(one, one.page.form.random_values(chance)) for one in journeys]


def _spread(done: raw.Done) -> str:
    return " / ".join(f"{done.within(share):.0f}" for share in (0.5, 0.95, 0.99)) + " ms"
