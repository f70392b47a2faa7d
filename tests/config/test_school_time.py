"""Days of the school, on both sides of midnight and of summer time, whatever the machine thinks."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.config.school_time import (
    UnknownZone,
    begin_of,
    day_of,
    local,
    month_of,
    stamp,
    zone_named,
)

# The last five: no daylight saving, no whole hours, a day ahead, midnight skipped or twice.
ZONES = ["Europe/Amsterdam", "America/Paramaribo", "Asia/Kathmandu", "Pacific/Kiritimati"]
ZONES += ["Africa/Cairo", "America/Havana"]
MACHINES = ["UTC", "Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu", ":/nowhere", ""]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """A machine whose own clock stands elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("moment", "day", "clock"),
    [
        ("2026-11-26 22:59", date(2026, 11, 26), "23:59"),
        ("2026-11-26 23:00", date(2026, 11, 27), "00:00"),
        ("2027-06-30 21:59", date(2027, 6, 30), "23:59"),
        ("2027-06-30 22:00", date(2027, 7, 1), "00:00"),
        ("2026-12-31 23:00", date(2027, 1, 1), "00:00"),
        ("2027-03-28 00:59", date(2027, 3, 28), "01:59"),
        ("2027-03-28 01:00", date(2027, 3, 28), "03:00"),
        ("2026-10-25 00:30", date(2026, 10, 25), "02:30"),
        ("2026-10-25 01:30", date(2026, 10, 25), "02:30"),
        ("2026-10-25 23:00", date(2026, 10, 26), "00:00"),
    ],
)
def test_a_moment_has_the_day_and_the_time_of_the_school(
    machine: None, moment: str, day: date, clock: str
) -> None:
    assert day_of(utc(moment)) == day
    assert local(utc(moment)).strftime("%H:%M") == clock
    assert month_of(utc(moment)) == f"{day:%Y-%m}"
    assert stamp(utc(moment)) == f"{day} {clock}:00 (Europe/Amsterdam)"


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
def test_every_moment_lies_within_its_day(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    day = day_of(moment, zone)
    assert begin_of(day, zone) <= moment < begin_of(day + timedelta(days=1), zone)
    assert day_of(begin_of(day, zone), zone) == day
    assert day_of(begin_of(day, zone) - timedelta(seconds=1), zone) < day


def test_a_machine_without_time_zones_of_its_own_knows_ours() -> None:
    words = (
        "from quiz.config.school_time import *; print(stamp(datetime(2027, 6, 30, 22, tzinfo=UTC)))"
    )
    bare = {**os.environ, "PYTHONTZPATH": "", "TZ": "Pacific/Kiritimati"}
    done = subprocess.run([sys.executable, "-c", words], env=bare, capture_output=True, check=True)
    assert done.stdout.decode() == "2027-07-01 00:00:00 (Europe/Amsterdam)\n"


@pytest.mark.parametrize("name", ["Europe/Amsterdam", "America/Paramaribo", "UTC"])
def test_a_zone_is_known_by_its_name(name: str) -> None:
    assert zone_named(name).key == name


@pytest.mark.parametrize(
    "name",
    [
        "Amsterdam", "europe/amsterdam", "Europe", "Europe/", " Europe/Amsterdam", "CET+1", "é/è",
        "+01:00", "localtime", "posixrules", "right/UTC", "../../etc/passwd", "/etc/localtime",
        "Europe/\0", "tzdata.zi", "x" * 5000,
    ],
)  # fmt: skip
def test_anything_else_is_no_zone(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone_named(name)
