"""A real server in a process of its own, as a founder starts it, for tests that need one."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from quiz.lab.bench.server import workers_of
from tests.demonstration import QUIZ, demonstration, own_environment

START_SECONDS = 60.0
POLL_SECONDS = 0.05
DATABASE = "quiz.sqlite3"


class Server:
    """`quiz demo` with a data folder of its own. It can be killed and started again.

    On SQLite the demonstration is made ready once for all servers of a process, which begin with a
    copy of it: all migrations and the catalogue take longer than serving.
    `settings` are added to its environment: another database, a place to count wrong codes. Two
    servers on one folder are two nodes of one installation: the second starts with `serve`.
    Its one class is empty: no examples. One worker, unless a test is about more.
    """

    def __init__(self, folder: Path, workers: int = 1, **settings: str) -> None:
        self.folder = folder
        self._workers = str(workers)
        self.settings = settings
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """What the server said so far."""
        path = self._log_file
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    @property
    def class_code(self) -> str:
        """The code of the demonstration class, as `quiz demo` prints it in its address."""
        return self.log.split("/meedoen/", 1)[1].split(None, 1)[0]

    @property
    def worker(self) -> int:
        """A process that handles requests (the main one only watches over them)."""
        return self.workers[-1]

    @property
    def workers(self) -> list[int]:
        """Every process that handles requests."""
        return workers_of(self._running().pid)

    @property
    def process(self) -> int:
        """The main process, which a supervisor stops."""
        return self._running().pid

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    def is_running(self, process: int) -> bool:
        """Whether it is still this process that serves."""
        mine = self._process
        return mine is not None and mine.pid == process and mine.poll() is None

    def environment(self) -> dict[str, str]:
        """The settings of this server, for another process that uses its data."""
        secrets = {name: self.secret(name) for name in ("SECRET_KEY", "CODE_KEY")}
        own = {"QUIZ_DEMO": "1", "DATA_DIR": str(self.folder), **self.settings}
        return {**own_environment(), **secrets, **own}

    def secret(self, name: str) -> str:
        """A secret that the demonstration made for itself."""
        stored = json.loads((self.folder / "demo-secrets.json").read_text(encoding="utf-8"))
        return str(stored[name])

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What stands in the database, read beside the running server."""
        with closing(sqlite3.connect(self.folder / DATABASE)) as database:
            return database.execute(query).fetchall()

    def change(self, statement: str) -> None:
        """Change the database beside the running server, as staff will do one day."""
        with closing(sqlite3.connect(self.folder / DATABASE)) as database:
            database.execute(statement)
            database.commit()

    def start(self, command: str = "demo") -> None:
        """Start and wait until it can serve; raises RuntimeError with its log if it cannot.

        `quiz demo` gives staff new passwords each time; after it, `serve` goes on with what is.
        """
        if command == "demo" and "DATABASE_URL" not in self.settings:
            self._begin_with_a_copy()
            command = "serve"
        own = self.environment() if command == "serve" else own_environment()
        empty = ["--empty"] if command == "demo" else []
        with self._log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(str(QUIZ), command, "--port", str(self.port)),
                    *("--workers", self._workers, *empty),
                ],
                env={**own, "DATA_DIR": str(self.folder), **self.settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        end = time.monotonic() + START_SECONDS
        while not self.healthy():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"the server does not start:\n{self.log[-2000:]}")
            time.sleep(POLL_SECONDS)

    def healthy(self) -> bool:
        """Whether /healthz answers well."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """End it at once, as a power cut does: no goodbye, nothing flushed."""
        self._end(signal.SIGKILL)

    def kill_worker(self) -> None:
        """End only a process that handles requests; the main one starts another."""
        os.kill(self.worker, signal.SIGKILL)

    def stop(self) -> None:
        """End it in good order."""
        self._end(signal.SIGTERM)

    def wait(self) -> int:
        """Wait until it ended after a signal; its exit code."""
        code = self._running().wait(timeout=START_SECONDS)
        self._process = None
        return code

    def _begin_with_a_copy(self) -> None:
        """Of the demonstration and of what it said; not when there is one already."""
        if not (self.folder / DATABASE).exists():
            folder, said = demonstration()
            shutil.copytree(folder, self.folder, dirs_exist_ok=True)
            self._log_file.write_bytes(said)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for step in (how, signal.SIGKILL):
            try:
                os.killpg(process.pid, step)
                process.wait(timeout=10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        process.wait()
        while is_listening(self.port):  # on a busy machine the worker dies a moment later
            time.sleep(POLL_SECONDS)

    @property
    def _log_file(self) -> Path:
        return self.folder / f"server-{self.port}.log"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the server is not running")
        return self._process


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    """Whether somebody answers on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
