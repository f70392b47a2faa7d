"""What comes next follows from what is stored: reload, come back, or restart, it is the same."""

from dataclasses import replace

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.storage.database import Database
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.blocks import DEFAULT_BLOCKS
from quiz.usecases.attempts.errors import InvalidAnswer, NoAttempt
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.steps import BLOCK, OWN_WORLD, RESULT, TECH_TYPE, next_step
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import answer_block, begin, state_of, walk


def kind_of_step(services: Services, attempt_id: int) -> str:
    """Where a fresh visit finds this pupil."""
    return next_step(state_of(services, attempt_id), services.bank).kind


def restarted(services: Services) -> Services:
    """The same storage, seen by a process that started just now."""
    bank = load_bank()
    url = services.database.url.render_as_string(hide_password=False)
    return replace(services, database=Database(url), bank=bank, engine=Scorer.load(bank=bank))


def test_the_way_has_four_blocks_then_the_tech_type_then_the_own_world(
    services: Services,
) -> None:
    attempt_id = begin(services)
    kinds = [kind_of_step(services, attempt_id)]
    kinds += [answer_block(services, attempt_id, 3).step.kind for _ in range(DEFAULT_BLOCKS)]
    tech = [Given(name, 2) for name in services.bank.tech_items]
    kinds.append(save_answers(services, attempt_id, tech).step.kind)
    kinds.append(save_own_world(services, attempt_id, services.bank.worlds[2]).step.kind)
    assert kinds == [BLOCK, BLOCK, BLOCK, BLOCK, TECH_TYPE, OWN_WORLD, RESULT]


def test_each_save_tells_the_step_that_a_reload_finds(services: Services) -> None:
    attempt_id = begin(services)
    for _block in range(DEFAULT_BLOCKS):
        progress = answer_block(services, attempt_id, 3)
        state = state_of(services, attempt_id)
        assert progress.step == next_step(state, services.bank)
        assert progress.state == state


def test_a_half_answered_block_is_the_next_step_until_its_last_answer(
    services: Services,
) -> None:
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]
    for question in block[:-1]:
        progress = save_answers(services, attempt_id, [Given(question, 5)])
        assert (progress.step.kind, progress.step.block) == (BLOCK, 0)
    assert save_answers(services, attempt_id, [Given(block[-1], 5)]).step.block == 1


def test_a_block_that_was_shown_never_changes_whatever_is_answered_again(
    services: Services,
) -> None:
    attempt_id = begin(services)
    for _block in range(3):
        answer_block(services, attempt_id, 5)
    shown = state_of(services, attempt_id).blocks
    for question in shown[0]:
        save_answers(services, attempt_id, [Given(question, 1)])
    assert state_of(services, attempt_id).blocks == shown
    answer_block(services, attempt_id, 2)
    assert state_of(services, attempt_id).blocks[: len(shown)] == shown


def test_after_a_restart_the_pupil_is_where_they_were(services: Services) -> None:
    attempt_id = begin(services)
    answer_block(services, attempt_id, 4)
    again = restarted(services)
    try:
        assert state_of(again, attempt_id) == state_of(services, attempt_id)
        answer_block(again, attempt_id, 2)
    finally:
        again.database.close()
    assert kind_of_step(services, attempt_id) == BLOCK
    assert len(state_of(services, attempt_id).blocks) == 3


def test_answers_on_later_pages_first_lead_to_the_same_end(services: Services) -> None:
    attempt_id = begin(services)
    save_own_world(services, attempt_id, services.bank.worlds[0])
    save_answers(services, attempt_id, [Given(name, 1) for name in services.bank.tech_items])
    assert kind_of_step(services, attempt_id) == BLOCK
    walk(services, attempt_id)
    state = state_of(services, attempt_id)
    assert state.finished
    assert state.own_world == services.bank.worlds[0]
    assert {state.answers[name] for name in services.bank.tech_items} == {1}


def test_never_a_question_twice_and_never_three_of_a_world_in_what_is_stored(
    services: Services,
) -> None:
    for value in (0, 1, 3, 5):
        attempt_id = begin(services)
        walk(services, attempt_id, value)
        asked = state_of(services, attempt_id).asked
        assert len(asked) == len(set(asked)) == 28
        worlds = [services.engine.items[question] for question in asked]
        assert all(len(set(worlds[at : at + 3])) > 1 for at in range(26))


@pytest.mark.parametrize("world", ["", "atlantis", "x" * 41, "' OR 1=1"])
def test_an_own_world_that_does_not_exist_is_refused(services: Services, world: str) -> None:
    attempt_id = begin(services)
    with pytest.raises(InvalidAnswer):
        save_own_world(services, attempt_id, world)
    assert state_of(services, attempt_id).own_world is None


def test_an_attempt_that_never_was_has_no_next_step(services: Services) -> None:
    with pytest.raises(NoAttempt):
        state_of(services, 12)
