"""What a terminal may lack: a letter, a stream, somebody who answers."""

import io
import os
import sys

import click


def prepare_streams() -> None:
    """Let what we read and say go on where a stream is closed or knows too few letters.

    A letter that the character set of a terminal lacks is shown by its number: an emoji in the
    name of a school, seen in Latin-1.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed before we began
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up_full_output() -> None:
    """Let go of what could not be written, else Python tries it again at its end, and says so."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def confirm(question: str, otherwise: str) -> None:
    """Go on only after a yes. `otherwise`: what to type where nobody can answer."""
    try:
        click.confirm(question, abort=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        raise click.ClickException(f"nobody said yes: {otherwise}") from None
