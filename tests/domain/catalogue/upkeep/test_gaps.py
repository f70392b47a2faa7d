"""Gaps are what a pupil of each municipality meets: near is near, whatever region it is in."""

from dataclasses import replace
from math import inf

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.reach import where_given
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.places.distance import kilometres
from quiz.domain.catalogue.upkeep.gaps import DISTANCES, STEPS, gaps_of

FOODVALLEY = "foodvalley"


def test_every_world_and_step_of_every_town_once(seed: Catalogue) -> None:
    gaps = gaps_of(seed, FOODVALLEY)
    assert [(gap.world, gap.step) for gap in gaps] == [
        (world, step) for world in seed.world_order for step in STEPS
    ]
    here = [t for t in seed.municipalities.values() if t.app_region_id == FOODVALLEY]
    for gap in gaps:
        towns = [each.municipality for each in gap.nearest]
        assert sorted(towns, key=lambda town: town.name) == towns
        assert set(towns) == set(here)


@pytest.mark.parametrize("step", ["vmbo", "mbo", "hbo", "wo"])
def test_the_nearest_is_the_nearest_of_the_whole_country(seed: Catalogue, step: str) -> None:
    """The same by the plainest way that there is: look at everything."""
    for gap in gaps_of(seed, FOODVALLEY):
        if gap.step != step:
            continue
        places = [
            where_given(seed, each)
            for name, offerings in seed.shown_offerings.items()
            for each in offerings
            if seed.programmes[name].level in STEPS[step]
            and is_about(seed.programmes[name].worlds, gap.world)
        ]
        for each in gap.nearest:
            nearest = min((kilometres(each.municipality, place) for place in places), default=inf)
            assert each.km == pytest.approx(nearest)


def test_farther_is_never_a_larger_gap(seed: Catalogue) -> None:
    for gap in gaps_of(seed, FOODVALLEY):
        without = [{each.municipality.code for each in gap.without(km)} for km in DISTANCES]
        assert without[0] >= without[1] >= without[2]


def test_what_pupils_may_not_see_fills_no_gap(seed: Catalogue) -> None:
    hidden = replace(seed, shown_companies={}, shown_events=(), shown_offerings={})
    for gap in gaps_of(hidden, FOODVALLEY):
        assert gap.without(40) == gap.nearest
        assert all(each.offered is None and each.km == inf for each in gap.nearest)
