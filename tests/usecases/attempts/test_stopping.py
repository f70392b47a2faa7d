"""When the first world is clear the questions stop early; who wants to go on goes on."""

from dataclasses import replace

from quiz.domain.scoring import Scorer
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.blocks import may_stop
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import more_questions, save_answers
from quiz.usecases.attempts.steps import BLOCK, TECH_TYPE, next_step
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import begin, state_of, walk


def _answer_for_one_world(services: Services, attempt_id: int, blocks: int) -> str:
    """Say "super" to the questions of one world only; what comes next."""
    world = services.bank.worlds[2]
    kind = BLOCK
    for _ in range(blocks):
        shown = state_of(services, attempt_id).blocks[-1]
        items = services.bank.items
        given = [Given(name, 5 if items[name].world == world else 1) for name in shown]
        kind = save_answers(services, attempt_id, given).step.kind
    return kind


def test_a_clear_first_world_ends_the_questions_after_21(services: Services) -> None:
    attempt_id = begin(services)
    assert _answer_for_one_world(services, attempt_id, 2) == BLOCK
    assert _answer_for_one_world(services, attempt_id, 1) == TECH_TYPE
    state = state_of(services, attempt_id)
    assert len(state.blocks) == state.target_blocks == 3


def test_who_stopped_early_may_go_on(services: Services) -> None:
    attempt_id = begin(services)
    _answer_for_one_world(services, attempt_id, 3)
    walk(services, attempt_id)
    assert read(services, load_result, attempt_id)[1].answered == 21
    more_questions(services, attempt_id)
    assert next_step(state_of(services, attempt_id), services.bank).kind == BLOCK
    walk(services, attempt_id, 1)
    assert read(services, load_result, attempt_id)[1].answered == 28


def test_doubt_or_too_few_answers_or_the_plain_sum_go_on(services: Services) -> None:
    engine, bank = services.engine, services.bank
    sure = {name: 5 if item.world == bank.worlds[0] else 1 for name, item in bank.items.items()}
    few = dict(list(sure.items())[:20])
    skipped = {**few, **dict.fromkeys(list(sure)[20:], bank.unknown)}
    assert may_stop(engine, sure)
    assert not may_stop(engine, few)
    assert not may_stop(engine, skipped)
    assert not may_stop(engine, dict.fromkeys(sure, 3))
    assert not may_stop(replace(services, engine=Scorer.plain(bank)).engine, sure)


def test_very_fast_answers_are_remarked_upon(services: Services) -> None:
    for milliseconds, expected in ((400, True), (4000, False), (None, False)):
        attempt_id = begin(services)
        for _ in range(2):
            shown = state_of(services, attempt_id).blocks[-1]
            values = [(place % 5) + 1 for place in range(len(shown))]
            save_answers(
                services,
                attempt_id,
                [
                    Given(name, value, milliseconds=milliseconds)
                    for name, value in zip(shown, values, strict=True)
                ],
            )
        walk(services, attempt_id)
        profile = read(services, load_result, attempt_id)[1].profile
        assert profile is not None
        assert ("fast" in profile.remarks) is expected
