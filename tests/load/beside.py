"""Ours beside oTree and beside a bare Flask prototype: in turns, in one run, on one machine.

    python -m tests.load.beside [--turns 5] [--many 60] [--workers 1]

The same robots walk all three, turn after turn; then single pages of ours and of the prototype
take turns, and its "hello". A journey of oTree has 56 questions on eight pages, one of the
prototype 28 on four, one of ours 26 to 33 and a result. Processor time is of all processes of a
server; figures on a clock have the robots on the same cores. Medians of the turns. Not a test:
oTree is installed from PyPI.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

import click

from quiz.lab.bench import raw
from quiz.lab.bench.crowd import crowd
from quiz.lab.bench.place import place
from quiz.lab.bench.server import Server, running, serving
from quiz.lab.bench.table import Row, machine, table
from tests.load import otree

AT_ONCE = 30
PROTOTYPE = [sys.executable, "-m", "tests.load.prototype"]


@dataclass(frozen=True)
class Turn:
    """Processor milliseconds for each journey or request, and how many a second."""

    processor: float
    a_second: float


def main() -> None:
    """Set all three up, let them take turns, and print one table."""
    words = argparse.ArgumentParser(prog="python -m tests.load.beside")
    for name, default in (("--turns", 5), ("--many", 60), ("--workers", 1)):
        words.add_argument(name, type=int, default=default)
    chosen = words.parse_args()
    about = machine()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        ours = stack.enter_context(serving(stack.enter_context(place()), chosen.workers))
        bare = stack.enter_context(running(PROTOTYPE, {}, Path(name)))
        all_turns = chosen.turns + 1  # the first is to warm up
        theirs, starts = stack.enter_context(otree.serving(Path(name), chosen.many * all_turns))
        others = iter(zip(*[iter(starts)] * chosen.many, strict=True))
        walks = {
            "ours": lambda: _walk(ours, chosen.many),
            "prototype": lambda: _walk(bare, chosen.many),
            "oTree": lambda: _walk(theirs, chosen.many, "", next(others)),
        }
        rows = _rows("a journey", _in_turns(walks, all_turns))
        for what, work in (("showing", _shows), ("saving", _saves)):
            pages = {
                "ours": partial(work, ours, chosen.many),
                "prototype": partial(work, bare, chosen.many),
                "hello": partial(_hellos, bare, chosen.many),
            }
            rows += _rows(what, _in_turns(pages, all_turns))
    click.echo(f"{about}, {vars(chosen)}\n{table(rows)}")


def _in_turns(works: Mapping[str, Callable[[], Turn]], turns: int) -> dict[str, Turn]:
    """The median of each, the first turn left out."""
    done = [{name: work() for name, work in works.items()} for _turn in range(turns)][1:]
    return {
        name: Turn(
            median(turn[name].processor for turn in done),
            median(turn[name].a_second for turn in done),
        )
        for name in works
    }


def _rows(what: str, found: Mapping[str, Turn]) -> list[Row]:
    ours = found["ours"]
    return [
        Row(
            f"{what}: {name}",
            f"{turn.processor:.2f} ms of processor, {turn.a_second:.1f} a second",
            "" if turn is ours else f"{turn.processor / ours.processor:.2f} of our processor time",
        )
        for name, turn in found.items()
    ]


def _timed(server: Server, work: Callable[[], object], count: int) -> Turn:
    began, used = time.perf_counter(), server.processor_seconds()
    work()
    seconds, used = time.perf_counter() - began, server.processor_seconds() - used
    return Turn(1000 * used / count, count / seconds)


def _walk(
    server: Server, many: int, until: str = "/resultaat", starts: Sequence[str] = ("/start",)
) -> Turn:
    return _timed(server, lambda: crowd(server.address, many, AT_ONCE, until, starts), many)


def _shows(server: Server, many: int) -> Turn:
    journeys = crowd(server.address, many, AT_ONCE, until="/vragen")
    return _fired(server, [raw.show_request(one) for one in journeys] * 5, b"200")


def _saves(server: Server, many: int) -> Turn:
    chance = Random(1)  # noqa: S311
    journeys = crowd(server.address, many * 5, AT_ONCE, until="/vragen")
    requests = [raw.save_request(one, one.page.form.random_values(chance)) for one in journeys]
    return _fired(server, requests, b"303")


def _hellos(server: Server, many: int) -> Turn:
    return _fired(server, [raw.hello_request()] * many * 20, b"200")


def _fired(server: Server, requests: list[bytes], expected: bytes) -> Turn:
    return _timed(server, lambda: raw.fire(server.port, requests, expected), len(requests))


if __name__ == "__main__":
    main()
