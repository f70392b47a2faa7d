"""Match programmes: one step of the ladder for one pupil."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.diversity import Candidate, candidates_of, choose
from quiz.domain.catalogue.matching.fit import Wishes
from quiz.domain.catalogue.matching.ladder import Step
from quiz.domain.catalogue.matching.match_index import MatchIndex
from quiz.domain.catalogue.matching.parameters import (
    FAR_LESS,
    LESS_USUAL,
    OF_MANY_SUBJECTS,
    REACH_OF_LEVEL,
)
from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.domain.catalogue.matching.venues import venues_near
from quiz.domain.catalogue.places.towns import Home


def match_programmes(
    catalogue: Catalogue, wishes: Wishes, home: Home | None, step: Step
) -> tuple[Suggestion, ...]:
    """The programmes of one step; without a home, place plays no part."""
    chosen: Sequence[Candidate]
    if step.of_each:
        roads = [replace(step, levels=(level,), most=1) for level in step.levels]
        chosen = [one for road in roads for one in choose_programmes(catalogue, wishes, home, road)]
    else:
        chosen = choose_programmes(catalogue, wishes, home, step)
    if step.in_order:
        chosen = sorted(chosen, key=lambda candidate: step.levels.index(candidate.level))
    return tuple(_suggestion(catalogue, candidate, home) for candidate in chosen)


def choose_programmes(
    catalogue: Catalogue, wishes: Wishes, home: Home | None, step: Step
) -> Sequence[Candidate]:
    """The same before anything is known of where they are given."""
    shelves = [catalogue.programme_shelves[level] for level in step.levels]
    candidates = [
        candidate
        for shelf in shelves
        for candidate in candidates_of(shelf, wishes, _pull(shelf, home, step), OF_MANY_SUBJECTS)
    ]
    shut = {row for shelf in shelves for row in _too_far(shelf, home)}
    return choose(candidates, step.most, FAR_LESS, shut)


def _pull(shelf: MatchIndex, home: Home | None, step: Step) -> NDArray[np.float64]:
    """How near each row is, and less for a level that is not the usual one.

    Nothing for what nobody gives.
    """
    usual = 1.0 if not step.usual or shelf.level in step.usual else LESS_USUAL
    reach = REACH_OF_LEVEL[shelf.level]
    given = shelf.placed if reach.every_place else np.ones(len(shelf.rows))
    if home is None:
        return usual * given
    return usual * given * reach.nearness(shelf.nearest(home))


def _too_far(shelf: MatchIndex, home: Home | None) -> Iterator[str]:
    """The rows that no school near home has, where we know of every school."""
    if home is not None:
        shut = REACH_OF_LEVEL[shelf.level].shut(shelf.nearest(home))
        yield from (shelf.rows[row].id for row in np.flatnonzero(shut).tolist())


def _suggestion(catalogue: Catalogue, candidate: Candidate, home: Home | None) -> Suggestion:
    row = candidate.row
    venues = venues_near(catalogue, row, home)
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
