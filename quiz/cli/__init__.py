"""The command `quiz`: each subject has a module, imported only when its command is used."""

from importlib import import_module
from typing import Any

import click

from quiz.cli.failures import one_line_failures
from quiz.cli.terminal import prepare_streams
from quiz.cli.whole_sentences import WholeSentences

# Command -> module that holds it under the same name. Kept by hand, so that `quiz --help` is quick.
COMMANDS = {
    "backup": "quiz.cli.backup",
    "bench": "quiz.cli.bench",
    "catalogue": "quiz.cli.catalogue",
    "check": "quiz.cli.content",
    "db": "quiz.cli.database",
    "demo": "quiz.cli.demo",
    "doctor": "quiz.cli.doctor",
    "evaluate": "quiz.cli.engine",
    "inventory": "quiz.cli.learning",
    "items": "quiz.cli.learning",
    "learn": "quiz.cli.learning",
    "metrics": "quiz.cli.metrics",
    "purge": "quiz.cli.purge",
    "restore": "quiz.cli.backup",
    "school": "quiz.cli.school",
    "score": "quiz.cli.scoring",
    "serve": "quiz.cli.serve",
    "setup": "quiz.cli.setup",
    "sso": "quiz.cli.sso",
    "trail": "quiz.cli.trail",
    "train": "quiz.cli.engine",
    "upgrade": "quiz.cli.upgrade",
    "user": "quiz.cli.user",
    "validate": "quiz.cli.learning",
}


# Who uses which, as `quiz --help` shows them; a command that is in none stands with the operator.
FOR_A_SCHOOL = "A school: people, and a look at how it is"
FOR_AN_OPERATOR = "An operator: run it, keep it well"
FOR_THE_MAKERS = "The makers: questions and model"
READERS = {
    FOR_A_SCHOOL: ("demo", "doctor", "school", "trail", "user"),
    FOR_AN_OPERATOR: (),
    FOR_THE_MAKERS: (
        *("check", "evaluate", "inventory", "items", "learn"),
        *("score", "train", "validate"),
    ),
}


class LazyCommands(WholeSentences):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in alphabetical order."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the commands by who uses them."""
        placed = {name for names in READERS.values() for name in names}
        for reader, names in READERS.items():
            shown = names or tuple(name for name in self.list_commands(ctx) if name not in placed)
            self.format_some(ctx, formatter, reader, shown)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the words; help on a disk that is full is one line too."""
        prepare_streams()
        with one_line_failures():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what a user can mend becomes one clear line and a non-zero exit."""
        with one_line_failures():
            return super().invoke(ctx)


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="zeven-werelden")
def main() -> None:
    """Zeven Werelden: a lesson in which a pupil finds their talent for technology."""
