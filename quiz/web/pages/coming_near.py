"""What is coming near a pupil or a class: a few items of the agendas round home, where they fit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from quiz.domain.catalogue.places.lookup import municipalities_with
from quiz.domain.catalogue.places.towns import NEIGHBOURS_KM, Home
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.agenda import coming_items, is_for
from quiz.usecases.attempts.schooling import UNKNOWN_SCHOOL_TYPE
from quiz.web.pages.agenda_lines import AgendaLine, agenda_line
from quiz.web.runtime import catalogue, reading, services

MOST = 3
SOON = timedelta(days=90)
FARTHEST_KM = 40  # within the own region, which can be large


@dataclass(frozen=True)
class ComingNear:
    """The first items that fit, and the region whose agenda has more."""

    lines: tuple[AgendaLine, ...]
    region_id: str
    region: str


def coming_near(
    municipality: str | None, school_type: str, worlds: Collection[str] = ()
) -> ComingNear | None:
    """What fits a home, a school type and these worlds (none: all); None when nothing does."""
    home = catalogue().towns.home(municipality)
    if home is None:
        return None
    known = "" if school_type == UNKNOWN_SCHOOL_TYPE else school_type
    today = services().today()
    fitting = (
        item
        for item in coming_items(reading(), home.regions_near, today, until=today + SOON)
        if is_for(item, worlds=worlds, school_type=known) and _is_near(item, home)
    )
    lines = tuple(map(agenda_line, islice(fitting, MOST)))
    return ComingNear(lines, home.region, _name(home)) if lines else None


def _is_near(item: AgendaItem, home: Home) -> bool:
    """Of the own region, unless it is known to be far; of another one only what is known near."""
    towns = municipalities_with(catalogue(), item.place.rpartition(",")[2])
    km = min(map(home.to, towns), default=None)
    if item.region_id == home.region:
        return km is None or km <= FARTHEST_KM
    return km is not None and km <= NEIGHBOURS_KM


def _name(home: Home) -> str:
    return catalogue().regions[home.region].name
