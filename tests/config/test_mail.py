"""A mail goes through the server of the installation, or fails with a kind and no name."""

import smtplib
from email.message import EmailMessage

import pytest

from quiz.config import InvalidSettings, Settings, mail
from quiz.config.mail import InvalidMailServer, MailFailed, MailServer, send
from tests.conftest import SECRETS

FROM = {"MAIL_SERVER": "mail.school.nl", "MAIL_FROM": "quiz@school.nl"}
SERVER = MailServer("mail.school.nl", 587, "quiz@school.nl", "starttls", "quiz", "secret")


class Post:
    """A mail server that notes what happens to it."""

    def __init__(self, host: str, port: int, **how: object) -> None:
        self.log: list[object] = [host, port]
        self.waits = how["timeout"]
        POSTS.append(self)

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_error: object) -> None:
        self.log.append("closed")

    def starttls(self, context: object) -> None:
        """The line is encrypted from here."""
        assert context is not None
        self.log.append("starttls")

    def login(self, user: str, password: str) -> None:
        """Somebody says who they are."""
        self.log += ["login", user, password]

    def send_message(self, message: EmailMessage) -> None:
        """A mail is handed over."""
        assert message["Date"]
        assert message["Message-ID"].endswith("@school.nl>")
        self.log += [message["To"], message["Subject"], message.get_content().strip()]


POSTS: list[Post] = []


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> None:
    POSTS.clear()
    monkeypatch.setattr("smtplib.SMTP", Post)
    monkeypatch.setattr("smtplib.SMTP_SSL", Post)


def test_a_mail_is_sent_over_an_encrypted_line() -> None:
    send(SERVER, "eva@school.nl", "Je link", "Hier is hij.")
    (post,) = POSTS
    assert post.log == ["mail.school.nl", 587, "starttls", "login", "quiz", "secret",
                        "eva@school.nl", "Je link", "Hier is hij.", "closed"]  # fmt: skip
    assert post.waits == mail.LONGEST_WAIT


@pytest.mark.parametrize("security", ["tls", "none"])
def test_the_line_is_as_the_installation_says(security: str) -> None:
    send(MailServer("localhost", 25, "quiz@school.nl", security), "eva@school.nl", "x", "y")
    assert POSTS[0].log == ["localhost", 25, "eva@school.nl", "x", "y", "closed"]


@pytest.mark.parametrize("error", [OSError("down"), smtplib.SMTPRecipientsRefused({})])
def test_a_server_that_refuses_is_told_by_kind(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(Post, "send_message", refuse)
    with pytest.raises(MailFailed, match=type(error).__name__) as problem:
        send(SERVER, "eva@school.nl", "x", "y")
    assert "eva" not in str(problem.value)


def test_without_a_server_there_is_none() -> None:
    assert MailServer.from_environment({}) is None


def test_the_settings_of_a_server() -> None:
    plain = MailServer.from_environment(FROM)
    assert plain == MailServer("mail.school.nl", 587, "quiz@school.nl", "starttls", "", "")
    more = {"MAIL_PORT": "465", "MAIL_SECURITY": "tls", "MAIL_USER": "u", "MAIL_PASSWORD": "p"}
    full = MailServer.from_environment({**FROM, **more})
    assert full == MailServer("mail.school.nl", 465, "quiz@school.nl", "tls", "u", "p")


@pytest.mark.parametrize(
    "wrong",
    [{"MAIL_PORT": "x"}, {"MAIL_PORT": "0"}, {"MAIL_PORT": "65536"}, {"MAIL_PORT": "٥"},
     {"MAIL_PORT": "9" * 5000}, {"MAIL_FROM": ""}, {"MAIL_SECURITY": "ssl3"}],
)  # fmt: skip
def test_settings_that_do_not_go_together_are_one_line(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidMailServer) as problem:
        MailServer.from_environment({**FROM, **wrong})
    assert next(iter(wrong)) in str(problem.value)


@pytest.mark.parametrize("more", [{}, {"MAIL_PORT": "x", "BASE_URL": "https://quiz.school.nl"}])
def test_a_mail_server_that_cannot_be_used_stops_the_start(more: dict[str, str]) -> None:
    environment = {name.upper(): value for name, value in SECRETS.items()}
    with pytest.raises(InvalidSettings):
        Settings.from_environment({**environment, **FROM, **more})


def test_a_mail_server_with_an_address_of_ours_is_taken() -> None:
    environment = {name.upper(): value for name, value in SECRETS.items()}
    base = {"BASE_URL": "https://quiz.school.nl"}
    settings = Settings.from_environment({**environment, **FROM, **base})
    assert settings.mail == MailServer("mail.school.nl", 587, "quiz@school.nl")
