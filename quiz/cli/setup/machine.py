"""The machine that is set up, or a folder that stands for it, and the places on it."""

import os
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import click

USER = "zeven-werelden"
SETTINGS = "/etc/zeven-werelden.env"
DATA = "/var/lib/zeven-werelden"
BACKUPS = "/var/lib/zeven-werelden-backups"
PROGRAMS = "/opt/zeven-werelden"
CURRENT = f"{PROGRAMS}/current"
RECORD = f"{PROGRAMS}/setup.json"
WRAPPER = "/usr/local/sbin/quiz"
UNITS = "/etc/systemd/system"
SERVICE = "zeven-werelden.service"
TIMERS = ("zeven-werelden-purge.timer", "zeven-werelden-backup.timer")


@dataclass(frozen=True)
class Machine:
    """Where files go. In another root than `/` files are written and commands only shown.

    `dry`: nothing is written either.
    """

    root: Path = Path("/")
    dry: bool = False

    @property
    def is_real(self) -> bool:
        """Whether this is the machine itself, where commands are run."""
        return self.root == Path("/") and not self.dry

    def path(self, place: str) -> Path:
        """A place of the machine below this root."""
        return self.root / place.removeprefix("/")

    def read(self, place: str) -> str | None:
        """The text of a file; None when it is not there."""
        try:
            return self.path(place).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def write(self, place: str, text: str, mode: int) -> None:
        """Put a file in its place whole, with its mode from the first byte on."""
        if self.dry:
            return
        path = self.path(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(text)
        beside.chmod(mode)
        beside.replace(path)

    def remove(self, place: str) -> None:
        """Take a file away."""
        if not self.dry:
            self.path(place).unlink()

    def move(self, place: str, other: str) -> None:
        """Give a file another name, if it is there."""
        if not self.dry and self.path(place).exists():
            self.path(place).rename(self.path(other))

    def make_folder(self, place: str, user: str) -> None:
        """A folder that one user alone may look into."""
        if self.dry:
            return
        self.path(place).mkdir(parents=True, mode=0o700)
        if self.is_real:
            shutil.chown(self.path(place), user, user)

    def require_root(self) -> None:
        """Refuse where we could not do our work."""
        if self.root == Path("/") and os.geteuid() != 0:
            raise click.ClickException("run this with sudo: it writes in /etc and starts services")

    def has(self, program: str) -> bool:
        """Whether a program is installed, as far as it matters here."""
        path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
        return not self.is_real or shutil.which(program, path=path) is not None

    def run(self, *words: str) -> None:
        """Run a command and show it; else only show it. Raises a clear line."""
        click.echo(f"{'run' if self.is_real else 'would run':<9} {shlex.join(words)}")
        if self.is_real:
            run(*words)


def run(*words: str) -> str:
    """What a command says; one clear line when it fails."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    done = subprocess.run(  # noqa: S603
        words, check=False, capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    if done.returncode != 0:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        said = lines[-1].removeprefix("Error: ") if lines else f"exit code {done.returncode}"
        raise click.ClickException(f"{shlex.join(words)} failed: {said}")
    return done.stdout
