"""A real PostgreSQL for the tests: started once in a temporary folder, gone afterwards."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def is_installed() -> bool:
    """Whether a PostgreSQL server can be started here."""
    return bool(PROGRAMS)


class Postgres:
    """A server that only listens on a socket of its own. It can be stopped and started again."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        """Make its folders. Durability is a promise of PostgreSQL; tests are quicker without."""
        self._folder, self._data, self._socket = folder, folder / "data", folder / "socket"
        self._options = f"-c listen_addresses='' -k {self._socket}" + ("" if durable else " -F")
        self.url = f"postgresql://quiz@/postgres?host={self._socket}"
        self._socket.mkdir()
        _make_ours(folder)
        _run("initdb", "-D", self._data, "-U", "quiz", "--auth=trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = self._folder / "log"
        _run("pg_ctl", "-D", self._data, "-o", self._options, "-w", "-l", log, "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it: "immediate" as a crash does, "fast" in good order."""
        _run("pg_ctl", "-D", self._data, "-m", how, "stop")


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """Start a server in a temporary folder; gives its DATABASE_URL."""
    with stoppable(durable=durable) as server:
        yield server.url


@contextmanager
def stoppable(*, durable: bool = False) -> Iterator[Postgres]:
    """Start a server in a temporary folder, for a test that stops it and starts it again."""
    with TemporaryDirectory(prefix="quiz-postgres-") as name:
        server = Postgres(Path(name), durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def empty_database(url: str) -> Iterator[str]:
    """A database of its own on that server; gives its DATABASE_URL."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield url.replace("/postgres?", f"/{name}?")
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _make_ours(folder: Path) -> None:
    """PostgreSQL refuses to run as root: then the folder belongs to the user that Debian made."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        shutil.chown(folder / "socket", "postgres")


def _run(program: str, *arguments: object) -> None:
    command = [str(PROGRAMS[-1] / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, capture_output=True, cwd="/")
