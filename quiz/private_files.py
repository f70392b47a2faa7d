"""Files that only one user of the machine may read, whoever makes them and whatever the umask."""

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
DEMO_SECRETS = "demo-secrets.json"
_BESIDE = ("", "-wal", "-shm", "-journal")  # SQLite's own, which get the mode of the database
_EMPTY, _MAGIC = b"", b"SQLite format 3\0"


def private_folder(folder: Path, ours: Collection[str]) -> None:
    """Make a folder that only we look into; one that is there too, if it holds nothing else.

    `ours`: names of files of ours. A folder that others use as well (/tmp) stays as it is.
    """
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    with suppress(OSError):  # of somebody else
        shared = folder.stat().st_mode & stat.S_ISVTX
        if not shared and all(each.name in ours for each in folder.iterdir()):
            _tighten(folder, FOLDER)


def private_database(file: Path) -> None:
    """Make the file of an SQLite database, empty and ours alone; one that is there becomes so.

    What SQLite makes beside it gets its mode. What cannot be opened, or is no database, stays as
    it is: SQLite says what is wrong with it.
    """
    with suppress(OSError):
        if _is_new(file) or _is_database(file):
            for each in files_of(file):
                with suppress(FileNotFoundError):
                    _tighten(each, FILE)


def files_of(file: Path) -> list[Path]:
    """A database and what SQLite puts beside it, whether these are there or not."""
    return [file.with_name(file.name + end) for end in _BESIDE]


def _is_new(file: Path) -> bool:
    """Whether we made it just now."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))
    except FileExistsError:
        return False
    return True


def _is_database(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) in (_EMPTY, _MAGIC)


def _tighten(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) & ~mode:
        path.chmod(mode)
