"""Worlds unlike those of training are what they say, and judge certainty as it is."""

from dataclasses import replace

import numpy as np
import pytest

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.normal import Array
from quiz.lab.training.build import untrained
from quiz.lab.unlike.ceiling import ceiling
from quiz.lab.unlike.choosing import choosing
from quiz.lab.unlike.families import UNLIKE
from quiz.lab.unlike.judge import Tour, certainty, judge
from quiz.lab.unlike.people import interests
from quiz.lab.unlike.traits import Traits
from quiz.lab.unlike.worlds import Crowd, crowd
from tests.domain.scoring.small import small_bank

BANK = small_bank(per_world=15)
KINDS = [traits for kinds in UNLIKE.values() for traits in kinds.values()]


def met(traits: Traits, bank: Bank = BANK) -> Crowd:
    return crowd(bank, traits, 3000, np.random.default_rng(5))


def correlation(traits: Traits) -> Array:
    result: Array = np.array(np.corrcoef(met(traits).fresh.T))
    return result


@pytest.mark.parametrize("traits", KINDS)
def test_every_kind_has_people_who_use_the_whole_scale_and_differ(traits: Traits) -> None:
    found = met(traits)
    assert set(np.unique(found.fresh)) == set(range(len(BANK.values)))
    assert found.interests.std(axis=0) == pytest.approx(1, abs=0.1)
    shares = np.bincount(found.interests.argmax(axis=1), minlength=len(BANK.worlds)) / 3000
    assert shares.min() > 0.1


@pytest.mark.parametrize("shape", ["normal", "skewed", "types", "circle"])
def test_interests_have_the_shape_they_are_called_after(shape: str) -> None:
    drawn = interests(Traits(shape=shape), 7, 4000, np.random.default_rng(1))
    assert drawn.mean(axis=0) == pytest.approx(0, abs=1e-9)
    skew = (drawn**3).mean(axis=0)
    assert (skew > 0.7).all() == (shape == "skewed")
    second = np.linalg.eigvalsh(np.cov(drawn.T))[-2]  # beside what all worlds share
    assert (second > 1.05) == (shape in {"types", "circle"})


def test_each_trait_leaves_its_mark() -> None:
    quiet = Traits(popularity=0, careless=0, yes=0, extreme=0)
    of_one_world = np.ix_(range(15), range(15))
    plain, paired = (correlation(replace(quiet, pairs=size))[of_one_world] for size in (0.0, 0.3))
    assert paired.mean() > plain.mean() + 0.05
    spread = [met(replace(quiet, reach=reach)).fresh.std() for reach in (0.8, 1.6)]
    assert spread[1] > spread[0] + 0.15
    means = [met(replace(quiet, popularity=size)).fresh.mean(axis=0).std() for size in (0.0, 0.5)]
    assert means[1] > means[0] + 0.2
    per_pupil = [met(replace(quiet, yes=size)).fresh.mean(axis=1).std() for size in (0.0, 0.8)]
    assert per_pupil[1] > per_pupil[0] + 0.2
    tired = met(replace(quiet, tired=0.5))
    assert 0.2 < (tired.tired != tired.fresh).mean() < 0.5
    rested = met(quiet)
    assert (rested.tired == rested.fresh).all()
    assert not rested.unknown.any()
    silent = met(replace(quiet, unknown=0.2))
    assert 0.1 < silent.unknown.mean() < 0.3
    assert silent.fresh[silent.unknown].mean() < silent.fresh[~silent.unknown].mean() - 0.3


def test_the_same_seed_meets_the_same_pupils() -> None:
    scorer = Scorer(untrained(BANK))
    once, again = (judge(BANK, scorer, Tour(seed=3, banks=2, pupils=20)) for _ in range(2))
    assert once == again
    assert once != judge(BANK, scorer, Tour(seed=4, banks=2, pupils=20))


def test_the_judge_tells_how_far_it_is_and_puts_kinds_together() -> None:
    told: list[int] = []
    tour = Tour(banks=2, pupils=40)
    found = judge(BANK, Scorer(untrained(BANK)), tour, told.append)
    assert told == list(range(1, tour.length + 1))
    for level, kinds in found.items():
        assert list(kinds) == [*UNLIKE[level], "together"]
        each = [kinds[kind]["top1"]["mean"] for kind in UNLIKE[level]]
        assert kinds["together"]["top1"]["mean"] == pytest.approx(np.mean(each), abs=0.001)


def test_the_sum_of_all_leaves_out_what_nobody_is_asked_any_more() -> None:
    model = untrained(BANK)
    asked = tuple(name for name in model.form.order if int(name.split("-")[1]) < 9)
    few = Scorer(replace(model, form=replace(model.form, order=asked)))
    tour = Tour(banks=2, pupils=20)
    of_few, of_all = (judge(BANK, scorer, tour) for scorer in (few, Scorer(model)))
    for level, kinds in of_all.items():
        assert kinds["together"]["raw_sum_of_all"] != of_few[level]["together"]["raw_sum_of_all"]


def test_who_knows_the_world_finds_more_in_all_answers_than_in_some() -> None:
    found = ceiling(BANK, met(KINDS[0]), taught=2000, length=14)
    assert 1.5 / len(BANK.worlds) < found.taught_of_some < found.taught_of_all
    assert found.taught_of_all > found.raw_sum_of_all - 0.03


def test_whichever_way_questions_are_chosen_some_tell_less_than_all() -> None:
    pupils = crowd(BANK, KINDS[7], 200, np.random.default_rng(6))
    found = dict(choosing(Scorer(untrained(BANK)), pupils, length=14))
    same, *chosen, everything = found.values()
    assert all(1.5 / len(BANK.worlds) < share < everything - 0.05 for share in (same, *chosen))
    assert len({same, *chosen}) > 3


def test_certainty_is_what_was_stated_against_what_was_true() -> None:
    chances = np.array([[0.8, 0.1, 0.1], [0.8, 0.1, 0.1], [0.4, 0.35, 0.25], [0.34, 0.33, 0.33]])
    found = certainty(chances, np.array([0, 1, 1, 0]), Rules())
    assert found["top1"] == 0.5
    assert found["stated"] == pytest.approx(0.585)
    assert found["calibration_error"] == pytest.approx((0.6 + 0.4 + 0.66) / 4)
    assert (found["share_sure"], found["right_when_sure"]) == (0.5, 0.5)
    assert [found[f"share_{word}"] for word in ("clear", "close", "broad")] == [0.5, 0.25, 0.25]
    assert certainty(chances[2:], np.array([0, 0]), Rules())["right_when_sure"] == 1.0
