"""Robots that walk on while servers die and start beside them."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from random import Random

from quiz.lab.bench.robots import Page, Robot

SECONDS_BETWEEN = 0.5


@dataclass
class Wanderer(Robot):
    """A robot that goes to the next node when one does not answer, as a balancer sends it."""

    nodes: list[str] = field(default_factory=list)
    pace: Callable[[], None] = lambda: None

    def submit(self, page: Page) -> Page:
        """At the pace of the load."""
        self.pace()
        return super().submit(page)

    def go_elsewhere(self) -> None:
        """Try the next one, in a moment."""
        wait_a_moment()
        self.address = self.nodes[(self.nodes.index(self.address) + 1) % len(self.nodes)]
        self._connection = HTTPConnection(self.address, timeout=60)


class Load:
    """Robots that begin a new journey whenever one is done, until they are told to stop."""

    def __init__(self, nodes: list[str], at_once: int) -> None:
        self.nodes = nodes
        self.robots: list[Robot] = []
        self._stopping = threading.Event()
        self._pause = 0.0
        self._threads = ThreadPoolExecutor(at_once)
        self._walkers = [self._threads.submit(self._walk, seed) for seed in range(at_once)]

    @property
    def forms(self) -> int:
        """How many forms the server said yes to so far."""
        return sum(len(robot.sent) for robot in list(self.robots))

    def wait_for(self, forms: int) -> None:
        """Wait until so many more forms were acknowledged; raises what stopped a robot."""
        enough = self.forms + forms
        while self.forms < enough:
            for walker in self._walkers:
                if walker.done():
                    walker.result()
            wait_a_moment()

    @contextmanager
    def slowly(self) -> Iterator[None]:
        """While a server starts and nothing else happens: a form now and then is enough."""
        self._pause = SECONDS_BETWEEN
        yield
        self._pause = 0.0

    def finish(self) -> None:
        """Let every robot end its journey; the first error of any is raised."""
        self._stopping.set()
        for walker in self._walkers:
            walker.result()
        self._threads.shutdown()

    def _walk(self, seed: int) -> None:
        chance = Random(seed)  # noqa: S311
        while not self._stopping.is_set():
            robot = Wanderer(self.nodes[seed % len(self.nodes)], chance, nodes=self.nodes)
            robot.pace = lambda: time.sleep(self._pause)
            robot.patience = robot.go_elsewhere
            self.robots.append(robot)
            robot.walk()
            robot.close()


def wait_a_moment() -> None:
    """As long as a pupil would never notice."""
    time.sleep(0.05)
