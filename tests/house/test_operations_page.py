"""What docs/operations.md tells an operator to do works, and its numbers are those of the code."""

import re
from datetime import timedelta
from pathlib import Path

import click
import pytest

from quiz.app import LARGEST_BODY, SESSION_HOURS
from quiz.cli import COMMANDS, main
from quiz.config import HOURS
from quiz.storage.embedded import BUSY_TIMEOUT_MS
from quiz.storage.tables.school import SchoolClass
from quiz.web.access import limits
from quiz.web.access.staff import IDLE, LONGEST_SESSION

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_command_on_the_page_exists() -> None:
    context = click.Context(main)
    named = set(re.findall(r"`(?:\.venv/bin/)?quiz ([a-z]+)", PAGE))
    assert {"db", "serve", "demo", "check"} <= named <= set(COMMANDS)
    for name in named:
        assert main.get_command(context, name) is not None


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("wrong codes from one browser", limits.PER_BROWSER.amount),
        ("wrong codes from one address", limits.PER_ADDRESS.amount),
        ("wrong codes altogether", limits.OVER_ALL.amount),
        ("wrong passwords for one account", limits.TRIES_PER_KEY.amount),
        ("wrong passwords from one address", limits.TRIES_PER_ADDRESS.amount),
        ("staff without a page", IDLE // timedelta(hours=1)),
        ("staff in one session", LONGEST_SESSION // timedelta(hours=1)),
        ("pupils in a class", SchoolClass.__table__.c.capacity.default.arg),
        ("joining a class", HOURS),
        ("a session in a browser", SESSION_HOURS),
        ("body of a request", LARGEST_BODY // 1024),
        ("waiting for a locked database", BUSY_TIMEOUT_MS // 1000),
    ],
)
def test_the_limits_on_the_page_are_those_of_the_code(what: str, limit: int) -> None:
    assert re.search(rf"^\| {what} \| {limit:,} ?", PAGE, re.MULTILINE)
