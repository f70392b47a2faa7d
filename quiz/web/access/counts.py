"""Counting what went wrong, where Flask-Limiter counts: in memory, or in Redis."""

import time
from dataclasses import dataclass
from math import ceil
from threading import Lock

from flask import Flask
from limits import RateLimitItem

from quiz.web.extensions import limiter
from quiz.web.hooks import without_hooks

# The counters in memory forget a count, or fail, when two threads begin one at the same instant.
_COUNTING = Lock()


@dataclass(frozen=True)
class Count:
    """How often something went wrong for somebody, and how often it may."""

    limit: RateLimitItem
    who: tuple[str, ...]

    def used_up(self) -> bool:
        """Whether nothing more may go wrong now."""
        return not limiter.limiter.test(self.limit, *self.who)

    def left(self) -> int:
        """How many wrong ones there may still be."""
        return int(limiter.limiter.get_window_stats(self.limit, *self.who).remaining)

    def wait(self) -> int:
        """After how many seconds counting begins anew."""
        begins = limiter.limiter.get_window_stats(self.limit, *self.who).reset_time
        return max(1, ceil(begins - time.time()))

    def add(self) -> bool:
        """Count one, and tell whether it was still allowed."""
        with _COUNTING:
            return limiter.limiter.hit(self.limit, *self.who)

    def forget(self) -> None:
        """Begin anew."""
        with _COUNTING:
            limiter.limiter.clear(self.limit, *self.who)


def install(app: Flask) -> None:
    """Bind the counters. Nothing is counted by itself: only what is wrong, where we say so."""
    with without_hooks(app):
        limiter.init_app(app)


def are_counted() -> bool:
    """Whether the place where we count answers."""
    return limiter.storage.check()
