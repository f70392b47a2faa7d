"""For every kind of school, year, town and world: no heading stands there without a word."""

import re
from dataclasses import replace
from itertools import cycle, product

import pytest
from flask import Flask

from quiz.domain.catalogue.matching.ladder import Rung, rung_for
from quiz.domain.catalogue.matching.parameters import REACH_OF_LEVEL
from quiz.domain.scoring.profile import Profile
from quiz.results import steps_page
from quiz.results.earned import EarnedWorlds
from quiz.results.step_models import StepGroup
from quiz.usecases.attempts.schooling import YEARS
from quiz.usecases.attempts.state import AttemptState
from tests.blueprints.pupil.test_next_steps import PROFILE, STATE, WORLDS
from tests.real import real_catalogue

REAL = real_catalogue()
TOWNS = list(REAL.municipalities)
EVERY_CLASS = [(kind, year) for kind, years in YEARS.items() for year in (None, *years)]
# What announces something that must follow.
ANNOUNCES = re.compile(r"Hieronder|deze vier|van deze|:$|Below|these four|of these")
TO_DO = re.compile(r"Vraag|Kijk|Ask|Look")


def liking(world: str, others: float) -> Profile:
    """Somebody for whom one world is clear; the others share what is left."""
    worlds = (world, *(other for other in WORLDS if other != world))
    chances = dict.fromkeys(worlds, others) | {world: 1 - 6 * others}
    return replace(PROFILE, worlds=worlds, probabilities=chances, top=worlds[:1])


def check(group: StepGroup, levels: tuple[str, ...]) -> None:
    """A step that has programmes to choose shows them or says what to do; nothing dangles."""
    assert group.text, group.title
    assert group.cards or group.points or group.lead or not levels, group
    if ANNOUNCES.search(group.text):
        assert group.cards or group.points, group
    if group.lead and not group.cards:
        assert TO_DO.search(group.lead), group
        assert not ANNOUNCES.search(group.lead), group


@pytest.mark.parametrize(("school_type", "year"), EVERY_CLASS)
def test_no_step_is_empty_without_a_word(app: Flask, school_type: str, year: int | None) -> None:
    """Each class likes each world a little, clearly and very much: one in Dutch, the next not."""
    rung = rung_for(school_type, year)
    start = EVERY_CLASS.index((school_type, year))
    homes = cycle([None, *TOWNS[start::17]])
    likings = list(zip(product(WORLDS, (0.0, 0.02, 0.12)), homes, strict=False))
    for turn, language in enumerate(("nl", "en"), start):
        with app.test_request_context(f"/resultaat?taal={language}"):
            for (world, others), home in likings[turn % 2 :: 2]:
                state = replace(STATE, school_type=school_type, year=year, municipality=home)
                check_steps(liking(world, others), state, rung)


def check_steps(profile: Profile, state: AttemptState, rung: Rung) -> None:
    """Of somebody for whom one world is clear."""
    steps = steps_page.build(state, profile, EarnedWorlds(profile.top, ()))
    for group, levels in zip(steps.ladder, (rung.now, rung.next, rung.later), strict=True):
        check(group, levels)
    assert all(group.cards for group in steps.near)


def test_where_a_pupil_lives_never_empties_a_step() -> None:
    """Programmes are nearer or farther and never gone: so the walk above holds in every town."""
    for town, (level, shelf) in product(TOWNS, REAL.programme_shelves.items()):
        km = shelf.nearest(REAL.towns.home(town))
        assert (REACH_OF_LEVEL[level].nearness(km) > 0).all(), (town, level)
