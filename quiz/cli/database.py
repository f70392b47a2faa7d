"""`quiz db`: the schema of the database."""

import os
from contextlib import closing

import click

from quiz.cli.whole_sentences import WholeSentences
from quiz.config import Settings
from quiz.config.school_time import now


@click.group(cls=WholeSentences)
def db() -> None:
    """Look after the database."""


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to the newest schema; do this after every update."""
    from quiz.storage.database import Database
    from quiz.storage.migrations.run import current_revision, upgrade
    from quiz.usecases.upkeep import note_installed

    url = Settings.from_environment(os.environ).database_url
    with closing(Database(url)) as database:
        before = current_revision(database)
        upgrade(database)
        after = current_revision(database)
        note_installed(database, now())
    click.echo("the database is up to date" if before == after else f"migrated to {after}")
