"""`quiz catalogue`: check the reference data and write it out as files."""

from pathlib import Path

import click

from quiz import paths

_EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def catalogue() -> None:
    """Programmes, companies, events and places: check them, write them out."""


@catalogue.command()
@click.argument("folder", type=_EXISTING, default=paths.CATALOGUE_SEED)
def check(folder: Path) -> None:
    """Say what is wrong with the files in FOLDER (default: those of this product)."""
    from quiz.catalogue import check_catalogue

    findings = check_catalogue(folder)
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        raise click.ClickException(f"{len(findings)} to mend in {folder}; nothing was used")
    click.echo(f"The catalogue in {folder} is good.")


@catalogue.command()
@click.argument("folder", type=_FOLDER)
def export(folder: Path) -> None:
    """Write the catalogue as CSV files into FOLDER; nothing there is written over."""
    from quiz.catalogue import CatalogueError, ExportRefused, export_catalogue, load_catalogue

    try:
        files = export_catalogue(load_catalogue(), folder)
    except (CatalogueError, ExportRefused) as problem:
        raise click.ClickException(str(problem)) from None
    click.echo(f"Wrote {len(files)} files into {folder}.")
