"""The folder in which a backup is made or taken apart: ours alone, and gone afterwards.

It holds the whole database in plain. A process that is killed cannot remove it, so the next one
does. Whoever works in it holds a lock on a file in it, which ends with the process, whatever ends
that.
"""

import fcntl
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from quiz.config.private_files import FILE, FOLDER, files_of
from quiz.usecases.backup.archive import CONTENT, UNFINISHED, BackupError

REBUILT, TEXT = "rebuilt", "rows.sql"
_HELD = "held"
_PREFIX, _RIGHTS = ".backup-", 0o777
_NAME = re.compile(re.escape(_PREFIX) + r"[a-z0-9_]{8}")
_OURS = {_HELD, UNFINISHED, TEXT} | {
    each.name for name in (CONTENT, REBUILT, "expected") for each in files_of(Path(name))
}  # "expected" is of an earlier version


@contextmanager
def private_place(beside: Path) -> Iterator[Path]:
    """A private folder in another one, on the disk of the backup, which has room for it.

    What others left behind there goes first.
    """
    if not beside.is_dir():
        raise BackupError(f"the folder {beside} does not exist: make it first")
    remove_left_behind(beside)
    place, lock = _new_place(beside)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)


def remove_left_behind(beside: Path) -> None:
    """Remove the folders there that a process of ours left when it was killed."""
    for place in filter(_is_ours, beside.glob(f"{_PREFIX}*")):
        with suppress(OSError):
            lock = _opened(place)
            try:
                _hold(place, lock)
                shutil.rmtree(place, ignore_errors=True)
            finally:
                os.close(lock)


def _is_ours(place: Path) -> bool:
    """Made by our user, closed to others, with files that we make and no others in it."""
    if not _NAME.fullmatch(place.name):
        return False
    with suppress(OSError):  # gone just now, or of somebody else
        found = place.lstat()
        private = stat.S_ISDIR(found.st_mode) and found.st_mode & _RIGHTS == FOLDER
        if private and found.st_uid == os.geteuid():
            return all(each.name in _OURS and not each.is_dir() for each in place.iterdir())
    return False


def _new_place(beside: Path) -> tuple[Path, int]:
    """Who clears away may come between making a folder and holding it: then once more."""
    while True:
        place = Path(mkdtemp(prefix=_PREFIX, dir=beside))
        try:
            lock = _opened(place)
        except FileNotFoundError:
            continue
        try:
            _hold(place, lock)
        except (BlockingIOError, FileNotFoundError):
            os.close(lock)
            continue
        except OSError:
            pass  # this disk knows no locks: nobody can tell, so nobody clears away
        return place, lock


def _opened(place: Path) -> int:
    return os.open(place / _HELD, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, FILE)


def _hold(place: Path, lock: int) -> None:
    """Raises OSError when somebody else holds it, or removed it just before."""
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if not os.path.samestat(os.fstat(lock), (place / _HELD).stat()):
        raise FileNotFoundError(place)
