"""Tries one link as a visitor would: asks, is sent on a few times, and sees what comes of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from urllib.parse import urljoin

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.calling import Answer, Manner, ask
from quiz.usecases.links.reach import Failed, Target, target_of

MOST_HOPS = 6
TOO_MANY = 429
_SENT_ON = frozenset((301, 302, 303, 307, 308))
_GONE = frozenset((404, 410))
# Answers to programs and not to people: sign in, no robots, too much, not in this country.
_CLOSED = frozenset((401, 402, 403, 405, 406, 407, 418, TOO_MANY, 451, 999))
_FIRST_ERROR = 400


class Turns:
    """One question at a time to a site, with a pause between two."""

    def __init__(self, pause: float) -> None:
        """Nobody was asked yet."""
        self._pause = pause
        self._locks: dict[str, Lock] = {}
        self._free_at: dict[str, float] = {}

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Ask this site inside."""
        site = host.removeprefix("www.")
        with self._locks.setdefault(site, Lock()):
            time.sleep(max(0.0, self._free_at.get(site, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._free_at[site] = time.monotonic() + self._pause


def try_link(address: str, manner: Manner, turns: Turns) -> Tried:
    """What comes of a link now."""
    seen = set[str]()
    try:
        while address not in seen and len(seen) <= MOST_HOPS:
            seen.add(address)
            answer = _ask(target_of(address), manner, turns)
            if answer.status not in _SENT_ON or not answer.location:
                return _judged(answer.status)
            address = urljoin(address, _readable(answer.location))
    except Failed as problem:
        return Tried(problem.outcome)
    except ValueError:  # an address that cannot be put together
        return Tried(Outcome.ERROR)
    return Tried(Outcome.ENDLESS)


def _ask(target: Target, manner: Manner, turns: Turns) -> Answer:
    """Ask for the head; who does not give that well is asked for the page."""
    try:
        with turns.at(target.host):
            answer = ask(target, "HEAD", manner)
        if answer.status < _FIRST_ERROR or answer.status == TOO_MANY:
            return answer
    except Failed as problem:
        if problem.outcome is not Outcome.SILENT:
            raise
    with turns.at(target.host):
        return ask(target, "GET", manner)


def _judged(status: int) -> Tried:
    if status < _FIRST_ERROR:
        return Tried(Outcome.GOOD, status)
    if status in _GONE:
        return Tried(Outcome.GONE, status)
    return Tried(Outcome.CLOSED if status in _CLOSED else Outcome.ERROR, status)


def _readable(location: str) -> str:
    """Where we are sent, in the letters that were meant: headers come in as Latin-1."""
    return location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
