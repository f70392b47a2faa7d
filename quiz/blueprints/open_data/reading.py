"""From the catalogue to what others read: rows with a source that pupils see as well, no others.

Looking for rows is apart from telling them, so that of thousands only one page is told.
"""

from collections.abc import Iterable
from typing import Any

from quiz.domain.catalogue.credits import CREDITS, Credit
from quiz.domain.catalogue.files import columns, schema
from quiz.domain.catalogue.moments import ChoiceMoment
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.agenda import coming_items
from quiz.web.runtime import catalogue, reading, running, services


def worlds() -> Iterable[schema.World]:
    """The seven worlds."""
    return catalogue().worlds.values()


def regions() -> Iterable[schema.Region]:
    """Every region."""
    return catalogue().regions.values()


def offerings() -> Iterable[schema.Offering]:
    """Every programme that pupils see, wherever it is given."""
    shown = (each for level in catalogue().shown_programmes.values() for each in level)
    return [row for each in shown for row in catalogue().shown_offerings.get(each.id, ())]


def institutions() -> Iterable[schema.Institution]:
    """Every school."""
    return [row for row in catalogue().rows[columns.INSTITUTIONS.file] if row.source_url]


def companies() -> Iterable[schema.Company]:
    """Every company that pupils see."""
    return [row for rows in catalogue().shown_companies.values() for row in rows]


def events() -> Iterable[schema.Event]:
    """Every event that pupils see."""
    return catalogue().shown_events


def agenda() -> Iterable[AgendaItem]:
    """Everything in the agendas of regions that is published and not over."""
    return coming_items(reading(), catalogue().regions, services().today())


def moments() -> Iterable[ChoiceMoment]:
    """The choice moments of a school year."""
    return running().moments


def credit_rows() -> Iterable[Credit]:
    """Whom the data is owed to."""
    return CREDITS


def worlds_of(row: Any) -> dict[str, float]:
    """The worlds that a row is about, those of its programme for an offering."""
    own = catalogue().programmes[row.programme_id] if isinstance(row, schema.Offering) else row
    return dict(own.worlds)
