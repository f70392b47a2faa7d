"""What the boards of teachers cost: they ask every other second, mostly for nothing new."""

import http.client
import re
import time
from random import Random
from urllib.parse import urlencode

from tests.browser.teacher import EMAIL, password_of
from tests.load.crowd import at_the_same_time
from tests.load.raw import Done
from tests.load.robots import FORM_TYPE, Robot
from tests.load.table import Row
from tests.server import Server, processor_seconds

PUPILS = 30
POLLS = 600
BOARDS, SECONDS_BETWEEN = 30, 2
NUMBER = re.compile(rb"/klassen/(\d+)")


def measure(server: Server) -> list[Row]:
    """A poll with nothing new, and what thirty boards take of one processor."""
    robots = [Robot(server.address, Random(seed)) for seed in range(PUPILS)]  # noqa: S311
    at_the_same_time(robots, lambda robot: _begin(robot, server.class_code))
    teacher = Board(server)
    done, cost = teacher.ask(POLLS)
    share = cost * BOARDS / SECONDS_BETWEEN / 1000
    spread = f"{done.within(0.5):.1f} / {done.within(0.95):.1f} ms"
    return [
        Row("a board of 30 with nothing new, p50 / p95", spread, "a 304"),
        Row("  processor time of one", f"{cost:.2f} ms", ""),
        Row("  thirty boards, of one processor", f"{share:.1%}", "little"),
    ]


class Board:
    """A teacher who is signed in and looks at the board of a class."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._line = http.client.HTTPConnection(server.address, timeout=60)
        robot = Robot(server.address, Random(1))  # noqa: S311
        token = robot.get("/inloggen").form.values["csrf_token"]
        fields = {"csrf_token": token, "email": EMAIL, "password": password_of(server.log)}
        headers = {"Content-Type": FORM_TYPE, "Cookie": _cookies(robot.cookies)}
        self._line.request("POST", "/inloggen", urlencode(fields), headers)
        answer = self._line.getresponse()
        answer.read()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";", 1)[0].partition("=")
            robot.cookies[name] = value
        self._cookie = _cookies(robot.cookies)
        found = NUMBER.search(robot.get("/klassen").body)
        robot.close()
        assert found, "the demonstration teacher has no class"
        self._path = f"/klassen/{int(found[1])}/voortgang/nu"

    def ask(self, times: int) -> tuple[Done, float]:
        """Ask so often with nothing new: how long it took, and its processor time in ms."""
        tag = self._once("", 200)[1]
        before = processor_seconds(self._server.worker)
        each = sorted(self._once(tag, 304)[0] for _time in range(times))
        cost = 1000 * (processor_seconds(self._server.worker) - before) / times
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


def _cookies(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
