"""Links on cards that may break without our knowing, for somebody to open by hand.

We open no site ourselves. The home page of an institution stays; a page deep in a site, a row that
nobody confirmed, and the forms of the two national sites are what breaks first.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.named_sources import SourceNames, load_source_names
from quiz.domain.catalogue.national_sites import KIESMBO, STUDIEKEUZE123


class FragileLink(NamedTuple):
    """A link to open: the row where it stands, its address, and why it may break."""

    row: str
    address: str
    why: str

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.row}: {self.address} ({self.why})"


def fragile_links(catalogue: Catalogue) -> list[FragileLink]:
    """Every link that a pupil may be shown and that may break, the national sites first."""
    why = "de vorm van dit adres is niet op de site zelf nagekeken"
    national = [FragileLink("alle mbo-opleidingen", KIESMBO, why)]
    national += [FragileLink("alle hbo- en wo-opleidingen", f"{STUDIEKEUZE123}?q=", why)]
    names = load_source_names()
    return [*national, *(link for row in _rows(catalogue) for link in _links(row, names))]


class _Row(NamedTuple):
    name: str
    row: Any
    addresses: tuple[str, ...]


def _rows(catalogue: Catalogue) -> Iterator[_Row]:
    """The rows whose own addresses pupils see, and of those without one the page that told us."""
    for row in catalogue.rows["institutions.csv"]:
        yield _Row(f"institutions.csv, {row.id}", row, (row.website, row.open_days_url))
    for row in catalogue.rows["offerings.csv"]:
        key = f"{row.programme_id} {row.institution_id} {row.location_municipality} {row.mode}"
        yield _Row(f"offerings.csv, {key}", row, (row.programme_url,))
    shown = [row for rows in catalogue.shown_companies.values() for row in rows]
    for file, rows in (("companies.csv", shown), ("events.csv", catalogue.shown_events)):
        yield from _organisations(file, rows)


def _organisations(file: str, rows: Iterable[Any]) -> Iterator[_Row]:
    for row in rows:
        yield _Row(f"{file}, {row.id}", row, (row.website or row.source_url,))


def _links(row: _Row, names: SourceNames) -> Iterator[FragileLink]:
    for address in filter(None, row.addresses):
        why = _why(address, row.row, names)
        if why:
            yield FragileLink(row.name, address, why)


def _why(address: str, row: Any, names: SourceNames) -> str:
    """Why a link may break, or nothing."""
    if not names.readable(address):
        return "een site voor programmeurs: leerlingen zien deze link niet"
    parts = urlsplit(address)
    if parts.path.strip("/") or parts.query:
        return "een pagina diep in een site"
    if not row.confirmed:
        return "deze rij is niet nagekeken"
    return "" if parts.scheme == "https" else "een adres zonder https"
