"""A device whose clock is years ahead: it beats no newer answer and locks nobody out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.attempts.answers import AHEAD, LARGEST_SEQUENCE, Given, in_our_time, merge
from quiz.usecases.attempts.progress import save_answers
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import THROUGH_A_DATABASE, begin, state_of

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
MOMENT = int(NOW.timestamp() * 1000)
HOUR = 60 * 60 * 1000
YEAR = 365 * 24 * HOUR
AHEAD_BY = [AHEAD + 1, HOUR, 24 * HOUR, YEAR, 6 * YEAR, 73 * YEAR, LARGEST_SEQUENCE - MOMENT]
EMPTY = AttemptState(1, None, "Blauwe Otter", "havo", 3, None, (), 4, None, False, {}, {})
OF_OUR_TIME = st.integers(MOMENT - YEAR // 2, MOMENT + AHEAD)
OF_THE_FUTURE = st.one_of(st.integers(MOMENT + AHEAD + 1, MOMENT + 40 * YEAR), st.just(2**53))
ANSWERS = st.builds(
    Given,
    st.sampled_from("abc"),
    st.integers(0, 5),
    st.one_of(st.integers(0, 30), OF_OUR_TIME, OF_THE_FUTURE),
)


def after(given: Iterable[Given], late: timedelta = timedelta(0)) -> AttemptState:
    """The attempt after answers arrived one by one, all of them `late`."""
    state = EMPTY
    for answer in given:
        state, _changed = merge(state, in_our_time(state, [answer], NOW + late))
    return state


@given(st.lists(ANSWERS, max_size=25), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters_with_any_clock(
    answers: list[Given], chance: Random
) -> None:
    again = chance.sample(answers, len(answers)) + chance.choices(answers or [Given("a", 1)], k=5)
    assert after(again) == after([*answers, *again])


@given(
    st.lists(st.builds(Given, st.just("a"), st.integers(0, 5), OF_THE_FUTURE), min_size=1),
    st.lists(st.builds(Given, st.just("a"), st.integers(0, 5), OF_OUR_TIME), min_size=1),
    st.randoms(use_true_random=False),
)
def test_no_answer_from_the_future_wins_from_one_of_our_time(
    ahead: list[Given], ours: list[Given], chance: Random
) -> None:
    both = ahead + ours
    assert after(chance.sample(both, len(both))).answers == after(ours).answers


@given(st.permutations([Given("a", value, MOMENT + 6 * YEAR + value) for value in range(6)]))
def test_of_answers_of_one_tablet_its_newest_stays(answers: list[Given]) -> None:
    assert after(answers).answers == {"a": 5}


@pytest.mark.parametrize("by", AHEAD_BY[3:])
@pytest.mark.parametrize("days", [0, 1, 30, 200])
def test_sent_again_after_days_it_still_undoes_nothing(by: int, days: int) -> None:
    old, late = Given("a", 5, MOMENT + by), timedelta(days=days)
    state = after([old, Given("a", 2, MOMENT + 1)])
    again, changed = merge(state, in_our_time(state, [old], NOW + late))
    assert (again, changed) == (state, [])


@given(st.lists(ANSWERS, max_size=10), st.integers(0, 5))
def test_a_press_of_the_button_is_newer_than_whatever_came_before(
    answers: list[Given], value: int
) -> None:
    assert after([*answers, Given("a", value)]).answers["a"] == value


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=30)])
def test_when_our_own_clock_is_put_back_a_changed_answer_still_counts(back: timedelta) -> None:
    state = after([Given("a", 5, MOMENT), Given("b", 5, MOMENT + 1)])
    for value, count in ((1, 2), (2, 3)):  # a page counts on from the highest that is stored
        changed = in_our_time(state, [Given("a", value, MOMENT + count)], NOW - back)
        state, _changed = merge(state, changed)
        assert state.answers["a"] == value


@THROUGH_A_DATABASE
@given(st.lists(ANSWERS, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_what_is_stored_does_not_depend_on_the_order_either(
    services: Services, answers: list[Given], chance: Random
) -> None:
    services = replace(services, clock=lambda: NOW)
    shuffled = chance.sample(answers, len(answers)) + chance.choices(answers, k=3)
    assert _stored(services, answers) == _stored(services, shuffled)


@pytest.mark.parametrize("by", AHEAD_BY)
def test_two_devices_of_which_one_lives_in_the_future(services: Services, by: int) -> None:
    services = replace(services, clock=lambda: NOW)
    ahead, right = Given("a", 5, MOMENT + by), Given("a", 2, MOMENT)
    for order in ([ahead, right], [right, ahead], [ahead, right, ahead], [right, ahead, right]):
        assert _stored(services, order) == {0: 2}
    assert _stored(services, [right, ahead, replace(right, value=3, sequence=MOMENT + 1)]) == {0: 3}


def _stored(services: Services, answers: Iterable[Given]) -> Mapping[int, int]:
    """What a new attempt holds after these, by place in its first block."""
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]
    for answer in answers:
        question = block["abc".index(answer.question)]
        save_answers(services, attempt_id, [replace(answer, question=question)])
    stored = state_of(services, attempt_id).answers
    return {block.index(question): value for question, value in stored.items()}
