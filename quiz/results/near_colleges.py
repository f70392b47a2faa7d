"""What a step says once of what has no place near home, and the card of colleges that may know.

Our list of places is complete for higher education and far from it for mbo. So a college near home
may well give an mbo programme; a study without a place near home is simply farther away.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.domain.catalogue.matching.venues import College, colleges_near
from quiz.results.step_cards import place_and_distance
from quiz.results.step_models import NearCollege, StepGroup
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sources import readable
from quiz.web.runtime import catalogue

_PROFILES = frozenset({"vmbo_profile", "havo_vwo_profile"})
Near = tuple[str, tuple[NearCollege, ...]]


def near_home(found: Sequence[Suggestion], home: str | None, adviser: str) -> Near:
    """The note about what has no place near home, and the colleges to ask; nothing without any."""
    town = catalogue().towns.home(home)
    placeless = [each for each in found if not each.venues] if town else []
    colleges = tuple(map(_shown, colleges_near(catalogue(), placeless, town)))
    return _note(placeless, colleges, adviser), colleges


def each_said_once(groups: Iterable[StepGroup]) -> Iterator[StepGroup]:
    """The groups, where what was said above one is not said again above another."""
    said: set[str] = set()
    for group in groups:
        again = group.near_note in said
        said.add(group.near_note)
        yield replace(group, near_note="", near_colleges=()) if again else group


def _note(placeless: Sequence[Suggestion], colleges: Sequence[NearCollege], adviser: str) -> str:
    if not placeless:
        return ""
    if colleges:
        return _("Van sommige opleidingen weten we niet welke school ze heeft. Vraag het hier.")
    if all(each.kind in _PROFILES for each in placeless):
        return _("Welke school dit in jouw buurt heeft, weten we niet. Vraag %(who)s.", who=adviser)
    return _("Sommige opleidingen zijn verder weg. Op de site zie je waar.")


def _shown(college: College) -> NearCollege:
    return NearCollege(
        name=college.name,
        website=readable(college.website),
        place=place_and_distance(college.place, college.distance_km),
        about=_("Voor %(worlds)s", worlds=world_names(college.about)) if college.about else "",
        distance_km=college.distance_km,
    )
