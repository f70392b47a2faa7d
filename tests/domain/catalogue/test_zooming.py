"""Zooming in is offered to whom it helps: something is left to ask, and the steps would differ."""

from dataclasses import replace

import pytest

from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.domain.catalogue.matching.zooming import first_programmes, zoom_helps
from tests.domain.catalogue.signed.pupils import questions, seed

WORLD = "hitech-science"
PUPIL = Pupil({WORLD: 0.6, "digitaal-media-entertainment": 0.1}, (WORLD,), "vwo", 5, "GM0228")
# Four of the eight questions of this world, about all of it.
SOME = {"robotarm": 5, "bliksem-proef": 4, "reis-mars": 4, "laser-lijn": 4}


def helps(answers: dict[str, int], pupil: Pupil = PUPIL, world: str = WORLD) -> bool:
    return zoom_helps(seed(), questions(), pupil, answers, world)


def test_it_helps_who_likes_a_world_and_has_not_told_what_in_it() -> None:
    assert helps(SOME)
    assert helps({})


def test_it_does_not_help_who_has_answered_it_all_or_has_told_it_already() -> None:
    zoom = questions().zoom_of(WORLD)
    assert not helps(SOME | dict.fromkeys(zoom, 4))
    assert helps(SOME | dict.fromkeys(zoom[1:], 4))
    robots = questions().tags["robots"].items
    others = [name for name in questions().live if name not in robots]
    assert not helps({**dict.fromkeys(others, 1), **dict.fromkeys(robots, 5)})


def test_it_does_not_help_where_no_programme_would_change() -> None:
    nothing = replace(PUPIL, probabilities=dict.fromkeys(PUPIL.probabilities, 0.0))
    assert first_programmes(seed(), nothing) == ()
    assert not helps(SOME, nothing)
    assert not helps(SOME, replace(PUPIL, school_type="po", year=8))


def test_a_world_without_questions_to_zoom_in_is_never_offered() -> None:
    bank = replace(questions(), zoom={}, tags={})
    assert not zoom_helps(seed(), bank, PUPIL, SOME, WORLD)


@pytest.mark.parametrize("tag", ["robots", "lab", "ruimte", "precisie"])
def test_the_first_programmes_follow_the_favourite(tag: str) -> None:
    neutral = first_programmes(seed(), PUPIL)
    others = {name: 0.4 for name, each in questions().tags.items() if each.world == WORLD}
    found = first_programmes(seed(), replace(PUPIL, likes={**others, tag: 0.75}))
    assert len(neutral) == len(found) == 3
    assert tag in seed().programmes[found[0]].tags
