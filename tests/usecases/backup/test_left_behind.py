"""What a backup or restore that was killed leaves beside the file: gone with the next one."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quiz.config import Settings
from quiz.usecases.backup.operations import back_up, clear_away, restore
from quiz.usecases.backup.place import private_place
from quiz.usecases.services import Services
from tests.usecases.backup.test_a_backup_is_data import file

__all__ = ["file"]
BUSY = """
import sys; from pathlib import Path; from quiz.usecases.backup.place import private_place
with private_place(Path(sys.argv[1])) as place:
    for name in ("database", "database-journal", "rebuilt-wal", "rows.sql", "unfinished"):
        (place / name).write_text("everything")
    print(place, flush=True)
    sys.stdin.read()
"""


@contextmanager
def somebody_busy(folder: Path) -> Iterator[Path]:
    """Another process that makes a backup there; it is killed at the end."""
    command = [sys.executable, "-c", BUSY, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield Path(process.stdout.readline().decode().strip())
        process.kill()


def everything_that_clears(settings: Settings, folder: Path) -> list[Callable[[], object]]:
    return [
        lambda: back_up(settings, folder / "another"),
        lambda: restore(settings, folder / "backup", replace=True, other_key=False),
        lambda: clear_away(settings),
    ]


def test_what_a_killed_one_left_goes_and_what_somebody_works_in_stays(
    settings: Settings, services: Services, file: Path
) -> None:
    for clear in everything_that_clears(settings, file.parent)[: 2 + services.database.is_sqlite]:
        with somebody_busy(file.parent) as place:
            clear()
            assert (place / "database").read_text() == "everything"
        assert place.exists()
        clear_before = set(file.parent.iterdir())
        (file.parent / "another").unlink(missing_ok=True)
        clear()
        assert not place.exists()
        assert file in clear_before


def _with_a_letter(place: Path) -> None:
    place.mkdir(mode=0o700)
    (place / "letter.txt").touch()


def _with_a_folder(place: Path) -> None:
    (place / "database").mkdir(parents=True)
    place.chmod(0o700)


def _open_to_others(place: Path) -> None:
    place.mkdir()
    place.chmod(0o755)


def _somewhere_else(place: Path) -> None:
    elsewhere = place.with_name("elsewhere")
    elsewhere.mkdir(mode=0o700)
    (elsewhere / "database").touch()
    place.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "make", [_with_a_letter, _with_a_folder, _open_to_others, _somewhere_else, Path.touch]
)
def test_what_is_not_ours_stays(tmp_path: Path, make: Callable[[Path], None]) -> None:
    theirs = tmp_path / ".backup-20261126"
    make(theirs)
    with private_place(tmp_path):
        pass
    assert theirs.exists()
    assert not (tmp_path / "elsewhere").exists() or list((tmp_path / "elsewhere").iterdir())


def test_all_that_is_made_on_the_way_is_for_us_alone(
    settings: Settings, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert services
    seen: set[tuple[str, int]] = set()

    def look_and_remove(place: Path, ignore_errors: bool) -> None:
        seen.update((each.name, stat.S_IMODE(each.stat().st_mode)) for each in place.iterdir())
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        remove(place, ignore_errors=ignore_errors)

    remove = shutil.rmtree
    monkeypatch.setattr(shutil, "rmtree", look_and_remove)
    before = os.umask(0)
    try:
        back_up(settings, file.with_name("another"))
        restore(settings, file, replace=True, other_key=False)
    finally:
        os.umask(before)
    copied = "rebuilt" if services.database.is_sqlite else "rows.sql"
    assert seen == {(name, 0o600) for name in ("held", "database", copied)}
    assert stat.S_IMODE(file.with_name("another").stat().st_mode) == 0o600
