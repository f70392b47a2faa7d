"""Match companies and events: what a pupil can visit or join near home."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Event
from quiz.domain.catalogue.matching.diversity import Candidate, candidates_of, choose
from quiz.domain.catalogue.matching.fit import Wishes
from quiz.domain.catalogue.matching.kinds import one_of_a_kind
from quiz.domain.catalogue.matching.parameters import (
    MOST_COMPANIES,
    MOST_EVENTS,
    OF_MANY_KINDS,
    REACH_OF_COMPANY,
    REACH_OF_EVENT,
    SPARE,
)
from quiz.domain.catalogue.matching.suggestion import Pupil, Suggestion
from quiz.domain.catalogue.organisations import key_of
from quiz.domain.catalogue.places.distance import whole_kilometres
from quiz.domain.catalogue.places.towns import Home


def match_companies(
    catalogue: Catalogue, wishes: Wishes, home: Home | None, events: Sequence[Suggestion]
) -> tuple[Suggestion, ...]:
    """Companies within reach of home that fit; none when home is unknown.

    An organisation comes once: none of the `events`, which have their own cards. So does a kind:
    six hospitals, or six breeders of seeds, would say nothing about what else there is.
    """
    if home is None:
        return ()
    shelf = catalogue.company_shelf
    nearness = REACH_OF_COMPANY.nearness(shelf.nearest(home))
    known = [catalogue.events[event.id] for event in events]
    candidates = candidates_of(shelf, wishes, nearness, OF_MANY_KINDS)
    chosen = one_of_a_kind(_each_once(catalogue, candidates, known), MOST_COMPANIES)
    return tuple(_company(catalogue, candidate, home) for candidate in chosen)


def match_events(
    catalogue: Catalogue, wishes: Wishes, home: Home | None, pupil: Pupil
) -> tuple[Suggestion, ...]:
    """National events, and with a home those of the own region or near by, for this age."""
    shelf = catalogue.event_shelf
    open_to = [meant_for(pupil, event) and _within(catalogue, event, home) for event in shelf.rows]
    nearness = np.where(open_to, REACH_OF_EVENT.nearness(shelf.nearest(home)), 0.0)
    candidates = candidates_of(shelf, wishes, nearness, MOST_EVENTS + SPARE)
    chosen = choose(_each_once(catalogue, candidates, ()), MOST_EVENTS)
    return tuple(_event(catalogue, candidate, home) for candidate in chosen)


def _each_once(
    catalogue: Catalogue, candidates: Iterable[Candidate], known: Iterable[Event]
) -> list[Candidate]:
    """The candidates of the best row of each organisation, without those of known rows."""
    others_of = catalogue.organisations.others_of
    kept: list[Candidate] = []
    shown, gone = set[str](), {key for row in known for key in others_of(row)}
    for candidate in sorted(candidates, key=lambda candidate: candidate.order):
        key = key_of(candidate.row)
        if key in shown or key not in gone:
            shown.add(key)
            gone |= others_of(candidate.row)
            kept.append(candidate)
    return kept


def meant_for(pupil: Pupil, event: Event) -> bool:
    """Whether a pupil of this school type, and this year where that is known, may come."""
    if not event.audience:
        return True
    years = event.audience.get(pupil.school_type)
    return years is not None and (not years or pupil.year is None or pupil.year in years)


def _within(catalogue: Catalogue, event: Event, home: Home | None) -> bool:
    if event.scope == "national" or home is None:
        return event.scope == "national"
    same_region = catalogue.municipalities[event.municipality].app_region_id == home.region
    return same_region or home.to(event.municipality) <= REACH_OF_EVENT.km


def _company(catalogue: Catalogue, candidate: Candidate, home: Home) -> Suggestion:
    row = candidate.row
    return Suggestion(
        **_common(candidate),
        kind="company",
        description_nl=row.what_they_do_nl,
        description_en=row.what_they_do_en,
        place=catalogue.municipalities[row.municipality].name,
        distance_km=whole_kilometres(home.to(row.municipality)),
    )


def _event(catalogue: Catalogue, candidate: Candidate, home: Home | None) -> Suggestion:
    """Make the card of an event; a national one is held in many places, so it names none.

    Without a sentence of its own it says what the organisation does, if that is a company as well.
    """
    row = candidate.row
    company = catalogue.company_of(row)
    regional = home is not None and row.scope != "national"
    return Suggestion(
        **_common(candidate),
        kind="event",
        description_nl=row.description_nl or (company.what_they_do_nl if company else ""),
        description_en=row.description_en or (company.what_they_do_en if company else ""),
        place=catalogue.municipalities[row.municipality].name if regional else "",
        distance_km=whole_kilometres(home.to(row.municipality)) if home and regional else None,
        event_kind=row.kind,
        scope=row.scope,
        months=row.months,
        for_everybody=row.for_everybody,
    )


def _common(candidate: Candidate) -> dict[str, Any]:
    row, reason = candidate.row, candidate.reason
    return {
        "id": row.id,
        "name_nl": row.name,
        "name_en": row.name,
        "world": reason.world,
        "rank": reason.rank,
        "fit": reason.fit,
        "source_url": row.source_url,
        "checked_on": row.checked_on,
        "confirmed": row.confirmed,
        "website": row.website,
    }
