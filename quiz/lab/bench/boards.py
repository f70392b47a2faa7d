"""What the boards of teachers cost: they ask every other second, mostly for nothing new."""

import http.client
import time
from collections.abc import Iterator
from random import Random

from quiz.lab.bench.crowd import at_the_same_time
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.raw import Done
from quiz.lab.bench.robots import Robot
from quiz.lab.bench.server import Server, serving
from quiz.lab.bench.table import Row
from quiz.storage.tables.staff import Staff

PUPILS = 30
BOARDS, SECONDS_BETWEEN = 30, 2


def boards(where: Place, plan: Sizes) -> Iterator[Row]:
    """A poll with nothing new, and what thirty boards take of one processor."""
    teacher = where.staff("teacher")
    class_id, code = where.class_of(teacher)
    with serving(where) as server:
        robots = [Robot(server.address, Random(seed)) for seed in range(PUPILS)]  # noqa: S311
        at_the_same_time(robots, lambda robot: _begin(robot, code))
        done, cost = Board(where, server, teacher, class_id).ask(plan.polls)
    share = cost * BOARDS / SECONDS_BETWEEN / 1000
    spread = f"{done.within(0.5):.1f} / {done.within(0.95):.1f} ms"
    yield Row("a board of 30 with nothing new, p50 / p95", spread, "a 304")
    yield Row("  processor time of one", f"{cost:.2f} ms", "")
    yield Row("  thirty boards, of one processor", f"{share:.1%}", "little")


class Board:
    """A teacher who is signed in and looks at the board of a class."""

    def __init__(self, where: Place, server: Server, teacher: Staff, class_id: int) -> None:
        self._server = server
        self._line = http.client.HTTPConnection(server.address, timeout=60)
        self._cookie = where.cookie_of(teacher)
        self._path = f"/klassen/{class_id}/voortgang/nu"

    def ask(self, times: int) -> tuple[Done, float]:
        """Ask so often with nothing new: how long it took, and its processor time in ms."""
        tag = self._once("", 200)[1]
        before = self._server.processor_seconds()
        each = sorted(self._once(tag, 304)[0] for _time in range(times))
        cost = 1000 * (self._server.processor_seconds() - before) / times
        self._line.close()
        return Done(sum(each), each), cost

    def _once(self, tag: str, expected: int) -> tuple[float, str]:
        started = time.perf_counter()
        headers = {"Cookie": self._cookie, "If-None-Match": tag}
        self._line.request("GET", self._path, headers=headers)
        answer = self._line.getresponse()
        answer.read()
        if answer.status != expected:
            raise RuntimeError(f"{self._path} answers {answer.status}, not {expected}")
        return time.perf_counter() - started, answer.headers["ETag"]


def _begin(robot: Robot, code: str) -> None:
    """Join, and answer one block."""
    page = robot.get(f"/meedoen/{code}")
    for _form in range(3):
        page = robot.submit(page)
    robot.close()
