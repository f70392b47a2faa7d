"""Handing over a one-time link: on the admin's screen always, by mail when a server is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app, url_for

from quiz.config.mail import Mail, MailServer, send_each
from quiz.web.logs import log
from quiz.web.pages.addresses import our_address
from quiz.web.pages.languages import translate as _


@dataclass(frozen=True)
class NewLinkView:
    """The link, shown this once; whether it was mailed (None: there is no mail server)."""

    address: str
    email: str
    is_new: bool
    mailed: bool | None


def hand_over(token: str, email: str, *, is_new: bool) -> NewLinkView:
    """Mail the link if we can, and give what the admin's page shows."""
    address = link_address(token)
    server: MailServer | None = current_app.config["MAIL"]
    mailed = None if server is None else all(_mail(server, [_message(email, address)]))
    return NewLinkView(address, email, is_new, mailed)


def mail_each(links: Sequence[tuple[str, str]]) -> list[bool] | None:
    """Mail each of these addresses its link; which were taken. None without a mail server."""
    server: MailServer | None = current_app.config["MAIL"]
    mails = [_message(email, address) for email, address in links]
    return None if server is None else _mail(server, mails)


def link_address(token: str) -> str:
    """The whole address of a one-time link."""
    return our_address() + url_for("accounts.link", token=token)


def _message(email: str, address: str) -> Mail:
    words = _(
        "Met deze link kies je een wachtwoord voor Zeven Werelden. Hij werkt één keer:\n\n"
        "%(address)s\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.",
        address=address,
    )
    return Mail(email, _("Je link voor Zeven Werelden"), words)


def _mail(server: MailServer, mails: Sequence[Mail]) -> list[bool]:
    sent, trouble = send_each(server, mails)
    if trouble:
        log.error("mail not sent", kind=trouble)
    return sent
