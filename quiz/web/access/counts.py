"""Counting what went wrong: in the database, or in Redis where there is one."""

import time
from dataclasses import dataclass
from math import ceil
from typing import cast

from flask import Flask, current_app
from limits import RateLimitItem
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from quiz.config import Settings
from quiz.web.access.counters import DatabaseCounters
from quiz.web.runtime import services

_NAME = "counts"
_SECONDS = 1
# We know a counter that is lost as such, and do not wait for one that hangs.
_OPTIONS = {"wrap_exceptions": True, "socket_timeout": _SECONDS, "socket_connect_timeout": _SECONDS}


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
        return _counters().hit(self.limit, *self.who)

    def forget(self) -> None:
        """Begin anew."""
        _counters().clear(self.limit, *self.who)


def install(app: Flask, settings: Settings) -> None:
    """Choose where to count. Nothing is counted by itself: only what is wrong, where we say so."""
    app.extensions[_NAME] = FixedWindowRateLimiter(_place(app, settings.redis_url))


def _place(app: Flask, redis_url: str | None) -> Storage:
    if redis_url:
        return cast("Storage", storage_from_string(redis_url, **_OPTIONS))
    with app.app_context():
        return DatabaseCounters(services().database, services().code_key)


def counters_of(app: Flask) -> FixedWindowRateLimiter:
    """Where this app counts."""
    return cast("FixedWindowRateLimiter", app.extensions[_NAME])


def are_counted() -> bool:
    """Whether the place where we count answers."""
    return _counters().storage.check()


def _counters() -> FixedWindowRateLimiter:
    return counters_of(current_app)
