"""Moments keep their zone: what is stored at noon in Amsterdam is noon in Amsterdam."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from quiz.storage.database import Database
from quiz.storage.tables.school import SchoolClass
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import THROUGH_A_DATABASE

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONES = st.sampled_from([UTC, AMSTERDAM, timezone(timedelta(hours=-11, minutes=-30))])
MOMENTS = st.builds(
    lambda days, microseconds, zone: (
        datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone)
        + timedelta(days=days, microseconds=microseconds)
    ),
    st.integers(-10_000, 25_000),
    st.integers(0, 86_399_999_999),
    ZONES,
)


def store(database: Database, moment: datetime | None) -> datetime | None:
    """Store a moment, read it back."""
    with database.writing() as session:
        session.scalars(select(SchoolClass)).one().closed_at = moment
    with database.reading() as session:
        return session.scalars(select(SchoolClass.closed_at)).one()


@pytest.fixture
def filled(database: Database) -> Database:
    fill_every_table(database)
    return database


@THROUGH_A_DATABASE
@given(moment=MOMENTS)
def test_a_moment_comes_back_as_the_same_moment_in_utc(filled: Database, moment: datetime) -> None:
    back = store(filled, moment)
    assert back is not None
    assert back == moment.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)


def test_no_moment_stays_no_moment(filled: Database) -> None:
    assert store(filled, None) is None


def test_a_moment_without_a_zone_is_refused_and_nothing_is_stored(filled: Database) -> None:
    before = store(filled, datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM))
    with pytest.raises(StatementError, match="time zone"):
        store(filled, datetime(2026, 10, 25, 2, 30))  # noqa: DTZ001
    with filled.reading() as session:
        assert session.scalars(select(SchoolClass.closed_at)).one() == before


def test_moments_can_be_compared_in_the_database(filled: Database) -> None:
    store(filled, datetime(2026, 9, 1, 12, 0, tzinfo=AMSTERDAM))
    later = select(SchoolClass.id).where(
        SchoolClass.closed_at < datetime(2026, 9, 1, 10, 0, 1, tzinfo=UTC),
        SchoolClass.closed_at > datetime(2026, 9, 1, 11, 59, 59, tzinfo=AMSTERDAM),
    )
    with filled.reading() as session:
        assert session.scalars(later).all() == [1]
