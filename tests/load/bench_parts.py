"""What single parts cost: the engine, the weight of pages, the start and memory of a worker."""

import gzip
import re
import subprocess
import sys
import timeit
from collections.abc import Callable
from pathlib import Path
from random import Random

from quiz.scoring import Scorer
from tests.load.robots import Robot
from tests.load.table import Row
from tests.server import Server

ANSWERED = 28
REPEATS, TIMES = 5, 300
STARTS = 3
WALKS = 3
PARTS = re.compile(
    r'<(?:link[^>]*?rel="(?:stylesheet|icon)"[^>]*?href|link[^>]*?href|script[^>]*?src|'
    r'img[^>]*?src|image[^>]*?href)="(/static/[^"]+)"'
)
START = (
    "import time; before = time.perf_counter(); from quiz.app import create_app; "
    "create_app(); print(time.perf_counter() - before)"
)
PUBLIC = ("/werelden", "/werelden/hitech-science", "/over", "/privacy")


def engine() -> list[Row]:
    """Scoring one pupil, choosing seven questions, the reasons for three worlds."""
    scorer = Scorer.load()
    chance = Random(5)  # noqa: S311
    asked = chance.sample(list(scorer.items), ANSWERED)
    answers = {question: chance.randint(1, 5) for question in asked}
    half = dict(list(answers.items())[: ANSWERED // 2])
    worlds = scorer.profile(answers).worlds[:3]

    def reasons() -> None:
        for world in worlds:
            scorer.explain(answers, world)

    return [
        Row("score one pupil", _microseconds(lambda: scorer.profile(answers)), "< 60 us"),
        Row("choose the next seven", _microseconds(lambda: scorer.next_items(half, 7)), "< 200 us"),
        Row("reasons for three worlds", _microseconds(reasons), "< 60 us"),
    ]


def pages(server: Server) -> list[Row]:
    """Compressed weights along the way; parts that a browser already has weigh nothing.

    Of a few walks the heaviest counts: a robot may say "I don't know" to nearly everything.
    """
    walks = [_walk(Robot(server.address, Random(seed))) for seed in range(WALKS)]  # noqa: S311
    heaviest = max(walks, key=lambda walk: sum(weight for _path, weight in walk))
    (_path, first), *others = heaviest
    rows = [Row("first page with everything, gzip", f"{first:.1f} kB", "< 40 kB")]
    return rows + [Row(f"  then {path}", f"{weight:.1f} kB", "< 8 kB") for path, weight in others]


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


def worker(server: Server) -> list[Row]:
    """How long a worker takes to start, and what memory is its own (proportional share)."""
    start = min(_start_seconds(server) for _start in range(STARTS))
    rollup = Path(f"/proc/{server.worker}/smaps_rollup").read_text(encoding="ascii")
    kilobytes = int(rollup.split("\nPss:", 1)[1].split()[0])
    return [
        Row("start of a worker (import and create_app)", f"{start:.2f} s", "< 1.5 s"),
        Row("memory of a worker after all this (PSS)", f"{kilobytes / 1024:.0f} MB", "< 110 MB"),
    ]


def _start_seconds(server: Server) -> float:
    done = subprocess.run(
        [sys.executable, "-c", START],
        env=server.environment(),
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
