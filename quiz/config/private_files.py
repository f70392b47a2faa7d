"""Files that only one user of the machine may read, whoever makes them and whatever the umask."""

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
DEMO_SECRETS = "demo-secrets.json"
_BESIDE = ("", "-wal", "-shm", "-journal")  # SQLite's own, which get the mode of the database


def private_folder(folder: Path, ours: Collection[str]) -> None:
    """Make a folder that only we look into; one that is there too, if it holds nothing else.

    `ours`: names of files of ours. A folder that others use as well (/tmp) stays as it is.
    """
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    with suppress(OSError):  # of somebody else
        shared = folder.stat().st_mode & stat.S_ISVTX
        if not shared and all(each.name in ours for each in folder.iterdir()):
            _tighten(folder, FOLDER)


def new_database(file: Path) -> None:
    """Make the file of an SQLite database that is not there yet, empty and ours alone.

    One that is there is never opened here: closing it would take away the locks by which SQLite
    knows that this process is using it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    """
    with suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))


def private_database(file: Path) -> None:
    """Keep a database, which SQLite knows as one, and what stands beside it, to ourselves.

    What SQLite makes beside it gets its mode.
    """
    for each in files_of(file):
        with suppress(OSError):  # not there, or of somebody else
            _tighten(each, FILE)


def files_of(file: Path) -> list[Path]:
    """A database and what SQLite puts beside it, whether these are there or not."""
    return [file.with_name(file.name + end) for end in _BESIDE]


def _tighten(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) & ~mode:
        path.chmod(mode)
