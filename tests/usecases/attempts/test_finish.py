"""A result is made once, from the pupil's own answers, and stays what it was."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from quiz.domain.scoring import Scorer
from quiz.storage.tables.attempt import Result
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.errors import AlreadyFinished, NoAttempt, NotFinished
from quiz.usecases.attempts.finish import MINIMUM_ANSWERS, load_result
from quiz.usecases.attempts.progress import save_answers
from quiz.usecases.attempts.steps import BLOCK, next_step
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import answer_block, begin, row_counts, state_of, walk


def finish_with(services: Services, values: list[int]) -> int:
    """An attempt whose questions are answered with these values, in the order of showing.

    It may end before the values do, when the first world is clear (docs/scoring.md section 2).
    """
    attempt_id = begin(services)
    while next_step(state := state_of(services, attempt_id), services.bank).kind == BLOCK:
        block = state.blocks[-1]
        if len(state.answers) >= len(values):
            break
        given = zip(block, values[len(state.answers) :], strict=False)
        save_answers(services, attempt_id, [Given(*pair) for pair in given])
    walk(services, attempt_id)
    return attempt_id


def stored_results(services: Services, attempt_id: int) -> list[Result]:
    query = select(Result).where(Result.attempt_id == attempt_id).order_by(Result.number)
    with services.database.reading() as session:
        return list(session.scalars(query))


def test_the_result_is_what_the_engine_says_of_the_stored_answers(services: Services) -> None:
    attempt_id = finish_with(services, [(place * 3) % 6 for place in range(28)])
    state, result = read(services, load_result, attempt_id)
    assert result.profile == services.engine.profile(state.responses(services.bank))
    assert result.number == 1


def test_a_result_carries_the_versions_that_made_it(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    (result,) = stored_results(services, attempt_id)
    assert result.bank_version == services.bank.version
    assert result.bank_hash == services.bank.hash
    assert result.model_version == services.engine.model_version
    assert result.fallback is services.engine.fallback
    assert result.scored_at <= services.clock()


def test_a_result_is_frozen_also_when_the_model_changes(services: Services) -> None:
    attempt_id = finish_with(services, [5, 1, 4, 2, 3, 5, 1] * 4)
    before = read(services, load_result, attempt_id)
    newer = replace(services, engine=Scorer.plain(services.bank))
    assert read(newer, load_result, attempt_id) == before
    assert len(stored_results(services, attempt_id)) == 1


def test_finishing_twice_is_refused_and_leaves_one_result(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    tech = [Given(name, 1) for name in services.bank.tech_items]
    with pytest.raises(AlreadyFinished):
        save_answers(services, attempt_id, tech)
    assert len(stored_results(services, attempt_id)) == 1


def test_before_the_last_press_there_is_no_result(services: Services) -> None:
    attempt_id = begin(services)
    for _block in range(4):
        answer_block(services, attempt_id, 4)
    with pytest.raises(NotFinished):
        read(services, load_result, attempt_id)
    with pytest.raises(NoAttempt):
        read(services, load_result, 12)
    assert row_counts(services.database)["result"] == 0


@pytest.mark.parametrize("seed", range(4))
def test_reasons_are_own_answers_of_four_or_five_on_that_world(
    services: Services, seed: int
) -> None:
    values = [1 + (place * (seed + 2) + seed) % 5 for place in range(28)]
    state, result = read(services, load_result, finish_with(services, values))
    assert result.profile is not None
    assert list(result.reasons) == list(result.profile.worlds[:3])
    for world, reasons in result.reasons.items():
        assert len(reasons) <= 3
        for question, value in reasons:
            assert value >= 4
            assert state.answers[question] == value
            assert services.engine.items[question] == world


def test_who_likes_nothing_gets_no_invented_reasons(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id, 1)
    _state, result = read(services, load_result, attempt_id)
    assert all(reasons == () for reasons in result.reasons.values())


def test_one_answer_too_few_gives_no_profile_and_one_more_does(services: Services) -> None:
    few = finish_with(services, [4] * (MINIMUM_ANSWERS - 1) + [0] * 15)
    enough = finish_with(services, [4] * MINIMUM_ANSWERS + [0] * 14)
    for attempt_id, answered in ((few, MINIMUM_ANSWERS - 1), (enough, MINIMUM_ANSWERS)):
        state, result = read(services, load_result, attempt_id)
        assert state.finished
        assert result.answered == answered
        assert (result.profile is None) == (answered < MINIMUM_ANSWERS)


def test_the_tech_type_answers_do_not_count_as_answers(services: Services) -> None:
    attempt_id = begin(services)
    save_answers(services, attempt_id, [Given(name, 5) for name in services.bank.tech_items])
    walk(services, attempt_id, 0)
    _state, result = read(services, load_result, attempt_id)
    assert (result.answered, result.profile, dict(result.reasons)) == (0, None, {})


def test_on_the_plain_sum_the_result_says_so(services: Services) -> None:
    plain = replace(services, engine=Scorer.plain(services.bank))
    attempt_id = begin(plain)
    walk(plain, attempt_id, 5)
    _state, result = read(services, load_result, attempt_id)
    assert result.fallback
    assert result.profile is not None
    assert result.profile.fallback
