"""Connecting in a thread of its own: a name that is looked up hangs as long as it likes.

The system's look-up of a name heeds no time limit of ours and cannot be broken off. So who asked
goes on when the time is over, and the thread stays behind until the look-up ends. A few may hang
so; then nobody connects before one of them is done. They keep no process from ending.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import BoundedSemaphore, Thread

from quiz.usecases.sign_on.errors import ProviderAway

MOST_HANGING = 4  # in a process; two sign on at once (patience.py)
_free = BoundedSemaphore(MOST_HANGING)


def connect_within(
    seconds: float, connect: Callable[[], None], hang_up: Callable[[], None]
) -> None:
    """Connect, or leave it when the time is over: what is connected after that is hung up.

    Raises ProviderAway, or what `connect` raises.
    """
    if not _free.acquire(blocking=False):
        raise ProviderAway("names")
    done: Future[None] = Future()
    Thread(target=_work, args=(connect, done), name="connect", daemon=True).start()
    try:
        done.result(timeout=max(seconds, 0.0))
    except TimeoutError as problem:
        if done.done():
            raise
        done.add_done_callback(lambda _late: _quietly(hang_up))
        raise ProviderAway("slow") from problem


def _work(connect: Callable[[], None], done: "Future[None]") -> None:
    try:
        connect()
    except BaseException as problem:
        done.set_exception(problem)
    else:
        done.set_result(None)
    finally:
        _free.release()


def _quietly(hang_up: Callable[[], None]) -> None:
    with suppress(Exception):
        hang_up()
