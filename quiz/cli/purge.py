"""`quiz purge`: remove what the privacy page says we no longer keep. Run it every day."""

import os
import sys
from contextlib import closing

import click

from quiz.cli.stored import require_migrated
from quiz.config import Settings
from quiz.config.school_time import now

_NOT_REWRITTEN = (
    "the file of the database is in use or the disk is full: traces of what was erased may be in "
    "it; run `quiz purge` again"
)


@click.command()
@click.option("--dry-run", is_flag=True, help="Only count; change nothing.")
def purge(*, dry_run: bool) -> None:
    """Remove attempts of earlier school years, those unused for 90 days, shares that ended.

    Pupils go on meanwhile. Stopped half-way, it goes on where it was when you run it again.
    """
    from quiz.storage.database import Database
    from quiz.usecases.backup.operations import clear_away
    from quiz.usecases.retention import count_expired
    from quiz.usecases.retention import purge as purge_attempts
    from quiz.usecases.upkeep import Job, note

    settings, moment = Settings.from_environment(os.environ), now()
    zone = settings.time_zone
    with closing(Database(settings.database_url)) as database:
        require_migrated(database)
        leaving = count_expired(database, moment, zone)
        if not dry_run:
            rows = leaving.of_classes + leaving.without_class + leaving.shares
            hidden = not sys.stderr.isatty()
            with click.progressbar(length=rows, file=sys.stderr, hidden=hidden) as progress:
                leaving = purge_attempts(database, moment, progress.update, zone)
            clear_away(settings)
            if not database.rewrite():
                click.echo(_NOT_REWRITTEN, err=True)
            note(database, Job.PURGE, now())
    verb = "would remove" if dry_run else "removed"
    click.echo(
        f"{verb} {leaving.of_classes} attempts of earlier school years "
        f"and {leaving.without_class} without a class; {leaving.shares} accesses that are over"
    )
