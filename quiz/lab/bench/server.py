"""The server to measure, in a process of its own, as `quiz serve` starts it on a real machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.lab.bench.place import Place

HOST = "127.0.0.1"
START_SECONDS = 60.0
POLL_SECONDS = 0.05
QUIZ = "from quiz.cli import main; main()"


class NoStart(RuntimeError):
    """The server to measure does not start."""


class Server:
    """A running server: where it listens, its main process, and those that handle requests."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port = port
        self.address = f"{HOST}:{port}"
        self.main = process.pid

    @property
    def workers(self) -> list[int]:
        """The processes that handle its requests; a second one starts after the first listens."""
        return workers_of(self.main)

    def processor_seconds(self) -> float:
        """The processor time that all its processes have used so far."""
        return sum(map(processor_seconds, [self.main, *self.workers]))


@contextmanager
def serving(where: Place, workers: int | None = 1) -> Iterator[Server]:
    """Serve this place, with as many workers as it takes by itself for None.

    Raises NoStart with what it said when it cannot.
    """
    told = () if workers is None else ("--workers", str(workers))
    command = [sys.executable, "-c", QUIZ, "serve", *told]
    with running(command, where.environment, where.folder) as server:
        yield server


@contextmanager
def running(command: list[str], settings: dict[str, str], folder: Path) -> Iterator[Server]:
    """Run a server that takes `--port`, wait until it listens, and stop it afterwards."""
    port, log = free_port(), folder / "server.log"
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **settings}
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--port", str(port)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        end = time.monotonic() + START_SECONDS
        while not is_listening(port):
            if process.poll() is not None or time.monotonic() > end:
                raise NoStart(f"the server does not start: {log.read_text(encoding='utf-8')}")
            time.sleep(POLL_SECONDS)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    """Whether somebody answers on a port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def workers_of(server: int) -> list[int]:
    """The processes that a server started, which of a Granian handle its requests (Linux only)."""
    tasks = Path(f"/proc/{server}/task/{server}/children")
    return [int(number) for number in tasks.read_text(encoding="ascii").split()]


def processor_seconds(pid: int) -> float:
    """The processor time that a process has used so far (Linux only)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")")[-1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
