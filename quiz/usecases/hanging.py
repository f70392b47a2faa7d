"""Work in a thread of its own, that is left when it takes too long: some of it hangs as it likes.

The system's look-up of a name heeds no time limit of ours and cannot be broken off. So who asked
goes on when the time is over, and the thread stays behind until its work ends. It keeps no process
from ending.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import BoundedSemaphore, Thread
from typing import TypeVar

Done = TypeVar("Done")


class TooLate(Exception):
    """The time is over; the work may still go on."""


class TooMany(Exception):
    """So much work hangs already that no more is begun."""


class MayHang:
    """Does work of which a few may hang at once; each under a name, for who lists threads."""

    def __init__(self, name: str, most: int) -> None:
        """Let so many hang, and no more."""
        self._name = name
        self._free = BoundedSemaphore(most)

    def within(self, seconds: float, work: Callable[[], Done], late: Callable[[], None]) -> Done:
        """What the work returns or raises; `late` is called when it ends after its time.

        Raises TooLate or TooMany.
        """
        if not self._free.acquire(blocking=False):
            raise TooMany
        done: Future[Done] = Future()
        Thread(target=self._do, args=(work, done), name=self._name, daemon=True).start()
        try:
            return done.result(timeout=max(seconds, 0.0))
        except TimeoutError as problem:
            if done.done():
                raise
            done.add_done_callback(lambda _late: _quietly(late))
            raise TooLate from problem

    def _do(self, work: Callable[[], Done], done: "Future[Done]") -> None:
        try:
            found = work()
        except BaseException as problem:
            done.set_exception(problem)
        else:
            done.set_result(found)
        finally:
            self._free.release()


def _quietly(late: Callable[[], None]) -> None:
    with suppress(Exception):
        late()
