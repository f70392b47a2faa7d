"""Match companies and events: what a pupil can visit or join near home."""

from collections.abc import Mapping
from typing import Any

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.distance import whole_kilometres
from quiz.catalogue.fit import reason_for
from quiz.catalogue.ladder import EVENT_AUDIENCE
from quiz.catalogue.parameters import (
    MOST_COMPANIES,
    MOST_EVENTS,
    REACH_OF_COMPANY,
    REACH_OF_EVENT,
    Reach,
)
from quiz.catalogue.schema import Event
from quiz.catalogue.spread import Candidate, choose
from quiz.catalogue.suggestion import Pupil, Suggestion


def match_companies(
    catalogue: Catalogue, pupil: Pupil, distances: Mapping[str, float]
) -> tuple[Suggestion, ...]:
    """Give companies within reach of home that fit; none when home is unknown."""
    found = [
        _candidate(pupil, company, REACH_OF_COMPANY, distance)
        for municipality, distance in distances.items()
        if distance <= REACH_OF_COMPANY.km
        for company in catalogue.shown_companies.get(municipality, ())
    ]
    chosen = choose(filter(None, found), MOST_COMPANIES)
    return tuple(_company(catalogue, candidate, distances) for candidate in chosen)


def match_events(
    catalogue: Catalogue, pupil: Pupil, distances: Mapping[str, float]
) -> tuple[Suggestion, ...]:
    """Give national events, and with a home those of the own region or near by, for this age."""
    found = [
        _candidate(pupil, event, REACH_OF_EVENT, _event_km(event, distances))
        for event in catalogue.shown_events
        if _meant_for(pupil, event) and _within(catalogue, pupil, event, distances)
    ]
    chosen = choose(filter(None, found), MOST_EVENTS)
    return tuple(_event(catalogue, candidate, distances) for candidate in chosen)


def _candidate(pupil: Pupil, row: Any, reach: Reach, distance: float | None) -> Candidate | None:
    reason = reason_for(pupil, row.worlds)
    if reason is None:
        return None
    return Candidate(row, row.name, "", reason, reason.fit * reach.nearness(distance))


def _meant_for(pupil: Pupil, event: Event) -> bool:
    audience = EVENT_AUDIENCE.get(event.kind)
    return audience is None or pupil.school_type in audience


def _within(
    catalogue: Catalogue, pupil: Pupil, event: Event, distances: Mapping[str, float]
) -> bool:
    if event.scope == "national" or not distances:
        return event.scope == "national"
    towns = catalogue.municipalities
    same_region = (
        towns[event.municipality].app_region_id == towns[str(pupil.municipality)].app_region_id
    )
    return same_region or distances[event.municipality] <= REACH_OF_EVENT.km


def _event_km(event: Event, distances: Mapping[str, float]) -> float | None:
    """Give the km to an event; None for a national one, which is held in many places."""
    return None if event.scope == "national" else distances[event.municipality]


def _company(
    catalogue: Catalogue, candidate: Candidate, distances: Mapping[str, float]
) -> Suggestion:
    row = candidate.row
    return Suggestion(
        **_common(candidate),
        kind="company",
        description_nl=row.what_they_do_nl,
        description_en=row.what_they_do_en,
        place=catalogue.municipalities[row.municipality].name,
        distance_km=whole_kilometres(distances[row.municipality]),
    )


def _event(
    catalogue: Catalogue, candidate: Candidate, distances: Mapping[str, float]
) -> Suggestion:
    row = candidate.row
    distance = _event_km(row, distances)
    regional = distance is not None
    return Suggestion(
        **_common(candidate),
        kind="event",
        description_nl="",
        description_en="",
        place=catalogue.municipalities[row.municipality].name if regional else "",
        distance_km=None if distance is None else whole_kilometres(distance),
        event_kind=row.kind,
        scope=row.scope,
        months=row.months,
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
