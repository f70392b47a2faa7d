"""`quiz trail`: who did what, with which account, class or share, and when."""

import os

import click

from quiz.cli.accounts import school_name, writing_accounts
from quiz.config import Settings
from quiz.config.school_time import stamp


@click.command()
@click.option("--school", help="Only of this school, and what was done to it.")
@click.option("--lines", default=100, show_default=True, type=click.IntRange(1, 100_000))
def trail(school: str | None, lines: int) -> None:
    """Print the trail of staff, newest line first: never anything about a pupil."""
    from quiz.usecases.staff.schools import find_school
    from quiz.usecases.staff.trail import trail_of

    settings = Settings.from_environment(os.environ)
    with writing_accounts() as session:
        chosen = None if school is None else find_school(session, school_name(school)).id
        found = trail_of(session, chosen, most=lines)
    if not found:
        click.echo("nothing was done yet", err=True)
    for line in found:
        who = line.who or "command line, or removed"
        of = f" of {line.school}" if line.school else ""
        thing = line.kind if line.object_id is None else f"{line.kind} {line.object_id}"
        click.echo(f"{stamp(line.moment, settings.time_zone)}  {who}{of}  {line.action}  {thing}")
