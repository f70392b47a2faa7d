"""Whether the mail server of the settings takes mail from us; and what was found, by mail."""

from collections.abc import Mapping, Sequence

import click

from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import Settings
from quiz.config.mail import InvalidMailServer, MailFailed, MailServer, send, try_to_sign_in

_ADVICE = "look at MAIL_SERVER, MAIL_PORT, MAIL_SECURITY, MAIL_USER and MAIL_PASSWORD"
_SUBJECT = "Zeven Werelden: proef"
_TEXT = "Deze mail komt van quiz doctor. Komt hij aan, dan komen links voor collega's ook aan.\n"


def reachable(settings: Settings, recipient: str | None) -> list[Finding]:
    """Sign in there; with a recipient also send something."""
    server = settings.mail
    if server is None:
        return [note("mail", "no MAIL_SERVER: links are passed on by hand", "set one if you like")]
    try:
        if recipient:
            send(server, recipient, _SUBJECT, _TEXT)
        else:
            try_to_sign_in(server)
    except MailFailed as problem:
        return [wrong("mail", f"{server.host} port {server.port}: {problem}", _ADVICE)]
    if recipient:
        return [note("mail", f"{server.host} took a mail to {recipient}", "look whether it came")]
    return [well("mail", f"{server.host} lets us in; --mail-to ADDRESS sends a mail")]


def send_report(environment: Mapping[str, str], found: Sequence[Finding], about: str) -> None:
    """Mail all lines to OPERATOR_MAIL; without it, or without a server, nothing is sent."""
    recipient = environment.get("OPERATOR_MAIL", "")
    if not recipient:
        return
    try:
        server = MailServer.from_environment(environment)
        if server is None:
            return
        subject = f"Zeven Werelden: {about or 'quiz doctor'}"
        send(server, recipient, subject, "\n".join([about, *(each.line() for each in found)]))
    except (MailFailed, InvalidMailServer, ValueError) as problem:
        click.echo(f"the report was not mailed: {problem}", err=True)
