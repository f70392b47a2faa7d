"""What the privacy page promises: data leaves after the school year, or after ninety days."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from quiz.config.school_time import zone_named
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.retention import count_expired, purge, school_year_began, school_year_ends
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin, row_counts, state_of, walk

NOW = datetime(2027, 8, 1, 3, 30, tzinfo=UTC)


def _age(services: Services, attempt_id: int, moment: datetime) -> None:
    change = update(Attempt).where(Attempt.id == attempt_id)
    with services.database.writing() as session:
        session.execute(change.values(started_at=moment, last_used_at=moment))


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2027, 7, 31, 21, 59, tzinfo=UTC), datetime(2026, 7, 31, 22, tzinfo=UTC)),
        (datetime(2027, 7, 31, 22, 0, tzinfo=UTC), datetime(2027, 7, 31, 22, tzinfo=UTC)),
        (datetime(2027, 8, 1, 0, 0, tzinfo=UTC), datetime(2027, 7, 31, 22, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), datetime(2026, 7, 31, 22, tzinfo=UTC)),
    ],
)
def test_a_school_year_begins_on_the_first_of_august_at_school(
    now: datetime, began: datetime
) -> None:
    assert school_year_began(now) == began
    assert school_year_ends(now) == began.replace(year=began.year + 1)


@pytest.mark.parametrize(
    ("zone", "begins"),
    [("Europe/Amsterdam", 22), ("UTC", 24), ("America/Paramaribo", 27), ("Asia/Tokyo", 15)],
)
def test_pupils_of_a_class_leave_when_the_year_is_over_where_the_school_is(
    services: Services, class_code: str, zone: str, begins: int
) -> None:
    new_year = datetime(2027, 7, 31, tzinfo=UTC) + timedelta(hours=begins)
    old, new = begin(services, class_code), begin(services, class_code)
    _age(services, old, new_year - timedelta(seconds=1))
    _age(services, new, new_year)
    just_before = new_year - timedelta(seconds=1)
    assert purge(services.database, just_before, zone=zone_named(zone)).of_classes == 0
    assert count_expired(services.database, new_year, zone_named(zone)).of_classes == 1
    assert purge(services.database, new_year, zone=zone_named(zone)).of_classes == 1


def test_a_class_of_last_year_leaves_and_one_of_this_year_stays(
    services: Services, class_code: str
) -> None:
    old, new = begin(services, class_code), begin(services, class_code)
    _age(services, old, NOW - timedelta(hours=6))
    _age(services, new, NOW)
    assert purge(services.database, NOW).of_classes == 1
    assert count_expired(services.database, NOW).of_classes == 0


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
    assert count_expired(services.database, NOW) == count_expired(services.database, NOW)
    assert row_counts(services.database)["attempt"] == 1


class Unplugged(Exception):
    """The machine goes off in the middle."""


def test_stopped_half_way_what_is_gone_is_whole_and_the_next_run_does_the_rest(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.usecases.retention.AT_ONCE", 2)
    pupils = sorted(begin(services) for _ in range(5))  # they go in this order
    for attempt in pupils:
        walk(services, attempt)
        _age(services, attempt, NOW - timedelta(days=200))
    stay = sum(len(state_of(services, attempt).answers) for attempt in pupils[2:])

    def unplug(_rows: int) -> None:
        raise Unplugged

    with pytest.raises(Unplugged):
        purge(services.database, NOW, unplug)
    counts = row_counts(services.database)
    assert (counts["attempt"], counts["answer"]) == (3, stay)
    assert purge(services.database, NOW).without_class == 3
    assert row_counts(services.database)["answer"] == 0


def test_who_comes_back_while_others_leave_stays(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.usecases.retention.AT_ONCE", 1)
    first, second = sorted((begin(services), begin(services)))  # they go in this order
    for attempt in (first, second):
        _age(services, attempt, NOW - timedelta(days=200))
    left = purge(services.database, NOW, lambda _rows: _age(services, second, NOW))
    assert left.without_class == 1
    assert row_counts(services.database)["attempt"] == 1


def test_others_write_between_two_transactions(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.usecases.retention.AT_ONCE", 1)
    for attempt in [begin(services) for _ in range(3)]:
        _age(services, attempt, NOW - timedelta(days=200))
    new: list[int] = []
    assert purge(services.database, NOW, lambda _rows: new.append(begin(services))).of_classes == 0
    assert row_counts(services.database)["attempt"] == len(new) == 3
