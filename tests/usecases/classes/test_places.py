"""A place is taken with the first answer: whoever only comes in keeps nobody out."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import ClassFull
from quiz.usecases.attempts.start import start_attempt
from quiz.usecases.classes.care import close_class, delete_class, set_room
from quiz.usecases.retention import purge
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import (
    answer_one,
    at_the_same_instant,
    begin,
    row_counts,
    state_of,
    walk,
)
from tests.usecases.classes.changes import pupil_of


def inside(services: Services) -> list[int]:
    """Who is in a class, the oldest first."""
    with services.database.reading() as session:
        found = select(Attempt.id).where(Attempt.class_id.is_not(None)).order_by(Attempt.id)
        return list(session.scalars(found))


def places(services: Services, number: int) -> None:
    with services.database.writing() as session:
        session.execute(update(SchoolClass).values(capacity=number))


@pytest.mark.parametrize(("capacity", "invented"), [(40, 40), (40, 130), (5, 5), (5, 40), (60, 61)])
def test_entries_that_never_answer_keep_nobody_out(
    services: Services, class_code: str, capacity: int, invented: int
) -> None:
    places(services, capacity)
    for _ in range(invented):
        begin(services, class_code)
    real = begin(services, class_code)
    assert real in inside(services)
    assert len(inside(services)) == min(capacity, invented + 1)
    answer_one(services, real)
    for _ in range(invented):
        begin(services, class_code)
    assert real in inside(services)
    assert len(inside(services)) == capacity


def test_who_had_to_make_way_is_back_with_the_first_answer_and_has_lost_nothing(
    services: Services, class_code: str, class_id: int
) -> None:
    places(services, 5)
    slow = begin(services, class_code)
    for _ in range(5):
        begin(services, class_code)
    assert state_of(services, slow).class_id is None
    answer_one(services, slow)
    state = state_of(services, slow)
    assert (state.class_id, state.left_why, len(state.answers)) == (class_id, None, 1)
    walk(services, slow)
    assert state_of(services, slow).class_id == class_id
    assert len(inside(services)) == 5


def test_thirty_who_come_at_the_same_instant_while_others_flood_the_class_all_take_part(
    services: Services, class_code: str
) -> None:
    real = [pupil_of(class_code) for _ in range(30)]
    invented = [pupil_of(class_code) for _ in range(30)]
    both = [each for pair in zip(real, invented, strict=True) for each in pair]
    at_the_same_instant([partial(start_attempt, services, pupil) for pupil in both])
    for _ in range(30):
        begin(services, class_code)
    at_the_same_instant([partial(answer_one, services, pupil.ticket) for pupil in real])
    assert {pupil.ticket for pupil in real} <= set(inside(services))
    assert len(inside(services)) == 40


@pytest.mark.parametrize(("capacity", "coming"), [(30, 30), (40, 44)])
def test_a_class_that_comes_at_once_is_not_refused_because_of_each_other(
    services: Services, class_code: str, capacity: int, coming: int
) -> None:
    places(services, capacity)
    pupils = [pupil_of(class_code) for _ in range(coming)]
    codes = at_the_same_instant([partial(start_attempt, services, pupil) for pupil in pupils])
    assert len(set(codes)) == coming
    at_the_same_instant([partial(answer_one, services, pupil.ticket) for pupil in pupils])
    assert len(inside(services)) == capacity
    names = {state_of(services, number).nickname for number in inside(services)}
    assert len(names) == capacity


def test_who_finds_all_places_taken_gets_in_when_the_teacher_makes_more(
    services: Services, class_code: str, class_id: int
) -> None:
    places(services, 5)
    late = begin(services, class_code)
    for _ in range(5):
        answer_one(services, begin(services, class_code))
    answer_one(services, late)
    assert state_of(services, late).class_id is None
    set_room(services, class_id, 6, timedelta(hours=1))
    answer_one(services, late, value=2)
    assert state_of(services, late).class_id == class_id


def test_who_had_to_make_way_before_the_class_closed_is_busy_like_everybody(
    services: Services, class_code: str, class_id: int
) -> None:
    places(services, 1)
    early, _other = begin(services, class_code), begin(services, class_code)
    close_class(services, class_id)
    answer_one(services, early)
    assert state_of(services, early).class_id == class_id
    assert len(inside(services)) == 1


def test_a_nickname_that_somebody_else_has_by_now_becomes_another(
    services: Services, class_code: str, class_id: int
) -> None:
    places(services, 2)
    early, second, third = (begin(services, class_code) for _ in range(3))
    with services.database.writing() as session:
        session.get_one(Attempt, second).nickname = state_of(services, early).nickname
    answer_one(services, second)
    answer_one(services, early)
    names = [state_of(services, number).nickname for number in (early, second)]
    assert len(set(names)) == 2
    assert set(inside(services)) == {early, second}
    assert state_of(services, third).class_id is None


def test_when_the_class_is_gone_the_pupil_goes_on_alone(
    services: Services, class_code: str, class_id: int
) -> None:
    places(services, 1)
    early, _other = begin(services, class_code), begin(services, class_code)
    delete_class(services, class_id)
    walk(services, early)
    state = state_of(services, early)
    assert (state.class_id, state.finished) == (None, True)


def test_entries_without_end_find_an_end(
    services: Services, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.usecases.classes.seats.MOST_PUSHED", 20)
    places(services, 5)
    waiting = [begin(services, class_code) for _ in range(8)]
    for number in waiting[:5]:
        answer_one(services, number)
    for _ in range(60):
        with pytest.raises(ClassFull):
            begin(services, class_code)
    places(services, 6)
    for _ in range(60):
        begin(services, class_code)
    assert row_counts(services.database)["attempt"] == 5 + 1 + 20
    assert set(waiting[:5]) <= set(inside(services))


def test_what_made_way_and_never_answered_leaves_after_a_week(
    services: Services, class_code: str
) -> None:
    places(services, 1)
    answering, _empty, _inside = (begin(services, class_code) for _ in range(3))
    answer_one(services, answering)
    places(services, 1)
    now = services.clock()
    assert purge(services.database, now + timedelta(days=6)).without_class == 0
    assert purge(services.database, now + timedelta(days=7, minutes=1)).without_class == 2
    assert inside(services) == [answering]
