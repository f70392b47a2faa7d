"""Joining a class: who gets in, who gets a kind no, and nicknames that nobody shares."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.errors import AttemptError, ClassClosed, ClassFull, NoClass, UnknownCode
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.classes.care import JOINING_TIME, class_code_of, set_room
from quiz.usecases.services import Services
from tests.reading import attempt_of, open_class, read
from tests.usecases.attempts.pupils import (
    answer_one,
    at_the_same_instant,
    begin,
    row_counts,
    state_of,
)
from tests.usecases.classes.changes import change_class, close, fill, let_the_hours_pass, pupil_of


def _joins(services: Services, pupil: NewAttempt) -> bool:
    """Whether this pupil gets in."""
    try:
        return start_attempt(services, pupil) is not None
    except ClassFull:
        return False


def test_a_pupil_joins_with_the_code_and_gets_the_place_of_the_class(
    services: Services, class_code: str
) -> None:
    state = state_of(services, begin(services, class_code))
    group = open_class(services, class_code)
    assert state.class_id == group.id
    assert state.municipality == group.municipality
    assert group.nicknames == [state.nickname]
    assert read(services, class_code_of, group.id) == class_code


def test_thirty_pupils_who_join_at_the_same_instant_have_thirty_nicknames(
    services: Services, class_code: str
) -> None:
    pupils = [pupil_of(class_code) for _ in range(30)]
    codes = at_the_same_instant([partial(start_attempt, services, pupil) for pupil in pupils])
    nicknames = open_class(services, class_code).nicknames
    assert len(nicknames) == len(set(nicknames)) == 30
    assert len(set(codes)) == 30


def test_a_class_takes_forty_and_not_one_more(services: Services, class_code: str) -> None:
    for _ in range(40):
        answer_one(services, begin(services, class_code))
    with pytest.raises(ClassFull):
        begin(services, class_code)
    with pytest.raises(ClassFull):
        open_class(services, class_code)
    assert row_counts(services.database)["attempt"] == 40


def test_a_crowd_for_the_last_places_gets_exactly_those(
    services: Services, class_code: str
) -> None:
    change_class(services, capacity=5)
    pupils = [pupil_of(class_code) for _ in range(20)]
    at_the_same_instant([partial(start_attempt, services, pupil) for pupil in pupils])
    at_the_same_instant([partial(answer_one, services, pupil.ticket) for pupil in pupils])
    inside = [pupil for pupil in pupils if state_of(services, pupil.ticket).class_id]
    assert len(inside) == 5
    assert all(state_of(services, pupil.ticket).answers for pupil in pupils)
    assert not _joins(services, pupil_of(class_code))


def test_a_teacher_who_makes_room_lets_the_next_one_in(services: Services, class_code: str) -> None:
    group = open_class(services, class_code)
    set_room(services, group.id, 1, JOINING_TIME)
    answer_one(services, begin(services, class_code))
    assert not _joins(services, pupil_of(class_code))
    set_room(services, group.id, 2, JOINING_TIME)
    assert _joins(services, pupil_of(class_code))
    with pytest.raises(NoClass):
        set_room(services, group.id + 1, 2, JOINING_TIME)


@pytest.mark.parametrize(
    ("event", "no"),
    [(close, ClassClosed), (let_the_hours_pass, ClassClosed), (fill, ClassFull)],
)
def test_a_class_that_lets_nobody_in_says_so_and_stores_nothing(
    services: Services,
    class_code: str,
    event: Callable[[Services], None],
    no: type[AttemptError],
) -> None:
    event(services)
    with pytest.raises(no):
        begin(services, class_code)
    with pytest.raises(no):
        open_class(services, class_code)
    assert row_counts(services.database)["attempt"] == 0


@pytest.mark.parametrize("event", [close, let_the_hours_pass, fill])
def test_who_is_in_stays_in_and_sending_it_again_takes_no_second_place(
    services: Services, class_code: str, event: Callable[[Services], None]
) -> None:
    pupil = pupil_of(class_code)
    code = start_attempt(services, pupil)
    event(services)
    assert code is not None
    assert start_attempt(services, pupil) is None
    assert attempt_of(services, code).attempt_id == pupil.ticket


def test_the_last_pupil_who_presses_ten_times_at_once_is_in(
    services: Services, class_code: str
) -> None:
    change_class(services, capacity=1)
    pupil = pupil_of(class_code)
    codes = at_the_same_instant([partial(start_attempt, services, pupil)] * 10)
    assert len([code for code in codes if code is not None]) == 1
    assert row_counts(services.database)["attempt"] == 1


def test_a_code_of_no_class_is_unknown(services: Services, class_code: str) -> None:
    with pytest.raises(UnknownCode):
        begin(services, "CCCCCC")
    assert read(services, class_code_of, -1) is None


def test_nicknames_of_pupils_without_a_class_do_not_count_for_a_class(
    services: Services, class_code: str
) -> None:
    begin(services)
    assert open_class(services, class_code).nicknames == []
    with services.database.reading() as session:
        assert session.scalars(select(Attempt.class_id)).all() == [None]
