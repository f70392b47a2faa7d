"""A real Redis (or Valkey) for the tests: in memory only, on a port of its own, gone afterwards."""

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = shutil.which("redis-server") or shutil.which("valkey-server")
START_SECONDS = 20.0


def is_installed() -> bool:
    """Whether a server can be started here."""
    return PROGRAM is not None


class Redis:
    """A server that can be killed, frozen and started again. It forgets everything when it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens; raises RuntimeError when it does not."""
        words = {"port": self._port, "bind": "127.0.0.1", "dir": self._folder, "appendonly": "no"}
        options = [part for name, value in words.items() for part in (f"--{name}", str(value))]
        command = [PROGRAM or "redis-server", *options, "--save", ""]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        end = time.monotonic() + START_SECONDS
        while not self._listens():
            if time.monotonic() > end:
                raise RuntimeError("redis-server does not start")
            time.sleep(0.02)

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """It accepts calls and answers none of them, as a machine that hangs."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It answers again."""
        self._signal(signal.SIGCONT)

    def _signal(self, what: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(what)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0


@contextmanager
def running() -> Iterator[Redis]:
    """Start one in a temporary folder."""
    with TemporaryDirectory(prefix="quiz-redis-") as folder:
        server = Redis(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.kill()
