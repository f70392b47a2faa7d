"""What single parts cost: the engine, the weight of pages, the start and memory of a worker."""

import gzip
import os
import re
import subprocess
import sys
import time
import timeit
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.lab.bench.crowd import crowd
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.robots import Robot
from quiz.lab.bench.server import Server, serving
from quiz.lab.bench.table import Row

ANSWERED = 28
REPEATS, TIMES = 5, 300
STARTS = 3
AT_ONCE = 30
WALKS = 3
PARTS = re.compile(
    r'<(?:link[^>]*?rel="(?:stylesheet|icon)"[^>]*?href|link[^>]*?href|script[^>]*?src|'
    r'img[^>]*?src|image[^>]*?href)="(/static/[^"]+)"'
)
START = (
    "import time; before = time.perf_counter(); from quiz.server.start import prepare; "
    "prepare(); print(time.perf_counter() - before)"
)
PUBLIC = ("/werelden", "/werelden/hitech-science", "/over", "/privacy")


def engine(_where: Place, plan: Sizes) -> Iterator[Row]:
    """Scoring one pupil, choosing seven questions, the reasons for three worlds; a batch."""
    scorer = Scorer.load()
    chance = Random(5)  # noqa: S311
    asked = chance.sample(list(scorer.items), ANSWERED)
    answers = {question: chance.randint(1, 5) for question in asked}
    half = dict(list(answers.items())[: ANSWERED // 2])
    worlds = scorer.profile(answers).shown_worlds

    def reasons() -> None:
        for world in worlds:
            scorer.explain(answers, world)

    one = _microseconds(lambda: scorer.probabilities(answers))
    yield Row("score one pupil", one, "< 60 us")
    whole = _microseconds(lambda: scorer.profile(answers))
    yield Row("  with interest, doubt and remarks", whole, "part of a result")
    seven = _microseconds(lambda: scorer.next_items(half, 7))
    yield Row("choose the next seven", seven, "< 200 us")
    yield Row("reasons for three worlds", _microseconds(reasons), "< 60 us")
    yield _batch(scorer, plan.batch)


def _batch(scorer: Scorer, pupils: int) -> Row:
    """Answers of many pupils at once, a third of them open."""
    answers = np.random.default_rng(5).integers(1, 6, (pupils, len(scorer.items))).astype(float)
    answers[:, ::3] = np.nan
    began = time.perf_counter()
    scorer.probabilities_batch(answers)
    a_second = pupils / (time.perf_counter() - began)
    return Row("batch scoring, pupils a second", f"{a_second:,.0f}", "> 300,000")


def pages(where: Place, _plan: Sizes) -> Iterator[Row]:
    """Compressed weights along the way; parts that a browser already has weigh nothing.

    Of a few walks the heaviest counts: a robot may say "I don't know" to nearly everything.
    """
    with serving(where) as server:
        walks = [_walk(Robot(server.address, Random(seed))) for seed in range(WALKS)]  # noqa: S311
    heaviest = max(walks, key=lambda walk: sum(weight for _path, weight in walk))
    (_path, first), *others = heaviest
    yield Row("first page with everything, gzip", f"{first:.1f} kB", "< 40 kB")
    for path, weight in others:
        yield Row(f"  then {path}", f"{weight:.1f} kB", "< 8 kB")


def _walk(robot: Robot) -> list[tuple[str, float]]:
    """Each page of the way and a few to read: its path and its kilobytes."""
    seen: set[str] = set()
    pages = [("/", _weight(robot, robot.get("/").body, seen))]
    page = robot.get("/start")
    while page.path != "/resultaat":
        pages.append((page.path, _weight(robot, page.body, seen)))
        page = robot.submit(page)
    pages.append((page.path, _weight(robot, page.body, seen)))
    return pages + [(path, _weight(robot, robot.get(path).body, seen)) for path in PUBLIC]


def worker(where: Place, plan: Sizes) -> Iterator[Row]:
    """How long the start takes, and what memory is a worker's own (proportional share).

    The main process makes the app before the workers part, so they share what neither changes.
    """
    start = min(_start_seconds(where) for _start in range(STARTS))
    yield Row("start of a worker (import and create_app)", f"{start:.2f} s", "< 1.5 s")
    with serving(where) as server:
        yield Row("memory of a fresh worker (PSS)", _memory(server), "< 110 MB")
        crowd(server.address, plan.journeys, AT_ONCE)
        Robot(server.address, Random(1)).get("/werelden")  # noqa: S311
        what = f"  after {plan.journeys} journeys"
        yield Row(what, _memory(server), "< 110 MB")


def _memory(server: Server) -> str:
    worker, main = (_megabytes(process) for process in (server.workers[0], server.main))
    return f"{worker:.0f} MB, main process {main:.0f} MB"


def _megabytes(process: int) -> float:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return int(rollup.split(chr(10) + "Pss:", 1)[1].split()[0]) / 1024


def _start_seconds(where: Place) -> float:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", START],
        env={**os.environ, **where.environment},
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout.split()[-1])


def _microseconds(work: Callable[[], object]) -> str:
    best = min(timeit.repeat(work, number=TIMES, repeat=REPEATS)) / TIMES
    return f"{best * 1e6:.0f} us"


def _weight(robot: Robot, body: bytes, seen: set[str]) -> float:
    """Kilobytes of a page and of its parts that were not seen before."""
    new = [path for path in dict.fromkeys(PARTS.findall(body.decode())) if path not in seen]
    seen.update(new)
    parts = [body, *(robot.get(path).body for path in new)]
    return sum(len(gzip.compress(part, 6)) for part in parts) / 1000
