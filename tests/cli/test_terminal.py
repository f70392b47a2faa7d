"""Streams that are closed, full, or know too few letters: no traceback, no half a word."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCHOOL = "De Vlinder \U0001f98b"
QUIZ = [sys.executable, "-c", "from quiz.cli import main; main(prog_name='quiz')"]


@pytest.fixture
def stored(environment: dict[str, str], upgraded: Path) -> dict[str, str]:
    """An environment for commands of their own, with one school."""
    assert upgraded.exists()
    add = [*QUIZ, "user", "add", "a@school.nl", "--school", SCHOOL, "--role", "admin"]
    subprocess.run(add, env=environment, check=True, capture_output=True)
    return environment


def typed(line: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What a shell makes of it; `quiz` is ours."""
    shell = f'quiz() {{ "{sys.executable}" -c "{QUIZ[2]}" "$@"; }}; set -o pipefail; {line}'
    return subprocess.run(
        ["bash", "-c", shell], env=environment, capture_output=True, text=True, check=False
    )


def test_a_terminal_without_that_letter_shows_its_number(stored: dict[str, str]) -> None:
    done = typed("quiz school list", stored | {"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(r"De Vlinder \U0001f98b  0 accounts")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    "words",
    [
        "purge",
        "school list",
        f"school merge '{SCHOOL}' x",
        "user add b@c.nl --school X --role admin",
    ],
)
def test_a_closed_stream_is_no_traceback(stored: dict[str, str], closed: str, words: str) -> None:
    done = typed(f"quiz {words} {closed}", stored)
    assert "Traceback" not in done.stderr
    assert done.returncode == ("merge" in words)
    assert done.returncode == 0 or not done.stderr or "add --yes" in done.stderr


def test_who_reads_and_has_enough_is_no_error(stored: dict[str, str]) -> None:
    done = typed("quiz catalogue check --links | head -1", stored)
    assert done.stdout.startswith("De catalogus")
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such file here")  # noqa: PTH110
@pytest.mark.parametrize("words", ["--help", "school --help", "school list"])
def test_output_that_finds_no_room_is_one_line(stored: dict[str, str], words: str) -> None:
    done = typed(f"quiz {words} > /dev/full", stored)
    assert done.returncode == 1
    assert done.stderr == (
        "Error: no space left on device: make room on the disk, or choose another place\n"
    )
