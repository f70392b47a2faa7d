"""The button "nog preciezer": one block more, and a new result behind the old one."""

from dataclasses import replace
from functools import partial

import pytest

from quiz.domain.scoring import Scorer
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import more_questions, questions_left
from quiz.usecases.attempts.steps import BLOCK, next_step
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import at_the_same_instant, begin, state_of, walk
from tests.usecases.attempts.test_finish import stored_results


def test_it_brings_one_block_and_then_a_new_result_behind_the_old(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id, 4)
    (old,) = stored_results(services, attempt_id)
    shown = state_of(services, attempt_id).blocks
    more_questions(services, attempt_id)
    state = state_of(services, attempt_id)
    assert not state.finished
    assert state.blocks[:-1] == shown
    assert next_step(state, services.bank).kind == BLOCK
    walk(services, attempt_id, 1)
    first, second = stored_results(services, attempt_id)
    assert (first.outcome, first.scored_at) == (old.outcome, old.scored_at)
    assert (second.number, second.outcome["answered"]) == (2, 35)
    assert read(services, load_result, attempt_id)[1].number == 2


def test_neither_tech_type_nor_own_world_is_asked_again(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id, own_world=services.bank.worlds[1])
    before = state_of(services, attempt_id)
    more_questions(services, attempt_id)
    walk(services, attempt_id)
    after = state_of(services, attempt_id)
    assert after.own_world == before.own_world
    assert before.answers.items() <= after.answers.items()


def test_pressing_ten_times_at_once_gives_one_block(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    shown = len(state_of(services, attempt_id).blocks)
    at_the_same_instant([partial(more_questions, services, attempt_id)] * 10)
    state = state_of(services, attempt_id)
    assert len(state.blocks) == state.target_blocks == shown + 1


def test_pressing_half_way_the_questions_changes_nothing(services: Services) -> None:
    attempt_id = begin(services)
    before = state_of(services, attempt_id)
    more_questions(services, attempt_id)
    assert state_of(services, attempt_id) == before


def test_with_all_questions_asked_it_ends_well(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    rounds = 1
    while questions_left(services, state_of(services, attempt_id)):
        more_questions(services, attempt_id)
        walk(services, attempt_id, 2 + rounds % 3)
        rounds += 1
    state = state_of(services, attempt_id)
    assert sorted(state.asked) == sorted(services.bank.live)
    # One in twelve first walks is clear a block earlier, and has one round more to go.
    assert rounds == len(stored_results(services, attempt_id))
    assert rounds in (5, 6)
    more_questions(services, attempt_id)
    assert state_of(services, attempt_id) == state
    assert read(services, load_result, attempt_id)[1].answered == 56


def test_a_small_bank_ends_when_its_questions_do(services: Services) -> None:
    few = dict(services.bank.items)
    for name in services.bank.live[10:]:
        few[name] = replace(few[name], status="retired")
    bank = replace(services.bank, items=few)
    small = replace(services, bank=bank, engine=Scorer.load(bank=bank))
    attempt_id = begin(small)
    walk(small, attempt_id)
    state = state_of(small, attempt_id)
    assert sorted(state.asked) == sorted(bank.live)
    assert state.finished
    assert state.target_blocks == len(state.blocks) == 2


def test_too_few_answers_can_become_enough(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id, 0)
    for _round in range(2):
        more_questions(services, attempt_id)
        walk(services, attempt_id, 5)
    profiles = [result.outcome.get("profile") for result in stored_results(services, attempt_id)]
    assert [profile is None for profile in profiles] == [True, True, False]


def test_an_attempt_that_never_was_cannot_go_on(services: Services) -> None:
    with pytest.raises(NoAttempt):
        more_questions(services, 12)
