"""A one-time link is on the admin's screen always, and in the mail when there is a server."""

from collections.abc import Iterator

import pytest
from flask import Flask

from quiz.blueprints.accounts import mailing
from quiz.config.mail import Mail, MailServer
from tests.visitor import Page, Visitor

SERVER = MailServer("mail.school.nl", 587, "quiz@school.nl")
NEW = "nieuw@een.example"


@pytest.fixture
def with_mail(clean_app: Flask) -> Iterator[Flask]:
    """The app with a mail server and an address of its own."""
    clean_app.config.update(MAIL=SERVER, BASE_URL="https://quiz.school.nl")
    yield clean_app
    clean_app.config.update(MAIL=None, BASE_URL=None)


def invite(visitor: Visitor) -> Page:
    return visitor.submit(visitor.get("/collegas"), email=NEW, roles="teacher")


def test_without_a_mail_server_the_admin_passes_it_on(admin_visitor: Visitor) -> None:
    page = invite(admin_visitor)
    assert "Geef hem zelf" in page.text
    assert "http://localhost/wachtwoord/" in page.text


def test_with_one_it_is_mailed_too_under_our_own_address(
    with_mail: Flask, admin_visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Mail] = []

    def take(server: MailServer, mails: list[Mail]) -> tuple[list[bool], str]:
        assert server == SERVER
        sent.extend(mails)
        return [True], ""

    monkeypatch.setattr(mailing, "send_each", take)
    page = invite(admin_visitor)
    assert "ook gemaild" in page.text
    (mail,) = sent
    assert mail.recipient == NEW
    link = page.text.split("https://quiz.school.nl/wachtwoord/")[1].split()[0]
    assert f"https://quiz.school.nl/wachtwoord/{link}" in mail.text


def test_a_mail_that_does_not_go_out_costs_nothing(
    with_mail: Flask,
    admin_visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_what: object) -> tuple[list[bool], str]:
        return [False], "SMTPServerDisconnected"

    monkeypatch.setattr(mailing, "send_each", refuse)
    page = invite(admin_visitor)
    assert "Mailen lukte niet" in page.text
    assert "/wachtwoord/" in page.text
    logged = capsys.readouterr().out
    assert "SMTPServerDisconnected" in logged
    assert NEW not in logged
