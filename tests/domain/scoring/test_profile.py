"""The profile: what is said, how sure, and that it survives being stored."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.outcome import equal_first, judge
from quiz.domain.scoring.profile import Profile
from quiz.domain.scoring.quality import Signs, remarks

RULES = Rules()
SCORER = Scorer.load(bank=load_bank())


@given(st.dictionaries(st.sampled_from(list(SCORER.items)), st.integers(0, 5)))
def test_a_profile_survives_json_exactly(answers: dict[str, int]) -> None:
    profile = SCORER.profile(answers)
    assert Profile.from_json(json.loads(json.dumps(profile.as_json()))) == profile


def test_a_profile_holds_what_the_pages_need(engine: Engine) -> None:
    answers = {name: engine.values[k % 3] for k, name in enumerate(engine.items)}
    profile = engine.profile(answers)
    chances = [profile.probabilities[world] for world in profile.worlds]
    assert chances == sorted(chances, reverse=True)
    assert profile.probabilities == engine.probabilities(answers)
    assert sum(profile.interest.values()) == pytest.approx(0, abs=1e-12)
    assert min(profile.uncertainty.values()) > 0
    assert profile.top == profile.worlds[: len(profile.top)]
    assert profile.answered == len(engine.items)
    assert profile.fallback is engine.fallback


def test_more_answers_leave_less_doubt(engine: Engine) -> None:
    names = list(engine.items)
    few, many = (dict.fromkeys(names[::step], 2) for step in (2, 1))
    for world in engine.worlds:
        before, after = (engine.profile(answers).uncertainty[world] for answers in (few, many))
        assert after < before


@pytest.mark.parametrize(
    ("chances", "outcome", "shown"),
    [
        ([0.7, 0.2, 0.1], "clear", 1),
        ([0.5, 0.35, 0.15], "clear", 1),
        ([0.5, 0.36, 0.14], "close", 2),
        ([0.34, 0.1, 0.1], "broad", 3),
        ([0.34, 0.33, 0.33], "broad", 3),
        ([0.6, 0.4], "clear", 1),
    ],
)
def test_a_near_tie_is_said_as_a_tie(chances: list[float], outcome: str, shown: int) -> None:
    found = judge(chances, RULES)
    assert found == outcome
    assert len(equal_first(["a", "b", "c"], found)) == shown


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ()),
        ([3] * 6, ()),
        ([3] * 7, ("all_equal",)),
        ([1, 5, 2, 4, 3, 1, 5, 2], ()),
        ([4] * 10 + [1, 5] * 9, ("long_run",)),
        ([4] * 9 + [1, 5] * 10, ()),
        ([2] * 6 + [4, 1, 5, 3], ("long_run",)),
        ([3] * 5 + [4] + [3] * 6, ("flat",)),
        ([3] * 19 + [4], ("long_run", "flat")),
    ],
)
def test_answers_that_look_careless_get_a_remark(
    values: list[int], expected: tuple[str, ...]
) -> None:
    assert remarks(Signs(values), RULES) == expected


BOUNDS = ((14.0, 0.5, 2.0), (28.0, 0.6, 1.6))


@pytest.mark.parametrize(
    ("count", "misfit", "expected"),
    [
        (14, 1.0, ()),
        (14, 2.1, ("misfit",)),
        (14, 0.4, ("misfit",)),
        (21, 1.7, ()),
        (21, 1.9, ("misfit",)),
        (21, 0.54, ("misfit",)),
        (28, 1.7, ("misfit",)),
        (10, 1.9, ()),
        (56, 1.7, ("misfit",)),
    ],
)
def test_answers_that_hang_together_strangely_get_a_remark(
    count: int, misfit: float, expected: tuple[str, ...]
) -> None:
    values = [1, 5, 2, 4] * 14
    assert remarks(Signs(values[:count], (), misfit, BOUNDS), RULES) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([900] * 7, ("fast",)),
        ([900] * 6, ()),
        ([900] * 4 + [5000] * 4, ("fast",)),
        ([900] * 3 + [5000] * 4, ()),
        ([1000] * 9, ()),
    ],
)
def test_very_fast_answers_get_a_remark(times: list[int], expected: tuple[str, ...]) -> None:
    assert remarks(Signs([1, 5, 2, 4, 3, 1, 5, 2], times), RULES) == expected


def test_a_few_times_of_many_answers_say_nothing_about_speed() -> None:
    values = [1, 5, 2, 4] * 7
    assert remarks(Signs(values, [900] * 13), RULES) == ()
    assert remarks(Signs(values, [900] * 14), RULES) == ("fast",)


def test_the_misfit_is_the_distance_of_the_joint_normal_distribution(scorer: Scorer) -> None:
    measurement = scorer.model.measurement
    spread = measurement.loadings @ measurement.prior @ measurement.loadings.T
    spread += np.diag(measurement.unique)
    evidence = Evidence(measurement, scorer.values)
    places, values = [3, 11, 40, 55], [4, 0, 2, 4]
    codes = [place * 5 + value for place, value in zip(places, values, strict=True)]
    away = np.array(values) + 1 - measurement.means[places]
    expected = away @ np.linalg.solve(spread[np.ix_(places, places)], away) / 4
    answers, present = np.zeros((2, 1, len(measurement.means)))
    answers[0, places], present[0, places] = np.array(values) + 1, 1
    assert evidence.misfit(codes, evidence.belief(codes)) == pytest.approx(expected)
    assert evidence.misfits(answers, present) == pytest.approx([expected])


def test_clicking_at_random_is_noticed_and_liking_one_world_is_not(scorer: Scorer) -> None:
    generator = np.random.default_rng(3)
    names = scorer.next_items({}, 28)
    honest = {name: 5 if scorer.items[name] == scorer.worlds[0] else 2 for name in names}
    assert "misfit" not in scorer.profile(honest).remarks
    noticed = [
        "misfit" in scorer.profile({name: int(generator.integers(1, 6)) for name in names}).remarks
        for _ in range(40)
    ]
    assert sum(noticed) > 25


def test_remarks_look_at_real_answers_in_the_order_on_screen(small: Scorer) -> None:
    names = list(small.items)
    answers = dict(zip(names, [2, 2, 0, 2, 2, 2, 0, 2, 2, 1], strict=False))
    assert small.profile(answers).remarks == ("long_run", "flat")
    mixed = dict(zip(names, [2, 1, 3, 4, 1, 2, 4, 3], strict=False))
    assert small.profile(mixed).remarks == ()
