"""Match programmes: one step of the ladder for one pupil."""

from collections.abc import Mapping, Sequence

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.fit import reason_for
from quiz.catalogue.parameters import REACH_OF_LEVEL
from quiz.catalogue.schema import Programme
from quiz.catalogue.spread import Candidate, choose
from quiz.catalogue.suggestion import Pupil, Suggestion
from quiz.catalogue.venues import nearest_km, venues_near


def match_programmes(
    catalogue: Catalogue,
    pupil: Pupil,
    distances: Mapping[str, float],
    levels: Sequence[str],
    most: int,
) -> tuple[Suggestion, ...]:
    """Give at most `most` programmes on these levels; without a home, place plays no part."""
    candidates = []
    for level in levels:
        for programme in catalogue.shown_programmes.get(level, ()):
            reason = reason_for(pupil, programme.worlds)
            if reason:
                score = reason.fit * _nearness(catalogue, programme, distances)
                candidates.append(Candidate(programme, programme.name_nl, level, reason, score))
    return tuple(
        _suggestion(catalogue, candidate, distances) for candidate in choose(candidates, most)
    )


def _nearness(catalogue: Catalogue, programme: Programme, distances: Mapping[str, float]) -> float:
    if not distances:
        return 1.0
    distance = nearest_km(catalogue, programme, distances)
    return REACH_OF_LEVEL[programme.level].nearness(distance)


def _suggestion(
    catalogue: Catalogue, candidate: Candidate, distances: Mapping[str, float]
) -> Suggestion:
    row = candidate.row
    venues = venues_near(catalogue, row, distances)
    return Suggestion(
        id=row.id,
        kind=row.kind,
        name_nl=row.name_nl,
        name_en=row.name_en,
        description_nl=row.description_nl,
        description_en=row.description_en,
        world=candidate.reason.world,
        rank=candidate.reason.rank,
        fit=candidate.reason.fit,
        source_url=row.source_url,
        checked_on=row.checked_on,
        confirmed=row.confirmed,
        level=row.level,
        register=row.code_system if row.code else "",
        code=row.code,
        venues=venues,
        place=venues[0].place if venues else "",
        distance_km=venues[0].distance_km if venues else None,
    )
