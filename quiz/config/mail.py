"""A plain mail through the server of the installation, if it has one."""

import smtplib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid

from quiz.config.school_time import now
from quiz.config.trust import usual_trust
from quiz.config.whole_numbers import whole_number

LONGEST_WAIT = 10  # seconds, each step
LARGEST_PORT = 65535
SECURITY = ("starttls", "tls", "none")


class InvalidMailServer(ValueError):
    """The settings of the mail server do not go together."""


class MailFailed(Exception):
    """The server did not take the mail; the text is the kind of error and names nobody."""


@dataclass(frozen=True)
class MailServer:
    """Where mail goes; `security` is "starttls", "tls" (from the first byte) or "none"."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    password: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "MailServer | None":
        """The server of MAIL_SERVER, or None without it. Raises InvalidMailServer."""
        names = ("SERVER", "PORT", "FROM", "SECURITY", "USER", "PASSWORD")
        host, port, *rest = (environment.get(f"MAIL_{name}", "") for name in names)
        sender, security, user, password = rest
        if not host:
            return None
        server = cls(host, _port(port or "587"), sender, security or SECURITY[0], user, password)
        if "@" not in sender:
            raise InvalidMailServer("MAIL_FROM must be the address that our mail comes from")
        if server.security not in SECURITY:
            raise InvalidMailServer(f"MAIL_SECURITY must be one of {', '.join(SECURITY)}")
        return server


def _port(text: str) -> int:
    port = whole_number(text, len(str(LARGEST_PORT)))
    if not port or port > LARGEST_PORT:
        raise InvalidMailServer("MAIL_PORT must be a port number such as 587")
    return port


@dataclass(frozen=True)
class Mail:
    """One mail in plain text."""

    recipient: str
    subject: str
    text: str


def send(server: MailServer, recipient: str, subject: str, text: str) -> None:
    """Send one mail and wait until the server has it. Raises MailFailed."""
    try:
        with _signed_in(server) as connection:
            connection.send_message(_message(server, Mail(recipient, subject, text)))
    except (smtplib.SMTPException, OSError) as problem:
        raise MailFailed(type(problem).__name__) from problem


def send_each(server: MailServer, mails: Sequence[Mail]) -> tuple[list[bool], str]:
    """Send these over one line: which of them the server has, and the kind of what went wrong.

    Who is refused keeps nobody else from theirs; when the line breaks the rest is not sent.
    """
    sent: list[bool] = []
    trouble = ""
    try:
        with _signed_in(server) as connection:
            for mail in mails:
                refused = _refusal(connection, _message(server, mail))
                trouble = refused or trouble
                sent.append(not refused)
    except (smtplib.SMTPException, OSError) as problem:
        trouble = type(problem).__name__
    return [*sent, *[False] * (len(mails) - len(sent))], trouble


def try_to_sign_in(server: MailServer) -> None:
    """See whether the server answers and lets us in, without a mail. Raises MailFailed."""
    try:
        with _signed_in(server) as connection:
            connection.noop()
    except (smtplib.SMTPException, OSError) as problem:
        raise MailFailed(type(problem).__name__) from problem


def _refusal(connection: smtplib.SMTP, message: EmailMessage) -> str:
    """Send it; the kind of error when the server does not take this one recipient, else ""."""
    try:
        connection.send_message(message)
    except smtplib.SMTPRecipientsRefused as problem:
        return type(problem).__name__
    return ""


@contextmanager
def _signed_in(server: MailServer) -> Iterator[smtplib.SMTP]:
    with _connection(server) as connection:
        if server.user:
            connection.login(server.user, server.password)
        yield connection


def _message(server: MailServer, mail: Mail) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = server.sender, mail.recipient, mail.subject
    # Without these a mail is more easily taken for spam, or answered by who is on holiday.
    message["Date"], message["Auto-Submitted"] = now(), "auto-generated"
    message["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    message.set_content(mail.text)
    return message


def _connection(server: MailServer) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(
            server.host, server.port, timeout=LONGEST_WAIT, context=usual_trust()
        )
    connection = smtplib.SMTP(server.host, server.port, timeout=LONGEST_WAIT)
    if server.security == "starttls":
        connection.starttls(context=usual_trust())
    return connection
