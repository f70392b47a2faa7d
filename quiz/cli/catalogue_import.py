"""`quiz catalogue import duo`: files as downloaded from DUO, a preview, and with --apply the rows.

What it says is Dutch: coordinators and school secretaries read it.
"""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quiz.cli.showing import progress
from quiz.cli.stored import LOAD_FIRST, is_migrated
from quiz.cli.whole_sentences import WholeSentences
from quiz.config import school_time
from quiz.config.whole_file import write_whole

if TYPE_CHECKING:
    from quiz.domain.catalogue.duo.compare import Preview
    from quiz.domain.catalogue.duo.importing import Facts
    from quiz.storage.catalogue_import import Taken
    from quiz.storage.database import Database

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_NEW_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True)
class _Wanted:
    """What was asked for besides the files."""

    write: bool
    remove: bool
    whole: bool
    codes: Path | None


@click.group("import", cls=WholeSentences)
def import_files() -> None:
    """Bring in files that others keep: duo (schools, profiles, mbo, higher education)."""


@import_files.command()
@click.argument("files", type=_FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--apply", "write", is_flag=True, help="Do what the preview shows: all, or nothing.")
@click.option("--remove", is_flag=True, help="Also take away rows that DUO no longer has.")
@click.option("--all", "whole", is_flag=True, help="Show every row, not only the first of a kind.")
@click.option("--codes", type=_NEW_FILE, help="Write the codes that we do not know to this file.")
def duo(files: Sequence[Path], **asked: Any) -> None:
    """Compare FILEs of DUO with the catalogue of the database, and say what would change.

    Give the files as downloaded, several at once: docs/catalogue.md says which, and where they are.
    Nothing changes without --apply. A row that was edited or removed here stays as it is.
    """
    from quiz.config import Settings
    from quiz.storage.database import Database

    wanted = _Wanted(**asked)
    if wanted.codes and wanted.codes.exists():
        raise click.ClickException(f"{wanted.codes} bestaat al. Kies een andere naam.")
    settings = Settings.from_environment(os.environ)
    with closing(Database(settings.database_url)) as database:
        if not is_migrated(database):
            raise click.ClickException("De database is niet bij: doe eerst `quiz db upgrade`.")
        _import(database, _read(files), wanted)


def _read(files: Sequence[Path]) -> "Facts":
    """Read every file; the first that cannot be used ends it, by its name."""
    from quiz.domain.catalogue.duo.importing import Facts
    from quiz.domain.spreadsheets.errors import FileRefused

    facts = Facts(school_time.day_of(school_time.now()))
    for file in files:
        try:
            with progress(file.name, file.stat().st_size) as show:
                facts.read(file, show)
        except FileRefused as problem:
            raise click.ClickException(f"{file.name}: {problem} Er is niets gebruikt.") from None
    return facts


def _import(database: "Database", facts: "Facts", wanted: _Wanted) -> None:
    from quiz.cli.catalogue_preview import Shown, code_list, lines
    from quiz.domain.catalogue.duo.importing import propose
    from quiz.domain.spreadsheets.errors import FileRefused
    from quiz.storage.catalogue_import import take

    with database.reading() as session:
        taken = take(session)
    if taken is None:
        raise click.ClickException(LOAD_FIRST)
    try:
        preview = propose(taken.standing, facts)
    except FileRefused as problem:
        raise click.ClickException(f"{problem} Er is niets gebruikt.") from None
    shown = Shown(whole=wanted.whole, remove=wanted.remove)
    for line in lines(preview, facts, taken.standing.catalogue, shown):
        click.echo(line)
    if wanted.codes:
        write_whole({wanted.codes: code_list(preview.unknown).encode()})
    click.echo(_apply(database, taken, preview, wanted))


def _apply(database: "Database", taken: "Taken", preview: "Preview", wanted: _Wanted) -> str:
    """Write the preview where that was asked; returns what was done, in a sentence."""
    from quiz.domain.catalogue.files.findings import CatalogueError
    from quiz.storage.catalogue_import import CatalogueMoved, apply_import, outcome
    from quiz.storage.catalogue_rows import catalogue_of

    remove = wanted.remove
    if remove and preview.is_suspect:
        raise click.ClickException(
            "Er is zoveel weg dat een bestand waarschijnlijk niet heel is. Download het opnieuw, "
            "of doe het zonder --remove. Er is niets veranderd."
        )
    if preview.changes_nothing and not (remove and preview.gone):
        return "Alles staat al zo in de catalogus. Er is niets veranderd."
    try:
        catalogue_of(outcome(taken, preview, remove=remove))
        if not wanted.write:
            return "Dit is een voorbeeld: er is niets veranderd. Met --apply wordt het echt."
        with database.writing() as session:
            apply_import(session, taken, preview, school_time.now(), remove=remove)
    except CatalogueError as problem:
        raise click.ClickException(f"{problem.findings[0]} Er is niets veranderd.") from None
    except CatalogueMoved:
        reason = "De catalogus veranderde intussen. Er is niets gebruikt: doe het nog eens."
        raise click.ClickException(reason) from None
    return "Gedaan. Iedereen ziet het bij het volgende resultaat."
