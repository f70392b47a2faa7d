"""Liking one world's activities puts that world first, whatever else is going on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from tests.domain.scoring.small import item, small_bank, small_model

BANK = load_bank()
SCORER = Scorer.load(bank=BANK)


def test_super_for_one_world_and_little_for_the_rest_puts_that_world_first(engine: Engine) -> None:
    high, low = engine.values[-1], engine.values[1]
    for wanted in engine.worlds:
        answers = {name: high if world == wanted else low for name, world in engine.items.items()}
        profile = engine.profile(answers)
        assert profile.worlds[0] == wanted
        assert profile.outcome == "clear"
        assert profile.interest[wanted] == max(profile.interest.values())


def test_a_question_that_speaks_against_a_world_counts_the_other_way() -> None:
    bank = small_bank(item("geen-stof", "stof", keying=-1))
    for engine in (Scorer(small_model(bank)), Scorer.plain(bank)):
        other = {"hout-0": 2, "metaal-0": 2, "stof-0": 2}
        likes = engine.probabilities({**other, "geen-stof": 1})["stof"]
        dislikes = engine.probabilities({**other, "geen-stof": 4})["stof"]
        assert likes > dislikes


@given(
    st.dictionaries(st.sampled_from(list(BANK.items)), st.integers(0, 5), min_size=1),
    st.randoms(use_true_random=False),
)
def test_liking_a_worlds_own_question_more_never_lowers_that_world(
    answers: dict[str, int], chooser: object
) -> None:
    name = chooser.choice(sorted(answers))  # type: ignore[attr-defined]
    world = BANK.items[name].world
    chances = [SCORER.probabilities({**answers, name: value})[world] for value in BANK.values]
    assert all(after >= before - 1e-9 for before, after in pairwise(chances))


def test_saying_yes_to_everything_puts_no_world_in_front(engine: Engine) -> None:
    for value in engine.values:
        profile = engine.profile(dict.fromkeys(engine.items, value))
        assert profile.outcome == "broad" or max(profile.probabilities.values()) < 0.5


def test_skipping_part_of_the_questions_keeps_the_first_world_and_adds_doubt(
    engine: Engine,
) -> None:
    wanted = engine.worlds[1]
    high, low = engine.values[-1], engine.values[1]
    full = {name: high if world == wanted else low for name, world in engine.items.items()}
    some = {name: 0 if k % 3 == 0 else value for k, (name, value) in enumerate(full.items())}
    assert engine.profile(some).worlds[0] == wanted
    assert engine.profile(some).uncertainty[wanted] > engine.profile(full).uncertainty[wanted]


def test_without_answers_every_world_is_as_likely(engine: Engine) -> None:
    profile = engine.profile({})
    assert list(profile.probabilities.values()) == pytest.approx(
        [1 / len(engine.worlds)] * len(engine.worlds)
    )
    assert profile.worlds == tuple(engine.worlds)
    assert profile.answered == 0
