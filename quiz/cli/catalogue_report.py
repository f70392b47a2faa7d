"""`quiz catalogue report`: which next steps pupils get, as a table in a file."""

from pathlib import Path

import click

from quiz.cli.whole_file import whole_file


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def report(file: Path) -> None:
    """Write to FILE which next steps pupils get from the files of this product, as a table."""
    from quiz.domain.catalogue.evaluation.report import report as text_of
    from quiz.domain.catalogue.files.load import load_catalogue

    with whole_file(file) as place:
        place.write_text(text_of(load_catalogue()), encoding="utf-8")
    click.echo(f"Geschreven: {file}")
