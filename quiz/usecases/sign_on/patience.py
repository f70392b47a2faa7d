"""How much waiting for a provider this process can bear: two at once, and a rest after trouble.

A provider that is slow or away holds two threads at most, and after three failures none for a
minute. What pupils do never comes here.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from quiz.usecases.sign_on.errors import ProviderAway, ProviderBusy

AT_ONCE = 2
WAITS = 1.0  # seconds for who comes third
FAILURES, REST = 3, 60.0


class Patience:
    """One for all providers of a process; each provider rests by itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._free = BoundedSemaphore(AT_ONCE)
        self._lock = Lock()
        self._failures: dict[str, int] = {}
        self._rests_until: dict[str, float] = {}

    @contextmanager
    def calling(self, provider: str) -> Iterator[None]:
        """Call this provider inside. Raises ProviderBusy instead, when it may not be called now."""
        if self._clock() < self._rests_until.get(provider, 0.0):
            raise ProviderBusy("rest")
        if not self._free.acquire(timeout=WAITS):
            raise ProviderBusy("others")
        try:
            yield
        except ProviderAway:
            self._note_failure(provider)
            raise
        else:
            self._failures.pop(provider, None)
        finally:
            self._free.release()

    def _note_failure(self, provider: str) -> None:
        with self._lock:
            self._failures[provider] = self._failures.get(provider, 0) + 1
            if self._failures[provider] >= FAILURES:
                self._failures.pop(provider)
                self._rests_until[provider] = self._clock() + REST
