"""Numbers of attempts: never the same twice, later ones larger, none that can be guessed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.storage.identifiers import EPOCH, RANDOM_BITS, new_attempt_id

LARGEST = 2**63 - 1
SIXTY_NINE_YEARS = timedelta(days=69 * 365)
MOMENTS = st.timedeltas(timedelta(0), SIXTY_NINE_YEARS).map(lambda since: EPOCH + since)


@given(MOMENTS, st.timedeltas(timedelta(milliseconds=1), timedelta(days=300)))
def test_later_attempts_have_larger_numbers(moment: datetime, wait: timedelta) -> None:
    assert new_attempt_id(moment) < new_attempt_id(moment + wait)


@given(MOMENTS)
def test_a_number_fits_in_a_column_and_tells_its_millisecond(moment: datetime) -> None:
    number = new_attempt_id(moment)
    assert 0 <= number <= LARGEST
    made = EPOCH + timedelta(milliseconds=number >> RANDOM_BITS)
    assert abs(made - moment) <= timedelta(milliseconds=1)


def test_a_class_that_starts_in_one_millisecond_has_different_numbers() -> None:
    now = datetime(2026, 9, 1, tzinfo=UTC)
    assert len({new_attempt_id(now) for _ in range(40)}) == 40


def test_a_clock_before_2026_is_refused() -> None:
    with pytest.raises(ValueError, match="before 2026"):
        new_attempt_id(EPOCH - timedelta(milliseconds=1))
    assert new_attempt_id(EPOCH) < 2**RANDOM_BITS
