"""Times of one thing done many times: on the clock, and of the processor."""

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter, thread_time
from typing import TypeVar

Thing = TypeVar("Thing")


def timed(doing: Callable[[Thing], object], things: Iterable[Thing]) -> str:
    """The median and the most on the clock, and the median of processor time, in words."""
    clock, worked = [], []
    for thing in things:
        begin, used = perf_counter(), thread_time()
        doing(thing)
        clock.append(1000 * (perf_counter() - begin))
        worked.append(1000 * (thread_time() - used))
    return f"{median(clock):.1f} ms, most {max(clock):.1f}, processor {median(worked):.1f}"
