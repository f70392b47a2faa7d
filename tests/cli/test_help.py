"""`quiz --help` explains everything, quickly, and a slip of the keyboard is no disaster."""

import subprocess
import sys

import click
import pytest

from quiz.cli import COMMANDS, READERS, main
from tests.cli.conftest import Quiz, complaint

HEAVY = ("numpy", "sklearn", "scipy", "flask", "sqlalchemy", "alembic", "granian", "yaml")


def all_commands(group: click.Group = main, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command as it is typed, groups included."""
    context = click.Context(group)
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append((*words, name))
        if isinstance(command, click.Group):
            found += all_commands(command, (*words, name))
    return found


def test_help_names_every_command_with_what_it_does(quiz: Quiz) -> None:
    result = quiz("--help")
    assert result.exit_code == 0
    for name in COMMANDS:
        line = next(line for line in result.output.splitlines() if line.split()[:1] == [name])
        assert len(line.split()) > 3, line


def test_help_shows_each_command_once_by_who_uses_it(quiz: Quiz) -> None:
    text = quiz("--help").output
    assert all(f"{reader}:" in text for reader in READERS)
    assert {name for names in READERS.values() for name in names} <= set(COMMANDS)
    for name in COMMANDS:
        lines = [line for line in text.splitlines() if line.startswith(f"  {name} ")]
        assert len(lines) == 1, name
    assert not [line for line in text.splitlines()[1:] if line.endswith("...")]


@pytest.mark.parametrize("words", all_commands(), ids=" ".join)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_explains_itself(quiz: Quiz, words: tuple[str, ...], flag: str) -> None:
    result = quiz(*words, flag)
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: quiz {' '.join(words)}")
    cut_off = [each for each in result.output.splitlines()[1:] if each.endswith("...")]
    assert not cut_off, "a sentence is whole"


def test_help_needs_no_settings_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, contextlib\n"
        "from quiz.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env={}
    )
    assert "serve" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told(quiz: Quiz) -> None:
    result = quiz("--version")
    assert result.exit_code == 0
    assert "0." in result.output


@pytest.mark.parametrize("words", [("sreve",), ("--verbose",), ("db", "upgrade", "now")])
def test_a_word_that_does_not_exist_is_one_line(quiz: Quiz, words: tuple[str, ...]) -> None:
    complaint(quiz(*words))
