"""`quiz setup`: the quiz on one machine, from four answers."""

from pathlib import Path

import click

from quiz.cli.setup.machine import Machine


@click.command()
@click.option("--address", help="Of the site: https:// and its name.")
@click.option(
    "--database", help="`sqlite` (a file on this machine), or the address of a PostgreSQL."
)
@click.option("--web", help="`caddy` or `nginx`.")
@click.option("--certificate", help="`letsencrypt`, `internal` (Caddy's own authority) or a FILE.")
@click.option("--key", help="The FILE with the key of that certificate.")
@click.option("--mail", help="Server that takes our mail, NAME or NAME:PORT, or `none`.")
@click.option("--mail-from", help="The address that our mail comes from.")
@click.option("--mail-user", help="Name to sign in to it with, or `none`.")
@click.option("--mail-password-file", help="FILE with its password alone, or `none`.")
@click.option("--operator-mail", help="Who gets mail when a night fails, or `none`.")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option("--files", "files_only", is_flag=True, help="Only renew files, after an upgrade.")
@click.option("--undo", "undoing", is_flag=True, help="Take it away again; never the data.")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("/"),
    help="Write below this folder instead; commands are then only shown.",
)
def setup(
    *, dry_run: bool, files_only: bool, undoing: bool, root: Path, **options: str | None
) -> None:
    """Set the quiz up on this machine: user, settings, services, nights and site.

    Asks what no option answers. Run it again whenever you like: what is there stays, and only
    what an option changes is changed. A file that somebody edited is kept, and named.
    """
    from quiz.cli.setup.undoing import undo

    machine = Machine(root.resolve(), dry_run)
    machine.require_root()
    if undoing:
        undo(machine)
    else:
        given = {name: value.strip() for name, value in options.items() if value and value.strip()}
        _set_up(machine, given, files_only=files_only)
    if dry_run:
        click.echo("nothing was changed: this was --dry-run")


def _set_up(machine: Machine, given: dict[str, str], *, files_only: bool) -> None:
    from quiz.cli.setup import work
    from quiz.cli.setup.asking import answered
    from quiz.cli.setup.fitting import plain_address, require_fit
    from quiz.cli.setup.machine import SETTINGS
    from quiz.cli.setup.placing import Record
    from quiz.cli.setup.settings_file import known_from

    record = Record.read(machine)
    answers = answered(given, {**known_from(machine.read(SETTINGS)), **record.web})
    answers["address"] = plain_address(answers["address"])
    require_fit(machine, answers, record)
    changed = {SETTINGS} if work.make_settings(machine, answers, given) else set()
    work.make_user(machine)
    changed |= work.make_files(machine, answers, record)
    record.remember(answers)
    record.write(machine)
    if files_only:
        work.renew(machine, answers, changed)
        return
    work.start(machine, answers, changed, first=not record.is_done)
    record.is_done = True
    record.write(machine)
    work.tell_what_is_next(machine, answers)
