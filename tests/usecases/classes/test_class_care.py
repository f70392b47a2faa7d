"""What a teacher does with a class: close, reopen, delete, take out a stray entry, try it alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import ClassClosed, NoAttempt, NoClass
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.start import start_attempt
from quiz.usecases.classes.care import JOINING_TIME, close_class, delete_class, reopen_class
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.services import Services
from tests.reading import open_class, read
from tests.usecases.attempts.pupils import ALONE, begin, row_counts, state_of, ticket, walk


def test_a_closed_class_lets_nobody_in_and_who_is_inside_goes_on(
    services: Services, class_code: str, class_id: int
) -> None:
    inside = begin(services, class_code)
    close_class(services, class_id)
    with pytest.raises(ClassClosed):
        open_class(services, class_code)
    walk(services, inside)
    assert state_of(services, inside).finished


def test_closing_twice_keeps_the_first_moment(services: Services, class_id: int) -> None:
    moments = []
    later = replace(services, clock=lambda: services.clock() + timedelta(hours=1))
    for clocked in (services, later):
        close_class(clocked, class_id)
        with services.database.reading() as session:
            moments.append(session.get_one(SchoolClass, class_id).closed_at)
    assert moments[0] == moments[1]


def test_a_class_that_is_reopened_lets_pupils_in_for_twelve_hours(
    services: Services, class_code: str, class_id: int
) -> None:
    close_class(services, class_id)
    tomorrow = replace(services, clock=lambda: services.clock() + timedelta(days=1))
    reopen_class(tomorrow, class_id)
    assert open_class(tomorrow, class_code).id == class_id
    at_night = replace(services, clock=lambda: tomorrow.clock() + JOINING_TIME)
    with pytest.raises(ClassClosed):
        open_class(at_night, class_code)


def test_a_class_that_does_not_exist_is_neither_closed_nor_reopened(services: Services) -> None:
    for change in (close_class, reopen_class):
        with pytest.raises(NoClass):
            change(services, 10**6)


def test_a_detached_pupil_keeps_the_attempt_and_its_result(
    services: Services, class_code: str, class_id: int
) -> None:
    stray = begin(services, class_code)
    walk(services, stray)
    before = read(services, load_result, stray)[1]
    detach_attempt(services, class_id, stray)
    state, result = read(services, load_result, stray)
    assert (state.class_id, result) == (None, before)


def test_only_an_entry_of_this_class_can_be_detached(
    services: Services, class_code: str, class_id: int
) -> None:
    alone, mine = begin(services), begin(services, class_code)
    for wrong_class, number in ((class_id, alone), (class_id + 1, mine), (class_id, 7)):
        with pytest.raises(NoAttempt):
            detach_attempt(services, wrong_class, number)
    assert state_of(services, mine).class_id == class_id


def test_deleting_a_class_takes_everything_in_it_and_nothing_else(
    services: Services, class_code: str, class_id: int
) -> None:
    walk(services, begin(services, class_code))
    alone = begin(services)
    walk(services, alone)
    delete_class(services, class_id)
    left = row_counts(services.database)
    assert (left["school_class"], left["attempt"], left["result"]) == (0, 1, 1)
    assert read(services, load_result, alone)


def test_a_teachers_trial_is_in_no_class_also_with_its_code(
    services: Services, class_code: str
) -> None:
    number = ticket()
    start_attempt(services, replace(ALONE, ticket=number, class_code=class_code, trial=True))
    walk(services, number)
    assert state_of(services, number).class_id is None
    with services.database.reading() as session:
        assert session.scalar(select(Attempt.trial).where(Attempt.id == number))


def test_the_database_itself_refuses_a_trial_in_a_class(services: Services, class_id: int) -> None:
    number = ticket()
    start_attempt(services, replace(ALONE, ticket=number, trial=True))
    with pytest.raises(IntegrityError), services.database.writing() as session:
        session.get_one(Attempt, number).class_id = class_id
