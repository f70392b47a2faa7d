"""`quiz catalogue links`: try the links that pupils see, gently, and keep which are broken.

What it says is Dutch: coordinators read it.
"""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from quiz.cli.showing import progress
from quiz.cli.stored import LOAD_FIRST, is_migrated
from quiz.config import school_time
from quiz.domain.text.words import counted

if TYPE_CHECKING:
    from quiz.config import Settings
    from quiz.domain.catalogue.catalogue import Catalogue
    from quiz.domain.catalogue.upkeep.links import LinkState
    from quiz.storage.database import Database
    from quiz.usecases.links.calling import Manner

OLDER_THAN = 6  # days: a round of every week finds all of them due again
LONGEST_AGE = 366
_CUT_OFF = (
    "Geen enkele site antwoordt meer: waarschijnlijk mag of kan deze machine nu niet naar buiten. "
    "Over wat geen antwoord gaf, is niets bewaard."
)
_WORDS = {
    "gone": "bestaat niet meer",
    "error": "de site geeft een fout",
    "silent": "geen antwoord",
    "no-site": "deze site is er niet",
    "unsafe": "de beveiliging van de site klopt niet",
    "endless": "verwijst eindeloos door",
    "not-public": "leidt niet naar een site op internet",
}


@dataclass(frozen=True)
class Wanted:
    """Which links: of one region ("" for all), at most so many, last tried so many days ago."""

    region: str
    limit: int | None
    older_than: int


@click.command("links")
@click.option("--region", default="", help="Only links of this region, such as foodvalley.")
@click.option("--limit", type=click.IntRange(1), help="Try at most so many.")
@click.option(
    "--older-than",
    type=click.IntRange(0, LONGEST_AGE),
    default=OLDER_THAN,
    show_default=True,
    metavar="DAYS",
    help="Only links that were not tried for so many days.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be tried.")
def links(*, dry_run: bool, **asked: Any) -> None:
    """Try the links that pupils see, and put what is broken on the list of coordinators.

    One question at a time to a site, with a pause, to four sites at once; nothing of a page is
    read. Stopped half-way, it goes on where it was when you run it again. A page that is gone is on
    the list at once; anything else when it failed on two different days.
    """
    from quiz.config import Settings
    from quiz.storage.database import Database

    settings, wanted = Settings.from_environment(os.environ), Wanted(**asked)
    with closing(Database(settings.database_url)) as database:
        if not is_migrated(database):
            raise click.ClickException("De database is niet bij: doe eerst `quiz db upgrade`.")
        every, due = _asked(database, wanted)
        click.echo(_plan(every, due))
        if dry_run:
            return
        _try(database, every, due, settings)


def manner_of(settings: "Settings") -> "Manner":
    """How we call sites: by a name that says who we are, and where to find us."""
    from quiz.usecases.links.calling import Manner

    here = f" (+{settings.base_url})" if settings.base_url else ""
    return Manner(f"ZevenWerelden/1.0 links{here}")


def _asked(database: "Database", wanted: Wanted) -> tuple[Mapping[str, str], list[str]]:
    """Every address with the row where it first stands, and those whose turn it is."""
    from quiz.storage.catalogue_store import read_catalogue, stored_version
    from quiz.usecases.links.kept import tried_since
    from quiz.usecases.links.shown import shown_links

    since = school_time.now() - timedelta(days=wanted.older_than)
    with database.reading() as session:
        if stored_version(session) is None:
            raise click.ClickException(LOAD_FIRST)
        catalogue = read_catalogue(session)
        recent = tried_since(session, since)
    _refuse_unknown(wanted.region, catalogue)
    here = shown_links(catalogue, wanted.region)
    due = [address for address in here if address not in recent]
    return shown_links(catalogue), due[: wanted.limit]


def _refuse_unknown(region: str, catalogue: "Catalogue") -> None:
    if region and region not in catalogue.regions:
        known = ", ".join(sorted(catalogue.regions))
        raise click.ClickException(f"{region} is geen regio. Kies uit: {known}.")


def _plan(every: Collection[str], due: Collection[str]) -> str:
    from quiz.usecases.links.round import sites_of

    sites = "1 site" if len(sites_of(due)) == 1 else f"{counted(len(sites_of(due)))} sites"
    where = f", op {sites}" if due else ""
    return f"{counted(len(every))} links in de catalogus; nu aan de beurt: {len(due)}{where}."


def _try(
    database: "Database", every: Mapping[str, str], due: Collection[str], settings: "Settings"
) -> None:
    from quiz.usecases.links.kept import broken_links, forget_others, note_tries
    from quiz.usecases.links.round import CutOff, go_round

    forget_others(database, every)
    counts, cut_off = Counter[str](), False
    with progress("links", len(due)) as show:
        try:
            for found in go_round(due, manner_of(settings), school_time.now):
                note_tries(database, found, settings.time_zone)
                counts.update(_counted(each.tried) for each in found)
                show(counts.total())
        except CutOff:
            cut_off = True
    with database.reading() as session:
        broken = broken_links(session, settings.time_zone)
    for line in _lines(broken, every):
        click.echo(line)
    click.echo(_said(counts, len(broken)))
    if cut_off:
        raise click.ClickException(_CUT_OFF)


def _counted(tried: Any) -> str:
    return "failed" if tried.failed else str(tried.outcome)


def _lines(broken: Mapping[str, "LinkState"], every: Mapping[str, str]) -> Iterator[str]:
    """Every broken link with its row."""
    for address, state in sorted(broken.items()):
        number = f" ({state.tried.status})" if state.tried.status else ""
        why = f"{_WORDS[state.tried.outcome]}{number}, sinds {state.failed_since}"
        yield f"{every.get(address, '?')}: {address}: {why}"


def _said(counts: Mapping[str, int], broken: int) -> str:
    parts: Iterable[tuple[int, str]] = (
        (counts.get("good", 0), "goed"),
        (counts.get("closed", 0), "laten geen programma's toe"),
        (counts.get("failed", 0), "mislukt"),
    )
    said = ", ".join(f"{count} {words}" for count, words in parts)
    return f"Geprobeerd: {said}. Op de lijst Nakijken: {broken}."
