"""How much of everything is measured: the real sizes, or small ones to see that it works."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


@contextmanager
def silent(_label: str, _length: int) -> Iterator[Callable[[int], None]]:
    """Show no progress."""
    yield lambda _done: None


@dataclass(frozen=True)
class Sizes:
    """The sizes of the measurements; `growth` are numbers of attempts stored, ascending.

    `progress`: what shows how far long work is, given what it is called and its length.
    """

    journeys: int = 300
    saves: int = 600
    hellos: int = 3000
    rounds: int = 10
    crowds: tuple[int, ...] = (300, 1000)
    lesson_seconds: int = 12
    batch: int = 300_000
    polls: int = 600
    growth: tuple[int, ...] = (1_000, 100_000, 1_000_000)
    progress: Progress = silent


QUICK = Sizes(
    journeys=30,
    saves=60,
    hellos=300,
    rounds=2,
    crowds=(60,),
    lesson_seconds=2,
    batch=5_000,
    polls=20,
    growth=(200, 400),
)


def growing_to(most: int) -> tuple[int, ...]:
    """The sizes of 'growth' when this many attempts are the most."""
    return tuple(sorted({min(size, most) for size in (*Sizes().growth, most)}))
