"""Help that is never cut off: each command of a group with the whole first sentence of its own."""

from collections.abc import Iterable

import click

LONGEST_SENTENCE = 300


class WholeSentences(click.Group):
    """A group whose help says of each command what it does, on as many lines as that takes."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show all commands."""
        self.format_some(ctx, formatter, "Commands", self.list_commands(ctx))

    def format_some(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
        heading: str,
        names: Iterable[str],
    ) -> None:
        """Show these commands below a heading."""
        commands = [(name, self.get_command(ctx, name)) for name in names]
        with formatter.section(heading):
            formatter.write_dl(
                [
                    (name, command.get_short_help_str(LONGEST_SENTENCE))
                    for name, command in commands
                    if command
                ]
            )
