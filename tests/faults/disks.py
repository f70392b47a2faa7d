"""A real disk that gets full under a real server, ten times (as root, on Linux).

    python -m tests.faults.disks

Mounts a small disk in memory for the data. Pupils answer until there is no room left; then there
is, and the one who was refused goes on. Prints what pupils and /healthz were told, and how many
acknowledged answers were lost.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from random import Random

from quiz.lab.bench.robots import Robot, Stuck
from quiz.lab.bench.table import machine
from tests.faults.kills import compare
from tests.faults.watching import health_at
from tests.live_server import Server

SIZE = "20m"
LEFT = 400_000  # bytes that are still free when the pupils come
TIMES, MOST_JOURNEYS = 10, 5_000


def main() -> None:
    """Full and room again, ten times."""
    _say(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}, {machine()}, a disk of {SIZE}")
    with tempfile.TemporaryDirectory() as folder, _small_disk(folder):
        server = Server(Path(folder))
        server.start()
        robots = [_pupil(server, 0)]
        try:
            for _time in range(TIMES):
                _full(server, Path(folder), robots)
            tally = compare(server, robots[:-1])
        finally:
            server.stop()
    _say(f"{tally.answers} acknowledged answers, {tally.lost} lost, {tally.double} double")
    sys.exit(1 if tally.lost or tally.double else 0)


def _full(server: Server, folder: Path, robots: list[Robot]) -> None:
    ballast = folder / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)) == 4096:
            pass
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - LEFT)
    while len(robots) < MOST_JOURNEYS and _goes_well(robots[-1]):
        robots.append(_pupil(server, len(robots)))
    _tell("no room", server, robots[-1])
    ballast.unlink()
    _tell("room again", server, robots[-1])
    robots[-1].walk(_where(robots[-1]))
    robots.append(_pupil(server, len(robots)))


def _goes_well(robot: Robot) -> bool:
    with suppress(Stuck):
        return bool(robot.walk(_where(robot)))
    return False


def _where(robot: Robot) -> str:
    """A pupil who began goes on; another begins."""
    return "/vragen" if any(form.path == "/code" for form in robot.sent) else "/start"


def _pupil(server: Server, number: int) -> Robot:
    return Robot(server.address, Random(number))  # noqa: S311


def _tell(what: str, server: Server, robot: Robot) -> None:
    """What a watching machine reads, and what a pupil sees who opens a page and starts."""
    status, words = health_at(server.address)
    connection = HTTPConnection(server.address, timeout=60)
    connection.request("GET", "/start")
    page = connection.getresponse().status
    connection.close()
    _say(
        f"{what:<11} /healthz {status} {words['status']}, database {words['database']}, disk "
        f"{words['disk']}; a page to read {page}; forms of this pupil so far {len(robot.sent)}"
    )


@contextmanager
def _small_disk(folder: str) -> Iterator[None]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
    subprocess.run(mount, check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
