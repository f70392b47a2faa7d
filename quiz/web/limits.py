"""Guessing is hopeless: wrong codes and wrong passwords are counted from several sides.

Only what is wrong counts, so thirty pupils behind one school address never notice (design.md
section 7). Passwords are also counted for each account; but a browser that signed in to it
before has a count of its own, so that nobody shuts a teacher out by typing nonsense. A counsellor
is counted by account. The counters live where Flask-Limiter keeps them: in memory, or in Redis for
more than one process. The arithmetic stands in docs/security.md.
"""

import secrets
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Lock

from flask import Flask, request, session
from limits import RateLimitItem, parse

from quiz.extensions import limiter
from quiz.web.hooks import without_hooks

PER_BROWSER = parse("10 per 10 minutes")
PER_ADDRESS = parse("60 per hour")
OVER_ALL = parse("2000 per hour")
TRIES_AT_ONE_DOOR = parse("10 per 15 minutes")
TRIES_PER_ADDRESS = parse("100 per hour")
# Whoever rents one IPv6 line gets at least so many addresses with it: they count as one.
IPV6_LINE = 56
_BROWSER = "browser"
# The counters in memory forget a count, or fail, when two threads begin one at the same instant.
_COUNTING = Lock()


class TooManyGuesses(Exception):
    """Too many wrong codes from here; waiting helps."""


class TooManyTries(Exception):
    """Too many wrong passwords for this account or from here; waiting helps."""


@dataclass(frozen=True)
class Door:
    """Under what name tries are counted; `known`: by a browser that got in here before."""

    name: str
    known: bool


def install(app: Flask) -> None:
    """Bind the counters. Nothing is counted by itself: only what is wrong, and here."""
    with without_hooks(app):
        limiter.init_app(app)


def are_counted() -> bool:
    """Whether the place where we count answers."""
    return limiter.storage.check()


def refuse_guessing(account: int | None = None) -> None:
    """Raise TooManyGuesses when this browser, this address or everyone guessed too often.

    Somebody of the staff has an `account`, and is counted by that alone: what pupils type behind
    the same address is not held against them.
    """
    strategy = limiter.limiter
    if not all(strategy.test(limit, "guess", *who) for limit, who in _counters(account)):
        raise TooManyGuesses


def count_guess(account: int | None = None) -> None:
    """Count one wrong code."""
    for limit, who in _counters(account):
        _hit(limit, "guess", *who)


def begin_try(door: Door) -> None:
    """Count a try on one door: an account, or a browser that the account knows.

    It counts before it is known to be right, so that tries at the same instant cannot slip
    through. A known browser is not shut out by what others do behind its address. Raises
    TooManyTries.
    """
    strategy = limiter.limiter
    if not door.known and not strategy.test(TRIES_PER_ADDRESS, "try", *_address()):
        raise TooManyTries
    if not _hit(TRIES_AT_ONE_DOOR, "try", "door", door.name):
        raise TooManyTries


def end_try(door: Door, *, right: bool) -> None:
    """A right password clears the count of its door; a wrong one also counts for the address."""
    if right:
        with _COUNTING:
            limiter.limiter.clear(TRIES_AT_ONE_DOOR, "try", "door", door.name)
    else:
        _hit(TRIES_PER_ADDRESS, "try", *_address())


def _hit(limit: RateLimitItem, *what: str) -> bool:
    """Count one, and tell whether it was still allowed."""
    with _COUNTING:
        return limiter.limiter.hit(limit, *what)


def _address() -> tuple[str, str]:
    """Where a request comes from; every address of one IPv6 line is the same place."""
    text = request.remote_addr or "unknown"
    try:
        address = ip_address(text)
    except ValueError:
        return ("address", text)
    if isinstance(address, IPv6Address):
        return ("address", str(address.ipv4_mapped or IPv6Network((address, IPV6_LINE), False)))
    return ("address", text)


def _counters(account: int | None) -> list[tuple[RateLimitItem, tuple[str, str]]]:
    if account is not None:
        return [(limit, ("account", str(account))) for limit in (PER_BROWSER, PER_ADDRESS)]
    browser = session.setdefault(_BROWSER, secrets.token_hex(8))
    return [
        (PER_BROWSER, ("browser", browser)),
        (PER_ADDRESS, _address()),
        (OVER_ALL, ("all", "all")),
    ]
