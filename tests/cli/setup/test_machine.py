"""Commands that fail, a service that is not well, and a machine where nothing was set up."""

import click
import pytest

from quiz.cli.setup.health import wait_until_well
from quiz.cli.setup.machine import run
from tests.cli.conftest import Quiz, complaint
from tests.live_server import free_port


def test_a_command_that_fails_is_one_line_with_what_it_said() -> None:
    with pytest.raises(click.ClickException) as failed:
        run("sh", "-c", "echo much; echo 'Error: no room' >&2; exit 3")
    assert failed.value.message.endswith("failed: no room")


def test_a_service_that_never_answers_leads_to_its_log() -> None:
    with pytest.raises(click.ClickException, match="journalctl -u zeven-werelden"):
        wait_until_well(free_port(), patience=0.1)


@pytest.mark.parametrize("words", [["--back"], ["--back", "x.whl"], []])
def test_an_upgrade_of_nothing_is_one_line(quiz: Quiz, words: list[str]) -> None:
    assert complaint(quiz("upgrade", *words))
