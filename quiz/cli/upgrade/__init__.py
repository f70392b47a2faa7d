"""`quiz upgrade`: another version of the quiz on this machine, and back."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.terminal import confirm

if TYPE_CHECKING:
    from quiz.cli.upgrade.turning import Installation


@click.command()
@click.argument("wheel", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--back", is_flag=True, help="Back to the version before the last upgrade.")
@click.option("--yes", is_flag=True, help="Do not ask, also where answers since then are lost.")
def upgrade(wheel: Path | None, *, back: bool, yes: bool) -> None:
    """Go on with the version in WHEEL, or back; each with a backup before.

    SHA256SUMS of the release must lie beside the wheel. The new version is put in place while the
    old one runs; then the quiz stands still for some seconds. What fails leads back by itself.
    """
    from quiz.cli.setup.machine import Machine

    if (wheel is None) is not back:
        raise click.UsageError("name the wheel of a release, or give --back")
    Machine().require_root()
    here = _this_machine()
    click.echo(f"version {here.releases.current} runs now")
    with _alone(here.releases.folder):
        if wheel is None:
            go_back(here, yes=yes)
        else:
            go_on(here, wheel)


def go_on(here: "Installation", wheel: Path) -> None:
    """Put a version in place and let it run. Raises a clear line."""
    from quiz.cli.upgrade.releases import version_of
    from quiz.cli.upgrade.turning import forward
    from quiz.config.paths import DEPLOY

    version = version_of(wheel)
    if version == here.releases.current:
        raise click.ClickException(f"version {version} runs already")
    click.echo(f"putting version {version} in place beside it (about a minute)")
    click.echo(
        here.run("sh", str(DEPLOY / "install.sh"), str(wheel), str(here.releases.folder)).strip()
    )
    forward(here, version)


def go_back(here: "Installation", *, yes: bool) -> None:
    """Let the version before the last upgrade run. Raises a clear line."""
    from quiz.cli.upgrade.turning import backup_is_there, backward

    turns = here.releases.turns()
    if not turns:
        raise click.ClickException("there was no upgrade: there is no version to go back to")
    turn = turns[-1]
    if not here.releases.is_in_place(turn.before):
        raise click.ClickException(f"version {turn.before} is gone: install it, and then again")
    if not backup_is_there(turn):
        raise click.ClickException(f"the tables changed since, and {turn.backup} is gone")
    if turn.migrated and not yes:
        confirm(
            f"The tables changed: the database becomes {turn.backup}, and what was answered "
            "since is only in a new backup. Go back?",
            "to go back, add --yes",
        )
    backward(here, turn)


def _this_machine() -> "Installation":
    from quiz.cli.setup.health import wait_until_well
    from quiz.cli.setup.machine import BACKUPS, PROGRAMS, WRAPPER, run
    from quiz.cli.upgrade.releases import Releases
    from quiz.cli.upgrade.turning import Installation

    return Installation(Releases(Path(PROGRAMS)), WRAPPER, Path(BACKUPS), run, wait_until_well)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Refuse while another upgrade is busy."""
    with (folder / "lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise click.ClickException("another upgrade is busy: wait for it") from problem
        yield
