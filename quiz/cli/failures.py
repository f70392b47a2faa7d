"""Turns what a user can mend into one line on the error output, without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

LONGEST_LINE = 500


@contextmanager
def one_line_failures() -> Iterator[None]:
    """Show expected failures as `Error: ...` with exit code 1; mistakes of ours still trace."""
    try:
        yield
    except (ValueError, OSError) as problem:
        raise click.ClickException(_first_line(str(problem))) from problem
    except Exception as problem:
        # Loaded when something failed, so that `quiz --help` does without.
        from sqlalchemy.exc import SQLAlchemyError

        if not isinstance(problem, SQLAlchemyError):
            raise
        text = str(getattr(problem, "orig", None) or problem)
        raise click.ClickException(f"the database refused: {_first_line(text)}") from problem


def _first_line(text: str) -> str:
    lines = text.strip().splitlines() or ["something went wrong"]
    return lines[0][:LONGEST_LINE]
