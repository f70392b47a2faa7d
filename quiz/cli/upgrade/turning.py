"""From one version to another and back: stop, backup, switch, migrate, start, see that it is well.

Whatever fails after the stop leads back to what ran before, by itself. A power failure half-way
leaves the turn written down, so that `quiz upgrade --back` knows where to go.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from quiz.cli.setup.machine import SERVICE, TIMERS
from quiz.cli.upgrade.releases import Releases, Turn
from quiz.config.school_time import now

_FAILURES = (click.ClickException, KeyboardInterrupt)


@dataclass(frozen=True)
class Installation:
    """What is turned: the versions, the command as the user of the service, where backups go."""

    releases: Releases
    wrapper: str
    backups: Path
    run: Callable[..., str]
    wait_until_well: Callable[[], str]

    def quiz(self, *words: str) -> str:
        """Run the version that the link leads to as the user of the service, and show it."""
        said = self.run(self.wrapper, *words)
        click.echo(said.rstrip())
        return said


def forward(here: Installation, version: str) -> None:
    """Let a version that is in place run. Raises a clear line, with the old one running again."""
    before, turns = here.releases.current, here.releases.turns()
    backup, migrated = "", False
    _stop(here)
    try:
        backup = _back_up(here, f"before-{version}")
        here.releases.write_turns([*turns, Turn(before, version, backup, migrated=True)])
        here.releases.switch(version)
        migrated = "migrated" in here.quiz("db", "upgrade")
        here.quiz("catalogue", "load")
        _start(here, version)
    except _FAILURES as problem:
        _return(here, before, backup if migrated else "", problem)
        here.releases.write_turns(turns)
        raise _gone_back(problem, before) from problem
    here.releases.write_turns([*turns, Turn(before, version, backup, migrated)])
    for gone in here.releases.tidy():
        click.echo(f"removed version {gone}, to which nobody goes back any more")
    click.echo(f"version {version} runs; back to {before} with: quiz upgrade --back")


def backward(here: Installation, turn: Turn) -> None:
    """Go back to the version before, with its backup where the tables changed since."""
    now_running, kept, restored = here.releases.current, "", False
    _stop(here)
    try:
        kept = _back_up(here, f"back-from-{now_running}")
        here.releases.switch(turn.before)
        if turn.migrated:
            here.quiz("restore", turn.backup, "--replace")
            restored = True
        _start(here, turn.before)
    except _FAILURES as problem:
        _return(here, now_running, kept if restored else "", problem)
        raise _gone_back(problem, now_running) from problem
    here.releases.write_turns(here.releases.turns()[:-1])
    click.echo(f"version {turn.before} runs again; what there was before is in {kept}")


def backup_is_there(turn: Turn) -> bool:
    """Whether the way back is open."""
    return not turn.migrated or Path(turn.backup).is_file()


def _back_up(here: Installation, why: str) -> str:
    """A backup that leaves with those of the nights, after two weeks."""
    moment = now().isoformat(timespec="seconds").partition("+")[0].replace(":", "")
    file = here.backups / f"quiz-{why}-{moment}.backup"
    here.quiz("backup", str(file))
    return str(file)


def _stop(here: Installation) -> None:
    click.echo("stopping: who is busy waits a moment; answers wait in the browser")
    here.run("systemctl", "stop", *TIMERS, SERVICE)


def _start(here: Installation, version: str) -> None:
    """With the files of that version; those that somebody edited stay."""
    here.run(str(here.releases.program(version)), "setup", "--files")
    here.run("systemctl", "start", SERVICE, *TIMERS)
    click.echo(f"health: {here.wait_until_well()}")


def _return(here: Installation, version: str, backup: str, problem: BaseException) -> None:
    """Let run again what ran, with the database as it was where that changed."""
    click.echo(f"{_said(problem)}: going back to {version}", err=True)
    here.run("systemctl", "stop", SERVICE)
    here.releases.switch(version)
    if backup:
        here.quiz("restore", backup, "--replace")
    _start(here, version)


def _gone_back(problem: BaseException, version: str) -> click.ClickException:
    return click.ClickException(f"{_said(problem)}; {version} runs again, as before")


def _said(problem: BaseException) -> str:
    return problem.message if isinstance(problem, click.ClickException) else "interrupted"
