"""Many robots at once: each of a few processes runs its share of them as threads."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random

from quiz.lab.bench.robots import Page, Robot, Sent

PROCESSES = 2


@dataclass
class Journey:
    """One finished way: the forms that were sent, and the cookies and the page at its end."""

    sent: list[Sent]
    cookies: dict[str, str]
    page: Page


@dataclass(frozen=True)
class Share:
    """The part of the journeys that one process makes."""

    address: str
    seeds: range
    at_once: int
    until: str
    starts: Sequence[str]


def crowd(
    address: str,
    journeys: int,
    at_once: int,
    until: str = "/resultaat",
    starts: Sequence[str] = ("/start",),
) -> list[Journey]:
    """Let robots walk `journeys` ways, `at_once` at a time. The first error of any is raised.

    They take turns at where to start.
    """
    size, together = -(-journeys // PROCESSES), at_once // PROCESSES
    parts = (range(first, min(first + size, journeys)) for first in range(0, journeys, size))
    shares = [Share(address, seeds, together, until, starts) for seeds in parts]
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        return [journey for done in pool.map(_walk_share, shares) for journey in done]


def at_the_same_time(robots: list[Robot], work: Callable[[Robot], None]) -> None:
    """Let each robot do this in a thread of its own; the first error of any is raised."""
    with ThreadPoolExecutor(len(robots)) as threads:
        for _done in threads.map(work, robots):
            pass


def _walk_share(share: Share) -> list[Journey]:
    with ThreadPoolExecutor(share.at_once) as threads:
        return list(threads.map(lambda seed: _journey(share, seed), share.seeds))


def _journey(share: Share, seed: int) -> Journey:
    robot = Robot(share.address, Random(seed))  # noqa: S311
    try:
        page = robot.walk(share.starts[seed % len(share.starts)], share.until)
    finally:
        robot.close()
    return Journey(robot.sent, robot.cookies, page)
