"""What the privacy page promises: data leaves after the school year, or after ninety days."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from quiz.attempts import Services
from quiz.attempts.purge import count_leaving, purge, school_year_began
from quiz.records import Attempt
from tests.attempts.pupils import begin, row_counts, walk

NOW = datetime(2027, 8, 1, 3, 30, tzinfo=UTC)


def _age(services: Services, attempt_id: int, moment: datetime) -> None:
    change = update(Attempt).where(Attempt.id == attempt_id)
    with services.database.writing() as session:
        session.execute(change.values(started_at=moment, last_used_at=moment))


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2027, 7, 31, 23, 59, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)),
        (datetime(2027, 8, 1, 0, 0, tzinfo=UTC), datetime(2027, 8, 1, tzinfo=UTC)),
        (datetime(2027, 1, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)),
    ],
)
def test_a_school_year_begins_on_the_first_of_august(now: datetime, began: datetime) -> None:
    assert school_year_began(now) == began


def test_a_class_of_last_year_leaves_and_one_of_this_year_stays(
    services: Services, class_code: str
) -> None:
    old, new = begin(services, class_code), begin(services, class_code)
    _age(services, old, NOW - timedelta(hours=4))
    _age(services, new, NOW)
    assert purge(services.database, NOW).of_classes == 1
    assert count_leaving(services.database, NOW).of_classes == 0


def test_without_a_class_ninety_days_after_the_last_use(services: Services) -> None:
    old, new = begin(services), begin(services)
    _age(services, old, NOW - timedelta(days=90, seconds=1))
    _age(services, new, NOW - timedelta(days=89))
    assert purge(services.database, NOW).without_class == 1


def test_answers_and_results_go_along(services: Services) -> None:
    attempt = begin(services)
    walk(services, attempt)
    _age(services, attempt, NOW - timedelta(days=200))
    purge(services.database, NOW)
    counts = row_counts(services.database)
    assert (counts["attempt"], counts["answer"], counts["result"]) == (0, 0, 0)


def test_counting_changes_nothing(services: Services) -> None:
    _age(services, begin(services), NOW - timedelta(days=200))
    assert count_leaving(services.database, NOW) == count_leaving(services.database, NOW)
    assert row_counts(services.database)["attempt"] == 1
