"""Questions that zoom in on a world are answered like the others, and change nothing else."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from quiz.storage.tables.attempt import Answer
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import AlreadyFinished, InvalidAnswer, NoAttempt, NotFinished
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import more_questions, save_answers
from quiz.usecases.attempts.zooming import has_begun, open_zoom_questions, save_zoom_answers
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import answer_one, begin, state_of, walk
from tests.usecases.attempts.test_finish import stored_results

WORLD = "hitech-science"


@pytest.fixture
def finished(services: Services) -> int:
    """A pupil with a result."""
    attempt_id = begin(services)
    walk(services, attempt_id)
    return attempt_id


def zoom(services: Services, attempt_id: int, value: int = 5, count: int | None = None) -> None:
    """Answer the first few questions that zoom in, or all."""
    asked = services.bank.zoom_of(WORLD)[:count]
    save_zoom_answers(services, attempt_id, [Given(name, value) for name in asked])


def test_what_is_answered_is_kept_and_the_result_stays_as_it_was(
    services: Services, finished: int
) -> None:
    before, result = read(services, load_result, finished)
    assert open_zoom_questions(before, services.bank, WORLD) == services.bank.zoom_of(WORLD)
    zoom(services, finished, count=2)
    half = state_of(services, finished)
    assert has_begun(half, services.bank, WORLD)
    assert open_zoom_questions(half, services.bank, WORLD) == services.bank.zoom_of(WORLD)[2:]
    zoom(services, finished, 0)
    after, same = read(services, load_result, finished)
    assert open_zoom_questions(after, services.bank, WORLD) == ()
    assert same == result
    assert after.finished
    assert replace(after, answers=before.answers, sequences=before.sequences) == before
    assert after.responses(services.bank) == before.responses(services.bank)
    assert not has_begun(after, services.bank, "voeding-natuur")


def test_an_answer_may_change_and_a_replay_undoes_nothing(
    services: Services, finished: int
) -> None:
    first = services.bank.zoom_of(WORLD)[0]
    early, late = (Given(first, value, sequence) for value, sequence in ((2, 1000), (5, 2000)))
    for given in (early, late, early):
        save_zoom_answers(services, finished, [given])
    assert state_of(services, finished).answers[first] == 5


def test_no_other_question_comes_in_by_this_door_and_these_by_no_other(
    services: Services, finished: int
) -> None:
    before = state_of(services, finished)
    asked, first = before.blocks[0][0], services.bank.zoom_of(WORLD)[0]
    for wrong in (Given(asked, 1), Given(first, 6), Given(first, 5, -1), Given("geen-vraag", 5)):
        with pytest.raises(InvalidAnswer):
            save_zoom_answers(services, finished, [Given(first, 3), wrong])
    with pytest.raises(AlreadyFinished):
        save_answers(services, finished, [Given(first, 3)])
    assert state_of(services, finished) == before
    with pytest.raises(NoAttempt):
        save_zoom_answers(services, 12, [Given(first, 3)])


def test_before_there_is_a_result_nothing_is_kept(services: Services) -> None:
    attempt_id = begin(services)
    answer_one(services, attempt_id)
    for save in (save_zoom_answers, save_answers):
        with pytest.raises((NotFinished, InvalidAnswer)):
            save(services, attempt_id, [Given(services.bank.zoom_of(WORLD)[0], 3)])
    assert len(state_of(services, attempt_id).answers) == 1


def test_what_waited_while_more_questions_are_asked_still_comes_in_and_the_round_goes_on(
    services: Services, finished: int
) -> None:
    more_questions(services, finished)
    zoom(services, finished)
    assert not state_of(services, finished).finished
    walk(services, finished)
    first, second = stored_results(services, finished)
    assert second.outcome["answered"] == first.outcome["answered"] + 7
    assert has_begun(state_of(services, finished), services.bank, WORLD)


def test_a_retake_begins_without_them_and_keeps_those_of_the_first_time(
    services: Services, finished: int
) -> None:
    zoom(services, finished)
    retake = start_retake(services, finished)
    with pytest.raises(NotFinished):
        zoom(services, retake)
    walk(services, retake)
    assert not has_begun(state_of(services, retake), services.bank, WORLD)
    assert has_begun(state_of(services, finished), services.bank, WORLD)


def test_they_are_erased_with_the_pupil(services: Services, finished: int) -> None:
    zoom(services, finished)
    erase_attempt(services, finished)
    with services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Answer)) == 0
