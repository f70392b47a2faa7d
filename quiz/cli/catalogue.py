"""`quiz catalogue`: check the reference data, put it into the database, write it out as files.

What it says is Dutch: coordinators and school secretaries read it. Heavy modules are imported
inside the commands, so that `quiz --help` stays quick.
"""

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.catalogue_import import import_files
from quiz.cli.catalogue_links import links
from quiz.cli.catalogue_report import report
from quiz.cli.stored import is_migrated
from quiz.cli.whole_sentences import WholeSentences
from quiz.config import paths, school_time

if TYPE_CHECKING:
    from quiz.domain.catalogue.catalogue import Catalogue
    from quiz.storage.catalogue_store import Loaded
    from quiz.storage.database import Database

_FILES = click.Path(path_type=Path, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_PAGE = click.Path(path_type=Path, dir_okay=False)
MOST_SAID = 200


@click.group(cls=WholeSentences)
def catalogue() -> None:
    """Programmes, companies, events and places: check, load, write out, evaluate."""


@catalogue.command()
@click.argument("folder", type=_FILES, default=paths.CATALOGUE_SEED)
@click.option("--links", is_flag=True, help="List the links that may break, to open by hand.")
def check(folder: Path, *, links: bool) -> None:
    """Say what is wrong with the files in FOLDER (default: those of this product).

    Files are CSV as any Excel writes it, or XLSX; instead of a folder, one workbook will do.
    """
    from quiz.domain.catalogue.fragile_links import fragile_links

    fragile = fragile_links(_read(folder))
    click.echo(f"De catalogus in {folder} is in orde.")
    click.echo(f"Links die kunnen breken: {len(fragile)}. Open ze elk schooljaar zelf (--links).")
    for link in fragile if links else ():
        click.echo(str(link))


@catalogue.command()
@click.argument("folder", type=_FILES, default=paths.CATALOGUE_SEED)
@click.option("--remove", is_flag=True, help="Also remove rows that the files no longer hold.")
def load(folder: Path, *, remove: bool) -> None:
    """Put the files in FOLDER (default: those of this product) into the database.

    Rows are added and updated; a row that was edited here is never overwritten. All or nothing.
    Instead of a folder, one workbook will do.
    """
    from quiz.config import Settings
    from quiz.domain.catalogue.files.findings import CatalogueError
    from quiz.storage.database import Database

    settings = Settings.from_environment(os.environ)
    with closing(Database(settings.database_url)) as database:
        if not is_migrated(database):
            raise click.ClickException("De database is niet bij: doe eerst `quiz db upgrade`.")
        try:
            done = load_into(database, _read(folder), remove=remove)
        except CatalogueError as problem:
            raise _refusal(problem.findings, folder) from None
    click.echo(_said(done))


catalogue.add_command(import_files)
catalogue.add_command(links)
catalogue.add_command(report)


@catalogue.command()
@click.argument("folder", type=_FOLDER)
@click.option("--xlsx", is_flag=True, help="One workbook for Excel, with a sheet for each table.")
def export(folder: Path, *, xlsx: bool) -> None:
    """Write the catalogue as CSV files into FOLDER; nothing there is written over.

    It comes from the database; while none is set up or loaded, from the files of this product.
    """
    from quiz.domain.catalogue.files.export import ExportRefused
    from quiz.domain.catalogue.files.export import export_catalogue as write_files
    from quiz.domain.catalogue.files.export import export_workbook as write_workbook
    from quiz.domain.catalogue.files.findings import CatalogueError
    from quiz.domain.catalogue.files.load import load_catalogue

    stored = _stored_catalogue()
    try:
        files = (write_workbook if xlsx else write_files)(stored or load_catalogue(), folder)
    except (CatalogueError, ExportRefused) as problem:
        raise click.ClickException(str(problem)) from None
    source = "de database" if stored else "de bestanden van dit product"
    count = "1 bestand" if len(files) == 1 else f"{len(files)} bestanden"
    click.echo(f"{count} geschreven in {folder}, uit {source}.")


@catalogue.command()
@click.option("--reach", type=_PAGE, help="Write a page with every municipality, and its map.")
@click.option("--before", type=_FILES, help="The files of before, to compare that page with.")
def evaluate(reach: Path | None, before: Path | None) -> None:
    """Show how many suggestions simulated pupils get, how near, how varied, and where it is thin.

    Judges the catalogue of the database; while none is loaded, the files of this product.
    """
    from quiz.domain.catalogue.evaluation.evaluation import evaluation_lines
    from quiz.domain.catalogue.evaluation.reach_page import reach_lines, write_reach
    from quiz.domain.catalogue.files.load import load_catalogue

    if before and not reach:
        raise click.UsageError("--before hoort bij --reach FILE")
    found = _stored_catalogue() or load_catalogue()
    if reach:
        files = write_reach(reach, _read(before) if before else found, found)
        click.echo(f"Geschreven: {' en '.join(map(str, files))}")
        return
    click.echo("\n".join([*evaluation_lines(found), "", *reach_lines(found)]))


def _read(folder: Path) -> "Catalogue":
    """Read the files, and say what is not as it was meant and was read all the same."""
    from quiz.domain.catalogue.files.findings import CatalogueError
    from quiz.domain.catalogue.files.load import read_files

    try:
        reading = read_files(folder)
    except CatalogueError as problem:
        raise _refusal(problem.findings, folder) from None
    for note in reading.notes:
        click.echo(note, err=True)
    return reading.catalogue


def _refusal(findings: Sequence[object], folder: Path) -> click.ClickException:
    """Say every finding on a line of its own; the last line says how many there are."""
    for finding in findings[:MOST_SAID]:
        click.echo(str(finding), err=True)
    if len(findings) > MOST_SAID:
        click.echo(f"... en nog {len(findings) - MOST_SAID}", err=True)
    count = "1 ding" if len(findings) == 1 else f"{len(findings)} dingen"
    return click.ClickException(f"{count} om te herstellen in {folder}. Er is niets gebruikt.")


def load_into(database: "Database", found: "Catalogue", *, remove: bool = False) -> "Loaded":
    """Load a catalogue into a migrated database, in one transaction. Raises CatalogueError."""
    from quiz.storage.catalogue_store import load_seed

    with database.writing() as session:
        return load_seed(session, found, school_time.now(), remove=remove)


def _said(done: "Loaded") -> str:
    """What a load did, in one line; what is nought is left out."""
    parts = [
        f"{count} {what}"
        for count, what in (
            (done.added, "nieuw"),
            (done.changed, "bijgewerkt"),
            (done.removed, "weggehaald"),
            (done.kept, "hier of uit DUO aangepast en zo gelaten"),
            (done.unlisted, "niet meer in de bestanden en toch gebleven (--remove haalt ze weg)"),
        )
        if count
    ]
    return f"Catalogus geladen. Rijen: {', '.join(parts) or 'niets veranderd'}."


def _stored_catalogue() -> "Catalogue | None":
    """The catalogue of the database; None where no database or no catalogue is."""
    from quiz.config import InvalidSettings, Settings
    from quiz.storage.catalogue_store import read_catalogue, stored_version
    from quiz.storage.database import Database

    try:
        settings = Settings.from_environment(os.environ)
    except InvalidSettings:
        return None
    with closing(Database(settings.database_url)) as database:
        if not is_migrated(database):
            return None
        with database.reading() as session:
            return None if stored_version(session) is None else read_catalogue(session)
