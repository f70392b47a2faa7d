"""What a step says once of what has no place near home, and the card of colleges that may know.

Our list of places is complete for higher education and far from it for mbo. So a college near home
may well give an mbo programme; a study without a place near home is simply farther away.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.domain.catalogue.matching.venues import College, colleges_near
from quiz.results.step_cards import place_and_distance
from quiz.results.step_models import NearCollege, StepGroup
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sources import readable
from quiz.web.runtime import catalogue

_PROFILES = frozenset({"vmbo_profile", "havo_vwo_profile"})
_HIGHER = frozenset({"ad", "hbo", "wo"})


class NearHome(NamedTuple):
    """What is said of what has no place near home.

    `note` stands with the `colleges` to ask, where there are any; `far` says of the studies beside
    those of mbo that they are farther away: no college for mbo knows of them.
    """

    note: str = ""
    colleges: tuple[NearCollege, ...] = ()
    far: str = ""


def near_home(found: Sequence[Suggestion], home: str | None, adviser: str) -> NearHome:
    """What there is to say of what has no place near home; nothing where all have one."""
    town = catalogue().towns.home(home)
    placeless = [each for each in found if not each.venues] if town else []
    if not placeless:
        return NearHome()
    colleges = tuple(map(_shown, colleges_near(catalogue(), placeless, town)))
    if colleges:
        note = _("Van sommige mbo-opleidingen weten we niet welke school ze heeft. Vraag het hier.")
        higher = any(each.level in _HIGHER for each in placeless)
        return NearHome(note, colleges, _farther_away() if higher else "")
    if any(each.kind not in _PROFILES for each in placeless):
        return NearHome(_farther_away())
    return NearHome(_profiles(len(placeless) < len(found), adviser))


def each_said_once(groups: Iterable[StepGroup]) -> Iterator[StepGroup]:
    """The groups, where what was said above one is not said again above another."""
    said: set[str] = set()
    for group in groups:
        near = group if group.near_note not in said else _without_near(group)
        far_note = "" if group.far_note in said else group.far_note
        said |= {group.near_note, group.far_note}
        yield replace(near, far_note=far_note)


def _without_near(group: StepGroup) -> StepGroup:
    return replace(group, near_note="", near_colleges=())


def _profiles(some_have_one: bool, adviser: str) -> str:
    if some_have_one:
        return _(
            "Niet bij elk profiel kennen we een school in jouw buurt. Vraag %(who)s.", who=adviser
        )
    return _("Welke school dit in jouw buurt heeft, weten we niet. Vraag %(who)s.", who=adviser)


def _farther_away() -> str:
    return _("Sommige opleidingen zijn verder weg. Op de site zie je waar.")


def _shown(college: College) -> NearCollege:
    return NearCollege(
        name=college.name,
        website=readable(college.website),
        place=place_and_distance(college.place, college.distance_km),
        about=_("Voor %(worlds)s", worlds=world_names(college.about)) if college.about else "",
        distance_km=college.distance_km,
    )
