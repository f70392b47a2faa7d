"""Which questions come next."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from tests.domain.scoring.small import item, small_bank, small_model


def walk(engine: Engine, block: int, seed: int) -> list[str]:
    """Answer at random until nothing is left; return the questions in the order asked."""
    generator = np.random.default_rng(seed)
    choices = [*engine.values, engine.unknown]
    answers: dict[str, int] = {}
    while found := engine.next_items(answers, block):
        assert not set(found) & answers.keys()
        assert len(found) <= block
        answers.update({name: int(generator.choice(choices)) for name in found})
    return list(answers)


@pytest.mark.parametrize("block", [1, 2, 7])
@pytest.mark.parametrize("seed", range(5))
def test_every_question_comes_once_and_never_three_of_one_world_in_a_row(
    engine: Engine, block: int, seed: int
) -> None:
    order = walk(engine, block, seed)
    assert sorted(order) == sorted(engine.static_order)
    worlds = [engine.items[name] for name in order]
    assert all(len(set(worlds[k : k + 3])) > 1 for k in range(len(worlds) - 2))
    assert len(set(worlds[: len(engine.worlds)])) == len(engine.worlds)


def test_the_same_answers_give_the_same_questions(engine: Engine, bank: Bank) -> None:
    answers = dict.fromkeys(list(engine.items)[:5], engine.values[-1])
    assert engine.next_items(answers, 7) == engine.next_items(dict(answers), 7)
    assert Scorer.load(bank=bank).next_items({}, 7) == Scorer.load(bank=bank).next_items({}, 7)


def test_a_block_begins_with_the_single_best_question(engine: Engine) -> None:
    answers = dict.fromkeys(engine.next_items({}, len(engine.worlds)), 2)
    assert engine.next_items(answers, 5)[0] == engine.next_items(answers)[0]


def test_a_question_seen_but_not_known_does_not_come_back(engine: Engine) -> None:
    first = engine.next_items({})[0]
    assert first not in engine.next_items({first: 0}, len(engine.items))


def test_nothing_is_offered_when_nothing_is_left_or_nothing_is_wanted(engine: Engine) -> None:
    assert engine.next_items(dict.fromkeys(engine.items, 0), 7) == []
    assert engine.next_items({}, 0) == []


def test_a_world_not_asked_about_yet_comes_first(engine: Engine) -> None:
    first = engine.worlds[0]
    answers = {name: 2 for name, world in engine.items.items() if world == first}
    others = engine.next_items(answers, len(engine.worlds) - 1)
    assert {engine.items[name] for name in others} == set(engine.worlds) - {first}


def test_when_only_one_world_is_left_its_questions_still_come(engine: Engine) -> None:
    last = engine.worlds[-1]
    answers = {name: 2 for name in engine.static_order if engine.items[name] != last}
    left = engine.next_items(answers, len(engine.items))
    assert {engine.items[name] for name in left} == {last}
    assert len(left) + len(answers) == len(engine.static_order)


def test_a_withdrawn_question_is_scored_but_no_longer_offered() -> None:
    bank = small_bank(item("oud", "hout", status="retired"))
    for engine in (Scorer(small_model(bank)), Scorer.plain(bank)):
        assert "oud" not in engine.next_items({}, 99)
        assert engine.next_items({"oud": 4}, 99)
        assert engine.probabilities({"oud": 4, "stof-0": 2})["hout"] > 1 / 3


def test_the_engine_asks_where_the_contest_is_undecided() -> None:
    scorer = Scorer(small_model(small_bank(per_world=8)))
    answers = {"hout-0": 4, "metaal-0": 4, "stof-0": 1}
    answers |= {"hout-1": 4, "metaal-1": 4, "stof-1": 1}
    worlds = [scorer.items[name] for name in scorer.next_items(answers, 4)]
    assert worlds.count("stof") < 2


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_a_block_equals_asking_one_by_one_when_answers_bring_no_news(seed: int, size: int) -> None:
    """How much doubt a question removes does not depend on its answer, so a block can be chosen.

    A head without coefficients keeps all worlds as likely, whatever the answers.
    """
    model = small_model(small_bank(per_world=5))
    still = replace(model, head=replace(model.head, coefficients=model.head.coefficients * 0))
    scorer = Scorer(still)
    known = np.random.default_rng(seed).choice(list(scorer.items), 4, replace=False)
    answers = {str(name): 2 for name in known}
    block = scorer.next_items(answers, size)
    for expected in block:
        assert scorer.next_items(answers) == [expected]
        answers[expected] = 2
