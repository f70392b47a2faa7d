"""Handing over a one-time link: on the admin's screen always, by mail when a server is known."""

from dataclasses import dataclass

from flask import current_app, url_for

from quiz.config.mail import MailFailed, MailServer, send
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
    address = _address(token)
    server: MailServer | None = current_app.config["MAIL"]
    mailed = None if server is None else _mail(server, email, address)
    return NewLinkView(address, email, is_new, mailed)


def _address(token: str) -> str:
    return our_address() + url_for("accounts.link", token=token)


def _mail(server: MailServer, email: str, address: str) -> bool:
    words = _(
        "Met deze link kies je een wachtwoord voor Zeven Werelden. Hij werkt een keer:\n\n"
        "%(address)s\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.",
        address=address,
    )
    try:
        send(server, email, _("Je link voor Zeven Werelden"), words)
    except MailFailed as problem:
        log.error("mail not sent", kind=str(problem))
        return False
    return True
