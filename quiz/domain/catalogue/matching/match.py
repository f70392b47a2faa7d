"""A pupil's next steps: programmes on their own ladder, companies and events near by."""

from collections.abc import Sequence

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching import parameters
from quiz.domain.catalogue.matching.fit import Wishes, wishes_of
from quiz.domain.catalogue.matching.ladder import rung_for
from quiz.domain.catalogue.matching.near_home import match_companies, match_events
from quiz.domain.catalogue.matching.programmes import match_programmes
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil, Suggestion


def match_next_steps(catalogue: Catalogue, pupil: Pupil) -> NextSteps:
    """The next steps; the same pupil and catalogue always give the same.

    A municipality that the catalogue does not know counts as none. Raises UnknownSchoolType.
    """
    rung = rung_for(pupil.school_type, pupil.year)
    wishes = wishes_of(pupil, catalogue.world_order, catalogue.tag_order)
    home = catalogue.towns.home(pupil.municipality)
    now, after, later = (match_programmes(catalogue, wishes, home, step) for step in rung.steps)
    events = match_events(catalogue, wishes, home, pupil)
    companies = match_companies(catalogue, wishes, home, events)
    return NextSteps(
        programmes_now=now,
        programmes_next=after,
        programmes_later=later,
        companies=companies,
        events=events,
        rung=rung,
        thin=len(now) + len(after) < parameters.FEW_PROGRAMMES,
        few_near=home is not None and _few_near((*now, *after), companies),
        missing_worlds=_missing_worlds(wishes, (*now, *after)),
    )


def _few_near(programmes: Sequence[Suggestion], companies: Sequence[Suggestion]) -> bool:
    none_placed = not any(suggestion.venues for suggestion in programmes)
    return none_placed or len(companies) < parameters.FEW_COMPANIES


def _missing_worlds(wishes: Wishes, programmes: Sequence[Suggestion]) -> tuple[str, ...]:
    """The top worlds that are likely enough to be shown, yet are no programme's reason."""
    found = {suggestion.world for suggestion in programmes}
    return tuple(world for _, _, world in wishes.top if world not in found)
