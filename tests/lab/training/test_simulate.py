"""Invented pupils look like the conditions say."""

import numpy as np
import pytest

from quiz.domain.bank.schema import Bank
from quiz.lab.training.build import draw_mild, draw_wide
from quiz.lab.training.conditions import PLAIN, ROUGH, SHIFTED, Conditions
from quiz.lab.training.simulate import Pupils, expert_loadings, simulate_bank, simulate_pupils

COUNT = 4000


def invent(bank: Bank, conditions: Conditions) -> Pupils:
    generator = np.random.default_rng(1)
    world = simulate_bank(expert_loadings(bank), conditions, generator)
    return simulate_pupils(world, conditions, len(bank.values), COUNT, generator)


@pytest.mark.parametrize("conditions", [PLAIN, SHIFTED, ROUGH])
def test_answers_stay_on_the_scale_and_use_all_of_it(bank: Bank, conditions: Conditions) -> None:
    pupils = invent(bank, conditions)
    assert pupils.answers.shape == (COUNT, len(bank.items))
    assert set(np.unique(pupils.answers)) == set(range(len(bank.values)))
    assert np.isfinite(pupils.interests).all()


def test_interests_have_spread_one_and_go_together(bank: Bank) -> None:
    pupils = invent(bank, PLAIN)
    correlations = np.asarray(np.corrcoef(pupils.interests.T))
    together = correlations[np.triu_indices(len(bank.worlds), 1)]
    assert pupils.interests.std(axis=0) == pytest.approx([1, 1, 1], abs=0.06)
    assert together.min() > 0.18
    assert together.max() < 0.62


def test_who_likes_a_world_answers_higher_on_its_questions(bank: Bank) -> None:
    pupils = invent(bank, PLAIN)
    for index, world in enumerate(bank.worlds):
        own = [k for k, one in enumerate(bank.items.values()) if one.world == world]
        score = pupils.answers[:, own].mean(axis=1)
        found = np.asarray(np.corrcoef(score, pupils.interests[:, index]))
        assert found[0, 1] > 0.7


def test_groups_differ_only_where_they_are_made_to(bank: Bank) -> None:
    same, different = (invent(bank, Conditions(group=size)) for size in (0.0, 1.5))
    for pupils, least, most in ((same, 0.0, 0.15), (different, 0.5, 9.0)):
        means = [pupils.interests[pupils.group == kind].mean(axis=0) for kind in (0, 1)]
        assert least <= np.abs(means[0] - means[1]).max() <= most


def test_careless_pupils_click_the_same_or_at_random(bank: Bank) -> None:
    pupils = invent(bank, Conditions(careless=1.0))
    same = (pupils.answers == pupils.answers[:, :1]).all(axis=1).mean()
    assert same == pytest.approx(0.5, abs=0.01)


def test_the_head_learns_from_milder_and_from_rougher_worlds_than_the_bounds_of_misfit() -> None:
    generator = np.random.default_rng(2)
    mild, wide = ([draw(generator) for _ in range(50)] for draw in (draw_mild, draw_wide))
    for trait in ("loading", "stray", "style", "extremity", "popularity", "group", "local"):
        narrow, broad = ([getattr(one, trait) for one in worlds] for worlds in (mild, wide))
        assert max(narrow) < max(broad)
        assert min(broad) < max(narrow)
        assert getattr(PLAIN, trait) <= max(narrow)
    assert not any(one.careless or one.tails for one in [*mild, *wide])
    assert {one.reach for one in mild} == {1.0}
    assert min(one.reach for one in wide) < 1 < max(one.reach for one in wide)
