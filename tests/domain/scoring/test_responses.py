"""What counts as an answer, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from quiz.domain.scoring.errors import ResponseError
from tests.domain.scoring.small import small_bank, small_model

SMALL = Scorer(small_model(small_bank()))
ITEMS = list(SMALL.items)
responses = st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 4))


@given(responses, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_nothing_to_the_last_bit(
    given_answers: dict[str, int], shuffler: object
) -> None:
    pairs = list(given_answers.items())
    shuffler.shuffle(pairs)  # type: ignore[attr-defined]
    assert SMALL.probabilities(dict(pairs)) == SMALL.probabilities(given_answers)
    for world in SMALL.worlds:
        assert dict(SMALL.explain(dict(pairs), world)) == dict(SMALL.explain(given_answers, world))


@given(responses)
def test_i_do_not_know_is_the_same_as_not_asked(given_answers: dict[str, int]) -> None:
    real = {item: value for item, value in given_answers.items() if value}
    assert SMALL.probabilities(given_answers) == SMALL.probabilities(real)
    assert SMALL.profile(given_answers).answered == len(real)


@given(responses)
def test_probabilities_are_probabilities(given_answers: dict[str, int]) -> None:
    found = SMALL.probabilities(given_answers)
    assert sum(found.values()) == pytest.approx(1)
    assert min(found.values()) >= 0
    assert tuple(found) == SMALL.worlds


def test_an_unknown_question_is_refused_by_name(engine: Engine) -> None:
    for ask in (engine.probabilities, engine.next_items, engine.profile):
        with pytest.raises(ValueError, match="unknown question 'nergens'"):
            ask({next(iter(engine.items)): 3, "nergens": 3})


@pytest.mark.parametrize("value", [-1, 6, 99, 2.5, "3", None, True, False, [3], float("nan")])
def test_a_value_off_the_scale_is_refused_with_the_scale(engine: Engine, value: object) -> None:
    first, second, *_ = engine.items
    with pytest.raises(ResponseError, match=rf"question '{second}' has answer .*use 1, 2, 3"):
        engine.probabilities({first: 3, second: value})  # type: ignore[dict-item]


def test_an_unknown_world_is_refused(engine: Engine) -> None:
    with pytest.raises(ResponseError, match="unknown world 'mars'"):
        engine.explain({}, "mars")


def test_the_scorer_shows_the_questions_and_worlds_of_its_bank(bank: Bank, scorer: Scorer) -> None:
    assert dict(scorer.items) == {item.id: item.world for item in bank.items.values()}
    assert tuple(scorer.worlds) == bank.worlds
    assert tuple(scorer.values) == bank.values
    assert scorer.unknown == bank.unknown
    assert set(scorer.static_order) == set(bank.live)
    assert scorer.bank_hash == bank.hash
