"""Guessing codes is hopeless: wrong codes are counted per browser, per address and over all.

Only wrong codes count, so thirty pupils behind one school address never notice (design.md
section 7). The counters live where Flask-Limiter keeps them: in memory, or in Redis for more
than one process.
"""

import secrets

from flask import request, session
from limits import RateLimitItem, parse

from quiz.extensions import limiter

PER_BROWSER = parse("10 per 10 minutes")
PER_ADDRESS = parse("60 per hour")
OVER_ALL = parse("2000 per hour")
_BROWSER = "browser"


class TooManyGuesses(Exception):
    """Too many wrong codes from here; waiting helps."""


def refuse_guessing() -> None:
    """Raise TooManyGuesses when this browser, this address or everyone guessed too often."""
    strategy = limiter.limiter
    if not all(strategy.test(limit, "guess", *who) for limit, who in _counters()):
        raise TooManyGuesses


def count_guess() -> None:
    """Count one wrong code."""
    for limit, who in _counters():
        limiter.limiter.hit(limit, "guess", *who)


def _counters() -> list[tuple[RateLimitItem, tuple[str, str]]]:
    browser = session.setdefault(_BROWSER, secrets.token_hex(8))
    return [
        (PER_BROWSER, ("browser", browser)),
        (PER_ADDRESS, ("address", request.remote_addr or "unknown")),
        (OVER_ALL, ("all", "all")),
    ]
