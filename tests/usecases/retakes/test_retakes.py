"""Doing it again later: one retake at a time, and the first one stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.attempts.errors import NoMoreRetakes, NotFinished
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import more_questions
from quiz.usecases.attempts.schooling import ImpossibleYear, Schooling
from quiz.usecases.retakes.retakes import attempt_with_result, attempts_of
from quiz.usecases.retakes.start import MOST_ATTEMPTS, discard_retake, start_retake
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import (
    THROUGH_A_DATABASE,
    at_the_same_instant,
    begin,
    row_counts,
    state_of,
    walk,
)
from tests.usecases.attempts.test_finish import stored_results
from tests.usecases.retakes.retaking import finished


def test_a_retake_asks_everything_again_and_leaves_the_first_as_it_was(
    services: Services, class_code: str
) -> None:
    first = finished(services, class_code)
    before, (result,) = state_of(services, first), stored_results(services, first)
    second = start_retake(services, first)
    state = state_of(services, second)
    assert (state.answers, state.own_world, state.finished) == ({}, None, False)
    assert (state.nickname, state.class_id) == (before.nickname, None)
    assert (state.school_type, state.year) == (before.school_type, before.year)
    walk(services, second, 2)
    assert state_of(services, first) == before
    (again,) = stored_results(services, first)
    assert (again.outcome, again.scored_at) == (result.outcome, result.scored_at)


def test_who_is_in_another_school_year_by_now_says_so(services: Services) -> None:
    first = finished(services)
    second = start_retake(services, first, Schooling("vwo", 4))
    assert (state_of(services, second).school_type, state_of(services, second).year) == ("vwo", 4)
    assert state_of(services, first).school_type == "havo"
    walk(services, second)
    with pytest.raises(ImpossibleYear):
        start_retake(services, second, Schooling("po", 4))


def test_pressing_twice_at_the_same_instant_starts_one(services: Services) -> None:
    first = finished(services)
    started = at_the_same_instant([lambda: start_retake(services, first)] * 6)
    assert len(set(started)) == 1
    assert [attempt.id for attempt in read(services, attempts_of, first)] == [first, started[0]]


def test_while_a_retake_is_busy_that_one_goes_on(services: Services) -> None:
    first = begin(services)
    assert start_retake(services, first) == first
    walk(services, first)
    second = start_retake(services, first)
    assert start_retake(services, first) == start_retake(services, second) == second


def test_five_attempts_are_kept_and_no_more(services: Services) -> None:
    attempt = finished(services)
    for _again in range(MOST_ATTEMPTS - 1):
        attempt = start_retake(services, attempt)
        walk(services, attempt)
    with pytest.raises(NoMoreRetakes):
        start_retake(services, attempt)
    attempts = read(services, attempts_of, attempt)
    assert [(each.number, each.finished) for each in attempts] == [(n, True) for n in range(1, 6)]
    assert read(services, attempts_of, attempts[0].id)[-1].id == attempt


def test_stopping_removes_that_retake_only(services: Services) -> None:
    first = finished(services)
    second = start_retake(services, first)
    walk_one_block = row_counts(services.database)
    assert walk_one_block["attempt"] == 2
    for _twice in range(2):
        assert discard_retake(services, second if _twice == 0 else first) == first
    assert row_counts(services.database)["attempt"] == 1
    assert state_of(services, first).finished


def test_what_has_a_result_is_never_removed_by_stopping(services: Services) -> None:
    first = begin(services)
    assert discard_retake(services, first) == first
    walk(services, first)
    assert discard_retake(services, first) == first
    second = start_retake(services, first)
    walk(services, second)
    more_questions(services, second)
    assert discard_retake(services, second) == second
    assert row_counts(services.database)["result"] == 2


def test_while_a_retake_is_busy_the_earlier_result_is_still_there(services: Services) -> None:
    with pytest.raises(NotFinished):
        read(services, attempt_with_result, begin(services))
    first = finished(services)
    second = start_retake(services, first)
    assert read(services, attempt_with_result, second) == first
    walk(services, second)
    assert read(services, attempt_with_result, first) == second


def test_an_earlier_attempt_gets_no_more_questions(services: Services) -> None:
    first = finished(services)
    start_retake(services, first)
    more_questions(services, first)
    assert state_of(services, first).finished


PRESSES = st.lists(
    st.tuples(st.sampled_from(["again", "stop", "walk", "more"]), st.integers(0, 4)), max_size=12
)


@THROUGH_A_DATABASE
@given(PRESSES)
def test_whatever_is_pressed_in_whatever_order(
    services: Services, presses: list[tuple[str, int]]
) -> None:
    """On any of the looks: one first result that never changes, and one busy look at most."""
    first = finished(services)
    result = read(services, load_result, first)
    for press, place in presses:
        attempts = read(services, attempts_of, first)
        attempt = attempts[min(place, len(attempts) - 1)].id
        if press == "again" and (len(attempts) < MOST_ATTEMPTS or not attempts[-1].finished):
            assert start_retake(services, attempt) == read(services, attempts_of, attempt)[-1].id
        elif press == "stop":
            assert discard_retake(services, attempt) == read(services, attempts_of, first)[-1].id
        elif press == "walk":
            walk(services, read(services, attempts_of, attempt)[-1].id)
        elif press == "more" and attempt != first:
            more_questions(services, attempt)
        seen = read(services, attempts_of, first)[:-1]
        assert all(each.finished and each.scored_at for each in seen)
        assert len(read(services, attempts_of, first)) <= MOST_ATTEMPTS
        assert read(services, load_result, first) == result
