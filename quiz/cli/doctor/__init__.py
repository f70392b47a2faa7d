"""`quiz doctor`: whether this installation is well, one line a thing, each with what to do."""

import json
import os
from pathlib import Path

import click

from quiz.cli.doctor.finding import Finding, Mark

SETTINGS_FILE = Path("/etc/zeven-werelden.env")


@click.command()
@click.option("--mail-to", help="Also send a mail to this address, to see whether it arrives.")
@click.option("--report", is_flag=True, help="Mail what is found to OPERATOR_MAIL, if that is set.")
@click.option("--about", default="", help="A first line for that mail: what happened.")
@click.option("--time-server", help="Compare the clock with this time server (NTP), by name.")
@click.option("--offline", is_flag=True, help="Ask nobody over the network, ourselves neither.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for a program.")
@click.option(
    "--settings-file",
    type=click.Path(path_type=Path, readable=False),  # only root reads it
    default=SETTINGS_FILE,
    show_default=True,
    help="The file with the settings, of which only the rights are looked at.",
)
def doctor(  # noqa: PLR0913
    *,
    mail_to: str | None,
    report: bool,
    about: str,
    time_server: str | None,
    offline: bool,
    as_json: bool,
    settings_file: Path,
) -> None:
    """Look whether everything is well, and say for each thing what to do.

    Run it as the user of the service, with its settings. Exit code 0: well; 1: something is
    wrong. "note" is for your attention and changes no exit code. Nothing is changed.
    """
    from quiz.cli.doctor.mail import send_report
    from quiz.cli.doctor.rounds import Asked, rounds

    asked = Asked(mail_to=mail_to, time_server=time_server, offline=offline)
    found = rounds(os.environ, settings_file, asked)
    click.echo(_as_json(found) if as_json else "\n".join(each.line() for each in found))
    if report:
        send_report(os.environ, found, about)
    if any(each.mark is Mark.WRONG for each in found):
        raise SystemExit(1)


def _as_json(found: list[Finding]) -> str:
    return json.dumps([each.words() for each in found], ensure_ascii=False, indent=1)
