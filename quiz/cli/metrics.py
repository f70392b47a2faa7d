"""`quiz metrics`: how it is in OpenMetrics text, for a monitor that collects numbers."""

import os
from pathlib import Path

import click

from quiz.config import Settings
from quiz.config.school_time import now
from quiz.config.whole_file import whole_file


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file, whole or not at all, instead of showing it.",
)
def metrics(output: Path | None) -> None:
    """Tell in OpenMetrics text whether the database, the nights and the disk are well.

    Numbers of the machine alone: nothing of pupils or staff, and no count of them.
    """
    from quiz.cli.doctor.files import embedded
    from quiz.cli.doctor.stored import state
    from quiz.cli.open_metrics import as_text

    settings = Settings.from_environment(os.environ)
    file = embedded(settings)
    text = as_text(settings, file, state(settings, file), now())
    if output is None:
        click.echo(text, nl=False)
        return
    with whole_file(output) as place:
        place.write_text(text, encoding="utf-8")
        if place.is_file():
            place.chmod(0o644)  # for a monitor, which is another user
