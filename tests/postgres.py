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


@contextmanager
def running() -> Iterator[str]:
    """Start a server that only listens on a socket of its own; gives its DATABASE_URL."""
    with TemporaryDirectory(prefix="quiz-postgres-") as name:
        yield from _serve(Path(name))


def _serve(folder: Path) -> Iterator[str]:
    data, socket = folder / "data", folder / "socket"
    socket.mkdir()
    _make_ours(folder)
    _run("initdb", "-D", data, "-U", "quiz", "--auth=trust", "-E", "UTF8", "--no-sync")
    # Durability is PostgreSQL's own promise; switched off, the tests are quicker.
    options = f"-c listen_addresses='' -k {socket} -F"
    _run("pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start")
    try:
        yield f"postgresql://quiz@/postgres?host={socket}"
    finally:
        _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


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
