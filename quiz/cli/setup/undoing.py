"""Undoing a set-up: what we wrote goes, what people made or edited stays."""

import click

from quiz.cli.setup.machine import (
    BACKUPS,
    DATA,
    PROGRAMS,
    RECORD,
    SERVICE,
    SETTINGS,
    TIMERS,
    Machine,
)
from quiz.cli.setup.placing import ASIDE, Record, digest

_STAYS = (
    f"stays     {DATA}, {BACKUPS} (data) and {SETTINGS} (CODE_KEY, without which they say nothing)",
    f"stays     {PROGRAMS} (programs) and the user: remove them by hand when all data is gone",
)


def undo(machine: Machine) -> None:
    """Take the services and our files away; never data, backups or settings."""
    record = Record.read(machine)
    if not record.files:
        raise click.ClickException("nothing was set up here by `quiz setup`: nothing to undo")
    machine.run("systemctl", "disable", "--now", SERVICE, *TIMERS)
    for place, written in record.files.items():
        _remove(machine, place, written)
    machine.remove(RECORD)
    machine.run("systemctl", "daemon-reload")
    machine.run("systemctl", "reset-failed", "zeven-werelden*")
    machine.run("systemctl", "reload-or-restart", record.web["web"])
    click.echo("\n".join(_STAYS))


def _remove(machine: Machine, place: str, written: str) -> None:
    now = machine.read(place)
    if now is None:
        return
    if digest(now) != written:
        click.echo(f"kept      {place} (it was edited by hand)")
        return
    click.echo(f"removed   {place}")
    machine.remove(place)
    machine.move(place + ASIDE, place)
