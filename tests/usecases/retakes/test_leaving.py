"""When attempts leave: all together, never one alone; and they never count as another pupil."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.answers import stored_answers
from quiz.usecases.classes.care import delete_class
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.retention import Expired, count_expired, purge
from quiz.usecases.services import Services
from tests.reading import open_class
from tests.usecases.attempts.pupils import begin, row_counts
from tests.usecases.retakes.retaking import taken_twice

NOW = datetime(2027, 8, 1, 3, 30, tzinfo=UTC)


def used(services: Services, attempt_id: int, days_ago: float) -> None:
    moment = NOW - timedelta(days=days_ago)
    change = update(Attempt).where(Attempt.id == attempt_id)
    with services.database.writing() as session:
        session.execute(change.values(started_at=moment, last_used_at=moment))


@pytest.mark.parametrize(
    ("first_used", "second_used", "left"), [(200, 10, 2), (10, 200, 2), (200, 91, 0)]
)
def test_without_a_class_all_attempts_stay_as_long_as_one_of_them_is_used(
    services: Services, first_used: int, second_used: int, left: int
) -> None:
    first, second = taken_twice(services)
    used(services, first, first_used)
    used(services, second, second_used)
    leaving = count_expired(services.database, NOW)
    assert purge(services.database, NOW) == leaving == Expired(0, 0 if left else 1, 0)
    assert row_counts(services.database)["attempt"] == left


def test_a_class_of_last_year_leaves_with_its_retakes(services: Services, class_code: str) -> None:
    first, second = taken_twice(services, class_code)
    used(services, first, 100)
    used(services, second, 0)
    assert purge(services.database, NOW) == Expired(1, 0, 0)
    assert row_counts(services.database)["answer"] == 0


def test_a_class_of_this_year_keeps_retakes_that_were_not_used_for_long(
    services: Services, class_code: str
) -> None:
    first, second = taken_twice(services, class_code)
    used(services, first, 0)
    used(services, second, 200)
    assert purge(services.database, NOW) == Expired(0, 0, 0)


def test_deleting_the_class_takes_retakes_along(services: Services, class_code: str) -> None:
    taken_twice(services, class_code)
    delete_class(services, open_class(services, class_code).id)
    counts = row_counts(services.database)
    assert (counts["attempt"], counts["answer"], counts["result"]) == (0, 0, 0)


def test_who_is_taken_out_of_the_class_keeps_both_attempts(
    services: Services, class_code: str
) -> None:
    first, _second = taken_twice(services, class_code)
    detach_attempt(services, open_class(services, class_code).id, first)
    assert row_counts(services.database)["attempt"] == 2


def test_a_retake_takes_no_place_in_the_class(services: Services, class_code: str) -> None:
    taken_twice(services, class_code)
    with services.database.writing() as session:
        session.execute(update(SchoolClass).values(capacity=2))
    begin(services, class_code)
    assert row_counts(services.database)["attempt"] == 3


def test_for_learning_a_pupil_counts_once(services: Services) -> None:
    taken_twice(services)
    found = stored_answers(services.database, services.bank)
    assert len(found) == 1
    assert found.values[0][list(services.bank.items).index(_liked_first(services))] == 5


def _liked_first(services: Services) -> str:
    """A question of the first block about the world that was liked at the first attempt."""
    world = services.bank.worlds[0]
    block = services.engine.next_items({}, 7)
    return next(name for name in block if services.bank.items[name].world == world)
