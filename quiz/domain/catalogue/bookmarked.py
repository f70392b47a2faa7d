"""Rows by kind and id, as a pupil keeps them: only such as pupils may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.venues import venues_near

PROGRAMME, COMPANY, EVENT = "programme", "company", "event"


@dataclass(frozen=True)
class KeptRow:
    """A kept row in short: names, level (programmes only), where, its own page and its source.

    `place`: the institution and municipality nearest to home, or a company's or regional event's
    municipality; empty where none is known. `link`: its own site, or that of the institution.
    """

    name_nl: str
    name_en: str
    level: str
    place: str
    link: str
    source_url: str


def kept_row(
    catalogue: Catalogue, kind: str, row_id: str, municipality: str | None
) -> KeptRow | None:
    """A row in short for a pupil at home here; None when pupils cannot see it (any more)."""
    files: Mapping[str, Mapping[str, Any]] = {
        PROGRAMME: catalogue.programmes,
        COMPANY: catalogue.companies,
        EVENT: catalogue.events,
    }
    row = files.get(kind, {}).get(row_id)
    if row is None or not row.source_url or (kind == COMPANY and not row.for_pupils):
        return None
    if kind == PROGRAMME:
        return _programme(catalogue, row, municipality)
    national = kind == EVENT and row.scope == "national"
    town = "" if national else catalogue.municipalities[row.municipality].name
    return KeptRow(row.name, row.name, "", town, row.website, row.source_url)


def _programme(catalogue: Catalogue, row: Any, municipality: str | None) -> KeptRow:
    venues = venues_near(catalogue, row, catalogue.towns.home(municipality))
    place = f"{venues[0].institution}, {venues[0].place}" if venues else ""
    link = venues[0].page if venues else ""
    return KeptRow(row.name_nl, row.name_en, row.level, place, link, row.source_url)
