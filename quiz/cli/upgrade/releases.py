"""Versions side by side in one folder, a link that says which one runs, and what went before."""

import json
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import click

_WHEEL = re.compile(r"zeven_werelden-(\d[\w.!+]*)-py3-none-any\.whl")
KEPT = 3


@dataclass(frozen=True)
class Turn:
    """One upgrade: from which version to which, and the backup that was made before it.

    `migrated`: the tables changed, so that going back needs that backup.
    """

    before: str
    after: str
    backup: str
    migrated: bool


@dataclass(frozen=True)
class Releases:
    """The folder of all versions, such as /opt/zeven-werelden."""

    folder: Path

    @property
    def current(self) -> str:
        """The version that runs. Raises a clear line when nothing was installed."""
        link = self.folder / "current"
        if not link.is_symlink():
            raise click.ClickException(f"{link} is not there: first `quiz setup`")
        return link.readlink().name

    def program(self, version: str) -> Path:
        """The command of a version."""
        return self.folder / "releases" / version / "bin" / "quiz"

    def is_in_place(self, version: str) -> bool:
        """Whether all of a version is there."""
        return (self.folder / "releases" / version / ".complete").exists()

    def switch(self, version: str) -> None:
        """Let the link lead to a version, from one instant to the next."""
        beside = self.folder / ".current.new"
        beside.unlink(missing_ok=True)
        beside.symlink_to(f"releases/{version}")
        beside.replace(self.folder / "current")

    def turns(self) -> list[Turn]:
        """Every upgrade that was not gone back on, oldest first."""
        try:
            text = (self.folder / "upgrades.json").read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return [Turn(**each) for each in json.loads(text)]

    def write_turns(self, turns: list[Turn]) -> None:
        """Keep them, whole or not at all."""
        file = self.folder / "upgrades.json"
        beside = file.with_suffix(".new")
        beside.write_text(json.dumps([asdict(turn) for turn in turns], indent=1), encoding="utf-8")
        beside.replace(file)

    def tidy(self) -> list[str]:
        """Remove versions that nobody goes back to any more; which ones."""
        reachable = [turn.before for turn in self.turns()][1 - KEPT :]
        gone = [
            path.name
            for path in sorted((self.folder / "releases").iterdir())
            if path.name not in {*reachable, self.current}
        ]
        for version in gone:
            shutil.rmtree(self.folder / "releases" / version)
        return gone


def version_of(wheel: Path) -> str:
    """The version of a wheel of ours, by its name. Raises a clear line."""
    found = _WHEEL.fullmatch(wheel.name)
    if found is None or not wheel.is_file():
        raise click.ClickException(f"{wheel} is no wheel of a release (zeven_werelden-...whl)")
    return found[1]
