"""`quiz purge`: remove what the privacy page says we no longer keep. Run it every day."""

import os
from contextlib import closing
from datetime import UTC, datetime

import click

from quiz.config import Settings


@click.command()
@click.option("--dry-run", is_flag=True, help="Only count; change nothing.")
def purge(*, dry_run: bool) -> None:
    """Remove attempts of earlier school years, those unused for 90 days, shares that ended."""
    from quiz.attempts.purge import count_leaving
    from quiz.attempts.purge import purge as purge_attempts
    from quiz.records import Database

    url = Settings.from_environment(os.environ).database_url
    act = count_leaving if dry_run else purge_attempts
    with closing(Database(url)) as database:
        leaving = act(database, datetime.now(UTC))
    verb = "would remove" if dry_run else "removed"
    click.echo(
        f"{verb} {leaving.of_classes} attempts of earlier school years "
        f"and {leaving.without_class} without a class; {leaving.shares} accesses that are over"
    )
