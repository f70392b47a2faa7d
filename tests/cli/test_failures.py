"""What a user can mend is one line; a mistake of ours still shows where it is."""

import click
import pytest
from sqlalchemy.exc import OperationalError

from quiz.cli.failures import LONGEST_LINE, one_line_failures
from quiz.config import InvalidSettings


def shown(problem: Exception) -> str:
    with pytest.raises(click.ClickException) as caught, one_line_failures():
        raise problem
    return caught.value.message


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (ValueError("row 3: no such world"), "row 3: no such world"),
        (InvalidSettings("SECRET_KEY is weak"), "SECRET_KEY is weak"),
        (
            OSError(13, "Permission denied", "/srv"),
            "/srv: permission denied: do this as the user whose it is, or choose another place",
        ),
        (
            OSError(28, "No space left on device"),
            "no space left on device: make room on the disk, or choose another place",
        ),
        (OSError(5, "Input/output error", "/srv"), "/srv: input/output error"),
        (OSError("the port is taken"), "the port is taken"),
        (ValueError("first\nsecond"), "first"),
        (ValueError("\n  \n"), "something went wrong"),
        (ValueError("x" * 9999), "x" * LONGEST_LINE),
    ],
)
def test_what_can_be_mended_is_one_line(problem: Exception, line: str) -> None:
    assert shown(problem) == line


def test_a_refusal_of_the_database_shows_no_statement_and_no_values() -> None:
    refusal = OperationalError("INSERT INTO attempt", {"nickname": "Otter"}, OSError("disk full"))
    assert shown(refusal).startswith("the database refused: disk full: look at DATABASE_URL")


def test_who_reads_us_and_has_enough_hears_nothing() -> None:
    with pytest.raises(BrokenPipeError), one_line_failures():
        raise BrokenPipeError(32, "Broken pipe")


def test_a_mistake_of_ours_keeps_its_trace() -> None:
    with pytest.raises(ZeroDivisionError), one_line_failures():
        _ = 1 / 0


def test_a_usage_error_stays_a_usage_error() -> None:
    with pytest.raises(click.UsageError), one_line_failures():
        raise click.UsageError("no such option")
