"""`quiz catalogue report`: which next steps pupils get, as a table in a file."""

from pathlib import Path

import click

from quiz.config.whole_file import write_whole


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def report(file: Path) -> None:
    """Write to FILE which next steps pupils get from the files of this product, as a table."""
    from quiz.domain.catalogue.evaluation.report import report as text_of
    from quiz.domain.catalogue.files.load import load_catalogue

    write_whole({file: text_of(load_catalogue()).encode()})
    click.echo(f"Geschreven: {file}")
