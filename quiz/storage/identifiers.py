"""Attempt numbers that are never reused and never guessed, also after a restored backup."""

import secrets
from datetime import UTC, datetime, timedelta

# The largest that a column holds: of a class or an account, and of an attempt or a share.
LARGEST_NUMBER = 2**31 - 1
LARGEST_LONG_NUMBER = 2**63 - 1
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
RANDOM_BITS = 22


class WrongClock(ValueError):
    """The clock of this machine stands before this program was made."""


def new_attempt_id(now: datetime) -> int:
    """A 63-bit number: milliseconds since 2026 above 22 random bits.

    The time keeps new rows together in the index; the random bits keep apart pupils who
    start in the same millisecond. Raises WrongClock for a moment before 2026.
    """
    milliseconds = int((now - EPOCH).total_seconds() * 1000)
    if milliseconds < 0:
        raise WrongClock("the clock stands before 2026")
    return (milliseconds << RANDOM_BITS) | secrets.randbits(RANDOM_BITS)


def moment_of(attempt_id: int) -> datetime:
    """When an attempt was made, by the clock of the machine that numbered it."""
    return EPOCH + timedelta(milliseconds=attempt_id >> RANDOM_BITS)


def new_session_number() -> int:
    """A number that nobody guesses; never 0, which no browser holds."""
    return 1 + secrets.randbelow(2**62)
