"""A plain mail through the server of the installation, if it has one."""

import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage

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


def send(server: MailServer, recipient: str, subject: str, text: str) -> None:
    """Send one mail and wait until the server has it. Raises MailFailed."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = server.sender, recipient, subject
    message.set_content(text)
    try:
        with _connection(server) as connection:
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)
    except (smtplib.SMTPException, OSError) as problem:
        raise MailFailed(type(problem).__name__) from problem


def try_to_sign_in(server: MailServer) -> None:
    """See whether the server answers and lets us in, without a mail. Raises MailFailed."""
    try:
        with _connection(server) as connection:
            if server.user:
                connection.login(server.user, server.password)
            connection.noop()
    except (smtplib.SMTPException, OSError) as problem:
        raise MailFailed(type(problem).__name__) from problem


def _connection(server: MailServer) -> smtplib.SMTP:
    if server.security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=LONGEST_WAIT, context=context)
    connection = smtplib.SMTP(server.host, server.port, timeout=LONGEST_WAIT)
    if server.security == "starttls":
        connection.starttls(context=ssl.create_default_context())
    return connection
