"""`quiz setup` on a folder that stands for a machine."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from quiz.cli.setup.settings_file import read

SetUp = Callable[..., Result]
GIVEN = {
    "address": "https://quiz.planeet.example",
    "database": "sqlite",
    "web": "nginx",
    "certificate": "letsencrypt",
    "mail": "none",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder that stands for the machine."""
    folder = tmp_path / "machine"
    folder.mkdir()
    return folder


@pytest.fixture
def set_up(root: Path) -> SetUp:
    """Runs `quiz setup` with these options; `said` is what is typed."""

    def run(*words: str, said: str | None = None, **options: str) -> Result:
        given = [part for name, value in options.items() for part in (f"--{name}", value)]
        given = [word.replace("_", "-") if word.startswith("--") else word for word in given]
        return CliRunner().invoke(main, ["setup", "--root", str(root), *words, *given], input=said)

    return run


def everything(root: Path) -> dict[str, tuple[str, str]]:
    """Every file below the root: its mode and its text."""
    return {
        f"/{path.relative_to(root)}": (
            f"{stat.S_IMODE(path.stat().st_mode):04o}",
            path.read_text(encoding="utf-8"),
        )
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def settings(root: Path) -> dict[str, str]:
    """What stands in the file with settings."""
    return read((root / "etc/zeven-werelden.env").read_text(encoding="utf-8"))
