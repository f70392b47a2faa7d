"""For long work: how far it is, on the error stream, and one thread for small matrices."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


def one_thread() -> None:
    """Let NumPy use one thread, unless somebody says otherwise; call it before NumPy is imported.

    Our matrices are small: with two threads the work took four times as much processor time.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Show progress; yields a function to call with how much is done of `length` in all.

    At a terminal a bar; elsewhere a line for every tenth, none before the first is done, so that
    what goes wrong at once is one line.
    """
    done = 0
    if not sys.stderr.isatty():
        yield _Tenths(label, length).show
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:

        def show(total: int) -> None:
            nonlocal done
            bar.update(total - done)
            done = total

        yield show


class _Tenths:
    """Writes a line whenever another tenth is done."""

    def __init__(self, label: str, length: int) -> None:
        self._label, self._length, self._told = label, max(length, 1), 0

    def show(self, total: int) -> None:
        """Tell how much is done."""
        tenth = 10 * total // self._length
        if tenth > self._told:
            self._told = tenth
            click.echo(f"{self._label}: {10 * tenth} %", err=True)
