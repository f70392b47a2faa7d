"""`quiz backup` and `quiz restore`: one file that holds everything but the secrets."""

import os
from datetime import datetime
from pathlib import Path

import click

from quiz.config import Settings
from quiz.config.school_time import now, stamp

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", type=_FILE)
def backup(file: Path) -> None:
    """Write a backup of the database to FILE, while the quiz goes on.

    Keep it where only you can read it, and keep CODE_KEY somewhere else.
    """
    from quiz.usecases.backup.operations import back_up
    from quiz.usecases.upkeep import Job, note_from_outside

    settings = Settings.from_environment(os.environ)
    archive = back_up(settings, file)
    note_from_outside(settings, Job.BACKUP, now())
    size = file.stat().st_size / 1e6
    click.echo(f"{file}: {archive.kind} at {archive.revision}, {size:.1f} MB")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Also when the database holds attempts now.")
@click.option("--other-key", is_flag=True, help="Also when it belongs to another CODE_KEY.")
@click.option(
    "--rehearse", is_flag=True, help="Only to try: tell what came back, and throw it away."
)
def restore(file: Path, *, replace: bool, other_key: bool, rehearse: bool) -> None:
    """Put the backup in FILE in the place of the database: whole, or not at all.

    Stop the quiz first: what pupils answer meanwhile would be lost. With --other-key nobody can
    tell who made the file: it is taken as data all the same, but the data may be anything.
    """
    from quiz.usecases.backup.operations import restore as put_back

    settings = Settings.from_environment(os.environ)
    if not file.exists():
        raise click.ClickException(f"{file} is not there: give a file that `quiz backup` made")
    if rehearse:
        _rehearse(settings, file)
        return
    archive = put_back(settings, file, replace=replace, other_key=other_key)
    moment = datetime.fromisoformat(archive.made_at)
    click.echo(f"the database is as it was at {stamp(moment, settings.time_zone)}")
    click.echo("everybody is signed out; open links are over: make new ones")
    click.echo("nobody sees what pupils shared: they say yes again; return codes are those of then")
    click.echo("passwords, roles and closed accounts are as they were then: look them through")
    click.echo("what was erased since then is back: run `quiz purge`, and erase again by hand")


def _rehearse(settings: Settings, file: Path) -> None:
    from quiz.usecases.backup.rehearsal import rehearse

    done = rehearse(settings, file)
    made = stamp(datetime.fromisoformat(done.archive.made_at), settings.time_zone)
    rows = ", ".join(f"{count} {name}" for name, count in done.rows.items())
    click.echo(f"{file} of {made} comes back whole, in {done.seconds:.1f} s: {rows}")
    click.echo("the scratch place is gone again; the database was not touched")
