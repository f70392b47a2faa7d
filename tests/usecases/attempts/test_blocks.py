"""Which questions come: varied, never twice, one in ten by chance, the same after a restart."""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from quiz.usecases.attempts.blocks import BLOCK_SIZE, DEFAULT_BLOCKS, choose_block

BANK = load_bank()
ENGINE = Scorer.load(bank=BANK)
SEEDS = st.integers(0, 2**62)
ANSWERS = st.lists(st.sampled_from([BANK.unknown, *BANK.values]), min_size=56, max_size=56)
FEW_EXAMPLES = settings(max_examples=40)

Blocks = list[tuple[str, ...]]


def all_blocks(engine: Engine, seed: int, answers: list[int]) -> Blocks:
    """Every block that a pupil sees who answers like this and wants all there is."""
    blocks: Blocks = []
    responses: dict[str, int] = {}
    while block := choose_block(engine, blocks, responses, seed):
        blocks.append(block)
        responses |= dict(zip(block, answers[len(responses) :], strict=False))
    return blocks


@FEW_EXAMPLES
@given(SEEDS, ANSWERS)
def test_no_question_comes_twice_and_all_come_in_the_end(seed: int, answers: list[int]) -> None:
    questions = [question for block in all_blocks(ENGINE, seed, answers) for question in block]
    assert len(questions) == len(set(questions))
    assert set(questions) == set(BANK.live)


@FEW_EXAMPLES
@given(SEEDS, ANSWERS)
def test_three_of_one_world_never_stand_in_a_row(seed: int, answers: list[int]) -> None:
    questions = [question for block in all_blocks(ENGINE, seed, answers) for question in block]
    worlds = [ENGINE.items[question] for question in questions]
    for three in zip(worlds, worlds[1:], worlds[2:], strict=False):
        assert len(set(three)) > 1


def test_also_not_at_the_very_end_when_few_worlds_are_left() -> None:
    for seed in range(130):
        chance = Random(seed)  # noqa: S311
        answers = [chance.randint(0, 5) for _ in range(56)]
        questions = [question for block in all_blocks(ENGINE, seed, answers) for question in block]
        worlds = [ENGINE.items[question] for question in questions]
        assert all(len(set(worlds[at : at + 3])) > 1 for at in range(len(worlds) - 2)), seed


@FEW_EXAMPLES
@given(SEEDS)
def test_the_first_block_has_one_question_of_each_world(seed: int) -> None:
    block = choose_block(ENGINE, [], {}, seed)
    assert Counter(ENGINE.items[question] for question in block) == Counter(BANK.worlds)


@FEW_EXAMPLES
@given(SEEDS, ANSWERS)
def test_a_block_is_the_same_after_a_restart(seed: int, answers: list[int]) -> None:
    restarted = Scorer.load(bank=load_bank())
    assert all_blocks(restarted, seed, answers) == all_blocks(ENGINE, seed, answers)


@FEW_EXAMPLES
@given(SEEDS, ANSWERS)
def test_a_later_block_holds_at_most_one_question_by_chance(seed: int, answers: list[int]) -> None:
    blocks = all_blocks(ENGINE, seed, answers)[:DEFAULT_BLOCKS]
    for number in range(1, DEFAULT_BLOCKS):
        assert _by_chance(blocks[: number + 1], answers) <= 1


def test_about_one_question_in_ten_comes_by_chance() -> None:
    answers = [1 + place * 7 % 5 for place in range(56)]
    pupils = 100
    by_chance = 0
    for seed in range(pupils):
        blocks = all_blocks(ENGINE, seed, answers)[:DEFAULT_BLOCKS]
        by_chance += sum(
            _by_chance(blocks[: number + 1], answers) for number in range(1, DEFAULT_BLOCKS)
        )
    assert 0.08 < by_chance / (pupils * DEFAULT_BLOCKS * BLOCK_SIZE) < 0.12


def test_chance_differs_from_pupil_to_pupil() -> None:
    answers = [3] * 56
    seconds = {choose_block(ENGINE, all_blocks(ENGINE, 1, answers)[:1], {}, s) for s in range(30)}
    assert len(seconds) > 10


def test_a_retired_question_is_never_asked() -> None:
    retired = {name: replace(BANK.items[name], status="retired") for name in BANK.live[::9]}
    bank = replace(BANK, items={**BANK.items, **retired})
    engine = Scorer.load(bank=bank)
    for seed in range(20):
        asked = {name for block in all_blocks(engine, seed, [4] * 56) for name in block}
        assert asked == set(bank.live)


def test_a_question_that_left_the_bank_does_not_stop_the_way() -> None:
    old = ("left-the-bank", "also-left", "left-too", "gone", "gone-too", "gone-also", "away")
    block = choose_block(ENGINE, [old], {}, 5)
    assert len(block) == BLOCK_SIZE
    assert set(block) <= set(BANK.live)


def _by_chance(blocks: Blocks, answers: list[int]) -> int:
    """How many questions of the last of these blocks the engine would not have chosen."""
    asked = [question for block in blocks[:-1] for question in block]
    return len(set(blocks[-1]) - set(ENGINE.next_items(dict(zip(asked, answers, strict=False)), 7)))
