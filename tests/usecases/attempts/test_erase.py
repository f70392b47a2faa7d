"""Erasing takes everything of one pupil, and nothing of anyone else."""

import pytest

from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.erase import erase_attempt, erase_if_empty
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import save_answers
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import (
    at_the_same_instant,
    begin,
    everything_stored,
    row_counts,
    state_of,
    walk,
)


def test_erasing_takes_the_attempt_its_answers_and_its_results(
    services: Services, class_code: str
) -> None:
    attempt_id = begin(services, class_code)
    walk(services, attempt_id)
    nickname = state_of(services, attempt_id).nickname
    erase_attempt(services, attempt_id)
    counts = row_counts(services.database)
    assert (counts["attempt"], counts["answer"], counts["result"]) == (0, 0, 0)
    stored = everything_stored(services.database)
    assert nickname not in stored
    assert str(attempt_id) not in stored


def test_the_class_and_the_other_pupils_stay(services: Services, class_code: str) -> None:
    goes, stays = begin(services, class_code), begin(services, class_code)
    walk(services, stays)
    before = read(services, load_result, stays)
    erase_attempt(services, goes)
    assert read(services, load_result, stays) == before
    assert row_counts(services.database)["school_class"] == 1


def test_erasing_twice_is_harmless(services: Services) -> None:
    attempt_id = begin(services)
    erase_attempt(services, attempt_id)
    erase_attempt(services, attempt_id)
    with pytest.raises(NoAttempt):
        state_of(services, attempt_id)


def test_the_place_in_a_full_class_is_free_again(services: Services, class_code: str) -> None:
    pupils = [begin(services, class_code) for _ in range(40)]
    erase_attempt(services, pupils[7])
    begin(services, class_code)
    assert row_counts(services.database)["attempt"] == 40


@pytest.mark.parametrize("round_number", range(10))
def test_an_attempt_is_only_empty_when_no_answer_arrives_at_that_instant(
    services: Services, round_number: int
) -> None:
    attempt_id = begin(services)
    question = state_of(services, attempt_id).blocks[0][round_number % 7]

    def save() -> bool:
        try:
            save_answers(services, attempt_id, [Given(question, 4)])
        except NoAttempt:
            return False
        return True

    def tidy() -> bool:
        erase_if_empty(services, attempt_id)
        return True

    saved, _tidied = at_the_same_instant([save, tidy])
    assert row_counts(services.database)["answer"] == int(saved), "an accepted answer is kept"


def test_an_attempt_without_answers_is_cleared_away_and_one_with_answers_stays(
    services: Services,
) -> None:
    empty, busy = begin(services), begin(services)
    save_answers(services, busy, [Given(state_of(services, busy).blocks[0][0], 0)])
    for attempt_id in (empty, busy, empty):
        erase_if_empty(services, attempt_id)
    assert state_of(services, busy).answers
    assert row_counts(services.database)["attempt"] == 1
