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
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise  # click's own ways to end
    except BrokenPipeError:
        raise  # who reads us, such as `head`, has enough: click ends without a word
    except OSError as problem:
        from quiz.cli.advice import with_advice
        from quiz.cli.terminal import give_up_full_output

        give_up_full_output()
        raise click.ClickException(_first_line(with_advice(problem))) from problem
    except ValueError as problem:
        raise click.ClickException(_first_line(str(problem))) from problem
    except Exception as problem:
        # Loaded when something failed, so that `quiz --help` does without.
        from sqlalchemy.exc import SQLAlchemyError

        if not isinstance(problem, SQLAlchemyError):
            raise
        raise click.ClickException(_refusal(problem)) from problem


def _refusal(problem: Exception) -> str:
    """What the database says, never with a statement or its values, and what to do."""
    from sqlalchemy.exc import DBAPIError

    from quiz.cli.advice import OF_DATABASE
    from quiz.storage.faults import trouble_of

    trouble = trouble_of(problem) if isinstance(problem, DBAPIError) else None
    advice = OF_DATABASE.get(trouble or "", "`quiz doctor` tells more")
    says = _first_line(str(getattr(problem, "orig", None) or problem))
    return f"the database refused: {says}: {advice}"


def _first_line(text: str) -> str:
    lines = text.strip().splitlines() or ["something went wrong"]
    return lines[0][:LONGEST_LINE]
