"""Number, word and planet say one thing: what comes first is never shown as less."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.texts import load_texts
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.profile import Profile
from quiz.domain.scoring.standing import standing
from quiz.results import worlds as shown

ENGINE = Scorer.load()
WORDS = [
    load_texts("nl").results[f"interest.{word}"] for word in ("high", "middle", "low", "unknown")
]
NUMBERS = st.lists(st.floats(-3, 3), min_size=3, max_size=9)


@given(NUMBERS, st.integers(1, 3))
def test_what_is_shown_never_rises_and_keeps_its_mean(values: list[float], equal: int) -> None:
    names = [str(place) for place in range(len(values))]
    found = list(standing(names, dict(zip(names, values, strict=True)), equal).values())
    assert all(one >= other - 1e-9 for one, other in pairwise(found))
    assert np.mean(found) == pytest.approx(np.mean(values), abs=1e-9)
    assert np.ptp(found[:equal]) == pytest.approx(0, abs=1e-9)


@given(NUMBERS)
def test_what_is_in_order_already_stays_as_it_is(values: list[float]) -> None:
    values = sorted(values, reverse=True)
    names = [str(place) for place in range(len(values))]
    interest = dict(zip(names, values, strict=True))
    assert standing(names, interest) == pytest.approx(interest)


def invented(kind: str, chance: np.random.Generator) -> Profile:
    """A pupil with one clear world, strong tastes, little known, or answers at random."""
    likes = {
        "one world": dict.fromkeys(ENGINE.worlds, 2.0) | {str(chance.choice(ENGINE.worlds)): 5.0},
        "strong": {world: float(chance.choice([1, 5])) for world in ENGINE.worlds},
        "few": {world: chance.normal(3, 0.8) for world in ENGINE.worlds},
        "any": {world: chance.normal(3, 0.8) for world in ENGINE.worlds},
    }[kind]
    noise = {"one world": 0.0, "few": 1.2}.get(kind, 0.7)
    given: dict[str, int] = {}
    while len(given) < (16 if kind == "few" else 28):
        for item in ENGINE.next_items(given, 7):
            value = round(likes[ENGINE.items[item]] + chance.normal(0, noise))
            unknown = kind == "few" and chance.random() < 0.2
            given[item] = 0 if unknown else min(5, max(1, value))
    return ENGINE.profile(given)


@pytest.mark.parametrize("kind", ["one world", "strong", "few", "any"])
def test_of_many_invented_pupils_no_word_or_planet_contradicts_the_order(kind: str) -> None:
    chance = np.random.default_rng(20261126)
    content = load_texts("nl")
    for _ in range(600):
        profile = invented(kind, chance)
        rows = shown.rows(profile, content)
        words = [WORDS.index(row.interest) for row in rows]
        assert words == sorted(words), profile
        sizes = [row.size for row in rows]
        assert all(one >= other - 1e-9 for one, other in pairwise(sizes))
        if not profile.flat:
            assert [row.rank for row in rows] == list(range(1, 8))
            top = rows[: len(profile.top)]
            assert len({(row.interest, round(row.size, 9)) for row in top}) == 1
