"""Wrong codes and passwords are counted in the database: exactly, for a while, and of nobody."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.wrong_count import WrongCount
from quiz.usecases.retention import purge
from quiz.web.access import counters, limits
from quiz.web.access.counters import DatabaseCounters

KEY, MINUTE = b"a key of the tests alone", 60
NOW = datetime(2026, 11, 27, 9, 10, tzinfo=UTC)
ADDRESS = "LIMITER/guess/class/address/203.0.113.7/120/1/hour"


@pytest.fixture
def counting(database: Database) -> DatabaseCounters:
    return DatabaseCounters(database, KEY)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    clock = Clock()
    monkeypatch.setattr(counters, "now", lambda: clock.moment)
    return clock


class Clock:
    """What the counters believe that time it is."""

    moment = NOW

    def turn(self, minutes: float) -> None:
        """To a later moment, or an earlier one."""
        self.moment += timedelta(minutes=minutes)


def test_two_at_the_same_instant_are_two(database: Database, counting: DatabaseCounters) -> None:
    other = DatabaseCounters(database, KEY)
    with ThreadPoolExecutor(8) as threads:
        said = threads.map(lambda n: (counting, other)[n % 2].incr("a", MINUTE), range(40))
        assert sorted(said) == list(range(1, 41))


def test_a_count_is_over_after_its_time_and_begins_anew(
    counting: DatabaseCounters, clock: Clock
) -> None:
    assert [counting.incr("a", MINUTE) for _time in range(3)] == [1, 2, 3]
    clock.turn(0.9)
    assert (counting.incr("a", MINUTE), counting.get("a")) == (4, 4)
    assert counting.get_expiry("a") == (NOW + timedelta(minutes=1)).timestamp()
    clock.turn(0.2)
    assert counting.get("a") == 0
    assert (counting.incr("a", MINUTE), counting.get("b")) == (1, 0)


def test_what_was_counted_while_a_clock_stood_wrong_keeps_nobody_waiting(
    counting: DatabaseCounters, clock: Clock
) -> None:
    clock.turn(60 * 24 * 365 * 5)
    counting.incr("a", MINUTE)
    clock.moment = NOW
    assert counting.get("a") == 0
    assert counting.incr("a", MINUTE) == 1


def test_clocks_of_nodes_that_differ_a_little_count_together(
    counting: DatabaseCounters, clock: Clock
) -> None:
    hour = limits.PER_ADDRESS.get_expiry()
    for number, minutes in enumerate((0.5, -0.5, 50, -50, 0.5, -0.5)):
        clock.turn(minutes)
        assert counting.incr("a", hour) == number + 1


def test_no_limit_is_longer_than_a_count_lasts() -> None:
    every = [each for name, each in vars(limits).items() if name.isupper() and name != "BROWSER"]
    assert len(every) == 7
    assert all(each.get_expiry() <= 60 * MINUTE for each in every)


def test_nobody_can_be_read_from_a_count(database: Database, counting: DatabaseCounters) -> None:
    counting.incr(ADDRESS, MINUTE)
    DatabaseCounters(database, b"another key").incr(ADDRESS, MINUTE)
    with database.reading() as session:
        who = session.scalars(select(WrongCount.who)).all()
    assert [len(each) for each in who] == [32, 32]
    assert len(set(who)) == 2, "without the key nobody can try addresses"


def test_counts_that_are_over_leave_by_themselves_and_with_the_nightly_purge(
    database: Database, counting: DatabaseCounters, clock: Clock
) -> None:
    def rows() -> int:
        with database.reading() as session:
            return len(session.scalars(select(WrongCount.who)).all())

    for number in range(60):
        counting.incr(str(number), MINUTE)
    clock.turn(2)
    counting.incr("later", MINUTE)
    assert rows() == 60 + 1 - counters.FORGOTTEN_AT_ONCE
    purge(database, clock.moment)
    assert (rows(), counting.get("later")) == (1, 1)


def test_a_right_password_forgets_its_own_count_only(counting: DatabaseCounters) -> None:
    counting.incr("a", MINUTE)
    counting.incr("b", MINUTE)
    counting.clear("a")
    assert (counting.get("a"), counting.get("b")) == (0, 1)
    assert (counting.reset(), counting.get("b")) == (1, 0)
