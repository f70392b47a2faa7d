"""Counting what went wrong: in memory, or in Redis where more servers count together."""

import time
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import cast

from flask import Flask, current_app
from limits import RateLimitItem
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from quiz.config import Settings

_NAME = "counts"
_SECONDS = 1
# We know a counter that is lost as such, and do not wait for one that hangs.
_OPTIONS = {"wrap_exceptions": True, "socket_timeout": _SECONDS, "socket_connect_timeout": _SECONDS}
# The counters in memory forget a count, or fail, when two threads begin one at the same instant.
_COUNTING = Lock()


@dataclass(frozen=True)
class Count:
    """How often something went wrong for somebody, and how often it may."""

    limit: RateLimitItem
    who: tuple[str, ...]

    def used_up(self) -> bool:
        """Whether nothing more may go wrong now."""
        return not _counters().test(self.limit, *self.who)

    def left(self) -> int:
        """How many wrong ones there may still be."""
        return int(_counters().get_window_stats(self.limit, *self.who).remaining)

    def wait(self) -> int:
        """After how many seconds counting begins anew."""
        begins = _counters().get_window_stats(self.limit, *self.who).reset_time
        return max(1, ceil(begins - time.time()))

    def add(self) -> bool:
        """Count one, and tell whether it was still allowed."""
        with _COUNTING:
            return _counters().hit(self.limit, *self.who)

    def forget(self) -> None:
        """Begin anew."""
        with _COUNTING:
            _counters().clear(self.limit, *self.who)


def install(app: Flask, settings: Settings) -> None:
    """Choose where to count. Nothing is counted by itself: only what is wrong, where we say so."""
    place = storage_from_string(settings.redis_url or "memory://", **_OPTIONS)
    app.extensions[_NAME] = FixedWindowRateLimiter(place)


def counters_of(app: Flask) -> FixedWindowRateLimiter:
    """Where this app counts."""
    return cast("FixedWindowRateLimiter", app.extensions[_NAME])


def are_counted() -> bool:
    """Whether the place where we count answers."""
    return _counters().storage.check()


def _counters() -> FixedWindowRateLimiter:
    return counters_of(current_app)
