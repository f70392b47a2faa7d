"""Entries are taken out of a class, one or all empty ones, and put back; nobody loses anything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import FrozenPicture, PicturedAttempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import NoAttempt, NoClass
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.class_pictures.operations import freeze
from quiz.usecases.classes.care import close_class, delete_class
from quiz.usecases.classes.leaving import (
    TakenOut,
    detach_attempt,
    put_back,
    take_out_empty,
)
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import finish
from tests.reading import out_of, read
from tests.usecases.attempts.pupils import (
    answer_one,
    at_the_same_instant,
    begin,
    row_counts,
    state_of,
    walk,
)

NOBODY = TakenOut((), 0)


def later(services: Services, **time: int) -> Services:
    """The same somewhat later."""
    return replace(services, clock=lambda: services.clock() + timedelta(**time))


def test_all_empty_entries_leave_at_once_and_who_answered_stays(
    services: Services, class_code: str, class_id: int
) -> None:
    busy, done = begin(services, class_code), begin(services, class_code)
    answer_one(services, busy)
    walk(services, done)
    empty = [begin(services, class_code) for _ in range(30)]
    assert take_out_empty(services, class_id) == 30
    assert [state_of(services, each).class_id for each in (busy, done)] == [class_id] * 2
    assert {state_of(services, each).class_id for each in empty} == {None}
    assert take_out_empty(services, class_id) == 0
    assert out_of(services, class_id) == TakenOut((), 30)


def test_who_was_empty_and_answers_after_all_is_in_the_class(
    services: Services, class_code: str, class_id: int
) -> None:
    slow = begin(services, class_code)
    take_out_empty(services, class_id)
    answer_one(later(services, hours=2), slow)
    assert state_of(services, slow).class_id == class_id
    assert out_of(services, class_id) == NOBODY


def test_after_closing_and_clearing_nobody_comes_back_by_answering(
    services: Services, class_code: str, class_id: int
) -> None:
    stranger = begin(services, class_code)
    take_out_empty(services, class_id)
    close_class(services, class_id)
    answer_one(services, stranger)
    state = state_of(services, stranger)
    assert (state.class_id, len(state.answers)) == (None, 1)
    assert put_back(services, class_id) == 1
    assert state_of(services, stranger).class_id == class_id


def test_who_answers_at_the_very_instant_is_in_the_class_with_the_answer(
    services: Services, class_code: str, class_id: int
) -> None:
    for _round in range(4):
        pupils = [begin(services, class_code) for _ in range(8)]
        calls: list[Callable[[], object]] = [partial(answer_one, services, each) for each in pupils]
        calls += [partial(take_out_empty, services, class_id)] * 2
        at_the_same_instant(calls)
        states = [state_of(services, each) for each in pupils]
        assert [(state.class_id, len(state.answers)) for state in states] == [(class_id, 1)] * 8


def test_one_who_was_taken_out_does_not_come_back_by_answering(
    services: Services, class_code: str, class_id: int
) -> None:
    stray = begin(services, class_code)
    detach_attempt(services, class_id, stray)
    walk(services, stray)
    state = state_of(services, stray)
    assert (state.class_id, state.finished) == (None, True)
    assert out_of(services, class_id).nicknames == (state.nickname,)
    assert put_back(services, class_id, state.nickname) == 1
    assert read(services, load_result, stray)[0].class_id == class_id
    assert put_back(services, class_id, state.nickname) == 0


def test_putting_the_empty_ones_back_leaves_the_others_out(
    services: Services, class_code: str, class_id: int
) -> None:
    stray = begin(services, class_code)
    detach_attempt(services, class_id, stray)
    empty = [begin(services, class_code) for _ in range(3)]
    take_out_empty(services, class_id)
    assert put_back(services, class_id) == 3
    assert [state_of(services, each).class_id for each in (*empty, stray)] == [class_id] * 3 + [
        None
    ]


def test_it_can_be_taken_back_for_a_day(services: Services, class_code: str, class_id: int) -> None:
    begin(services, class_code)
    take_out_empty(services, class_id)
    assert out_of(later(services, hours=23), class_id) == TakenOut((), 1)
    assert out_of(later(services, hours=25), class_id) == NOBODY
    assert put_back(later(services, hours=25), class_id) == 0


def test_a_nickname_that_was_given_away_meanwhile_becomes_another(
    services: Services, class_code: str, class_id: int
) -> None:
    stray, other = begin(services, class_code), begin(services, class_code)
    detach_attempt(services, class_id, stray)
    name = state_of(services, stray).nickname
    with services.database.writing() as session:
        session.execute(update(Attempt).where(Attempt.id == other).values(nickname=name))
    assert put_back(services, class_id, name) == 1
    assert state_of(services, other).nickname == name
    assert state_of(services, stray).nickname != name


def test_who_stood_in_a_picture_does_not_come_back(
    services: Services, class_code: str, class_id: int
) -> None:
    pupils = finish(services, class_id, 12)
    freeze(services, class_id)
    stray = state_of(services, pupils[0])
    detach_attempt(services, class_id, stray.id)
    assert out_of(services, class_id) == NOBODY
    assert put_back(services, class_id, stray.nickname) == 0
    counts = row_counts(services.database)
    assert (counts[PicturedAttempt.__tablename__], counts[FrozenPicture.__tablename__]) == (11, 1)


def test_pressing_twice_and_at_once_does_no_harm(
    services: Services, class_code: str, class_id: int
) -> None:
    pupils = [begin(services, class_code) for _ in range(10)]
    gone = at_the_same_instant([partial(take_out_empty, services, class_id)] * 3)
    assert sum(gone) == 10
    back = at_the_same_instant([partial(put_back, services, class_id)] * 3)
    assert sum(back) == 10
    assert {state_of(services, each).class_id for each in pupils} == {class_id}


def test_a_class_that_is_gone_takes_nobody_along_who_left_it(
    services: Services, class_code: str, class_id: int
) -> None:
    stray, empty = begin(services, class_code), begin(services, class_code)
    walk(services, stray)
    detach_attempt(services, class_id, stray)
    take_out_empty(services, class_id)
    delete_class(services, class_id)
    assert read(services, load_result, stray)
    assert state_of(services, empty).left_class_id is None
    for use in (take_out_empty, put_back):
        with pytest.raises(NoClass):
            use(services, class_id)
    with pytest.raises(NoAttempt):
        detach_attempt(services, class_id, stray)
    with services.database.reading() as session:
        assert session.scalars(select(SchoolClass.id)).all() == []
