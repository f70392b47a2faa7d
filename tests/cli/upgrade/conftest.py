"""A machine with releases as `install.sh` makes them, and a service that really serves.

What packages need comes from the environment of the tests: only our own wheel is installed.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quiz.cli.setup.health import wait_until_well
from quiz.cli.setup.machine import SERVICE, run
from quiz.cli.upgrade.releases import Releases, version_of
from quiz.cli.upgrade.turning import Installation
from tests.cli.upgrade.wheels import NEWER, OLD, release
from tests.conftest import SECRETS
from tests.live_server import free_port

PATIENCE = 240.0  # of a machine that many use
SAME, BROKEN = "0.1.1", "0.3.0"
KINDS: dict[str, dict[str, bool]] = {
    OLD: {},
    SAME: {},
    NEWER: {"migrates": True},
    BROKEN: {"migrates": True, "broken": True},
}


@dataclass
class Operated:
    """The machine: its folder, what runs, and what was asked of systemd and of `quiz setup`."""

    folder: Path
    installed: Path
    port: int = field(default_factory=free_port)
    asked: list[str] = field(default_factory=list)
    service: subprocess.Popen[bytes] | None = None

    @property
    def here(self) -> Installation:
        """As `quiz upgrade` knows it."""
        return Installation(
            Releases(self.folder),
            str(self.folder / "quiz"),
            self.folder / "backups",
            self.run,
            lambda: wait_until_well(self.port, PATIENCE),
        )

    def run(self, *words: str) -> str:
        """Commands for real; the service is a process of ours, and /etc stays as it is."""
        if words[0] == "systemctl":
            self.asked.append(words[1])
            self._systemctl(words)
            return ""
        if words[1:] == ("setup", "--files"):
            return ""
        if words[0] == "sh":
            self.put_in_place(version_of(Path(words[2])))
        return run(*words)

    def put_in_place(self, version: str) -> None:
        """Make a version of the session one of this machine."""
        releases = self.folder / "releases"
        releases.mkdir(exist_ok=True)
        (releases / version).symlink_to(self.installed / version)

    def quiz(self, *words: str) -> str:
        """The command line as an operator types it."""
        return run(str(self.folder / "quiz"), *words)

    def _systemctl(self, words: tuple[str, ...]) -> None:
        if SERVICE in words and words[1] == "stop" and self.service:
            self.service.terminate()
            self.service.wait(40)
            self.service = None
        if SERVICE in words and words[1] == "start":
            command = [
                str(self.folder / "quiz"),
                "serve",
                "--port",
                str(self.port),
                "--workers",
                "1",
            ]
            self.service = subprocess.Popen(command, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel of each version."""
    folder = tmp_path_factory.mktemp("wheels")
    return {version: release(folder / version, version, **kind) for version, kind in KINDS.items()}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, wheels: dict[str, Path]) -> Path:
    """Each version in a folder of its own, and the database of the old one."""
    folder = tmp_path_factory.mktemp("installed")
    for version, wheel in wheels.items():
        _install(folder / version, wheel)
    subprocess.run(
        [folder / OLD / "bin/quiz", "db", "upgrade"],
        check=True,
        capture_output=True,
        env=_environment(folder / "data"),
    )
    return folder


@pytest.fixture
def machine(tmp_path: Path, installed: Path) -> Iterator[Operated]:
    """The old version runs, on a database with its tables."""
    operated = Operated(tmp_path, installed)
    operated.put_in_place(OLD)
    operated.here.releases.switch(OLD)
    (tmp_path / "backups").mkdir()
    shutil.copytree(installed / "data", tmp_path / "data")
    settings = _environment(tmp_path / "data").items()
    lines = "".join(f"export {name}='{value}'\n" for name, value in settings)
    wrapper = tmp_path / "quiz"
    wrapper.write_text(f'#!/bin/sh\n{lines}exec {tmp_path}/current/bin/quiz "$@"\n')
    wrapper.chmod(0o755)
    operated.run("systemctl", "start", SERVICE)
    operated.here.wait_until_well()
    operated.asked.clear()
    yield operated
    operated.run("systemctl", "stop", SERVICE)


def _environment(data: Path) -> dict[str, str]:
    values = {name.upper(): value for name, value in SECRETS.items()}
    return values | {"DATA_DIR": str(data), "PATH": os.environ["PATH"]}


def _install(target: Path, wheel: Path) -> None:
    """As install.sh does, without fetching what the tests have already."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", target], check=True)
    python = target / "bin/python"
    own = sysconfig.get_path("purelib", vars={"base": str(target)})
    (Path(own) / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    words = ["-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "-q"]
    subprocess.run([sys.executable, *words, str(wheel)], check=True, capture_output=True)
    (target / ".complete").touch()
