"""Whether the mail server of the settings takes mail from us."""

from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import Settings
from quiz.config.mail import MailFailed, send, try_to_sign_in

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
