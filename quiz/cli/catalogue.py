"""`quiz catalogue`: check the reference data, put it into the database, write it out as files.

What it says is Dutch: coordinators and school secretaries read it. Heavy modules are imported
inside the commands, so that `quiz --help` stays quick.
"""

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz import paths

if TYPE_CHECKING:
    from quiz.catalogue import Catalogue
    from quiz.config import Settings
    from quiz.records.catalogue_store import Loaded

_EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def catalogue() -> None:
    """Programmes, companies, events and places: check, load, write out, evaluate."""


@catalogue.command()
@click.argument("folder", type=_EXISTING, default=paths.CATALOGUE_SEED)
def check(folder: Path) -> None:
    """Say what is wrong with the files in FOLDER (default: those of this product)."""
    from quiz.catalogue import check_catalogue

    findings = check_catalogue(folder)
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        count = "1 ding" if len(findings) == 1 else f"{len(findings)} dingen"
        raise click.ClickException(f"{count} om te herstellen in {folder}. Er is niets gebruikt.")
    click.echo(f"De catalogus in {folder} is in orde.")


@catalogue.command()
@click.argument("folder", type=_EXISTING, default=paths.CATALOGUE_SEED)
@click.option("--remove", is_flag=True, help="Also remove rows that the files no longer hold.")
def load(folder: Path, *, remove: bool) -> None:
    """Put the files in FOLDER (default: those of this product) into the database.

    Rows are added and updated; a row that was edited here is never overwritten. All or nothing.
    """
    from quiz.catalogue import CatalogueError, load_catalogue
    from quiz.config import Settings

    settings = Settings.from_environment(os.environ)
    try:
        done = load_into(settings, load_catalogue(folder), remove=remove)
    except CatalogueError as problem:
        raise click.ClickException(f"{problem}\nEr is niets geladen.") from None
    click.echo(_said(done))


@catalogue.command()
@click.argument("folder", type=_FOLDER)
def export(folder: Path) -> None:
    """Write the catalogue as CSV files into FOLDER; nothing there is written over.

    It comes from the database; while none is set up or loaded, from the files of this product.
    """
    from quiz.catalogue import CatalogueError, ExportRefused, export_catalogue, load_catalogue

    stored = _stored_catalogue()
    try:
        files = export_catalogue(stored or load_catalogue(), folder)
    except (CatalogueError, ExportRefused) as problem:
        raise click.ClickException(str(problem)) from None
    source = "de database" if stored else "de bestanden van dit product"
    click.echo(f"{len(files)} bestanden geschreven in {folder}, uit {source}.")


def load_into(settings: "Settings", found: "Catalogue", *, remove: bool = False) -> "Loaded":
    """Load a catalogue into the database of these settings, in one transaction."""
    from quiz.migrations.run import current_revision, newest_revision
    from quiz.records import Database
    from quiz.records.catalogue_store import load_seed

    with closing(Database(settings.database_url)) as database:
        if current_revision(database) != newest_revision():
            raise click.ClickException("De database is niet bij: doe eerst `quiz db upgrade`.")
        with database.writing() as session:
            return load_seed(session, found, datetime.now(UTC), remove=remove)


def _said(done: "Loaded") -> str:
    """What a load did, in one line; what is nought is left out."""
    parts = [
        f"{count} {what}"
        for count, what in (
            (done.added, "nieuw"),
            (done.changed, "bijgewerkt"),
            (done.removed, "weggehaald"),
            (done.kept, "hier aangepast en zo gelaten"),
            (done.unlisted, "niet meer in de bestanden en toch gebleven (--remove haalt ze weg)"),
        )
        if count
    ]
    return f"Catalogus geladen. Rijen: {', '.join(parts) or 'niets veranderd'}."


def _stored_catalogue() -> "Catalogue | None":
    """Give the catalogue of the database; None where no database or no catalogue is."""
    from quiz.config import InvalidSettings, Settings
    from quiz.migrations.run import current_revision, newest_revision
    from quiz.records import Database
    from quiz.records.catalogue_store import read_catalogue, stored_version

    try:
        settings = Settings.from_environment(os.environ)
    except InvalidSettings:
        return None
    with closing(Database(settings.database_url)) as database:
        file = Path(database.url.database or "")
        if database.is_sqlite and not file.is_file():
            return None
        if current_revision(database) != newest_revision():
            return None
        with database.reading() as session:
            return None if stored_version(session) is None else read_catalogue(session)
