"""The four questions: the address, the database, the web server with its certificate, mail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

SQLITE, NONE = "sqlite", "none"
LETSENCRYPT, INTERNAL = "letsencrypt", "internal"
CADDY, NGINX = "caddy", "nginx"
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """What is asked, under the name of the option that answers it too."""

    name: str
    text: str
    default: str | None = None
    needed: Callable[[Answers], bool] = lambda _: True


def has_own_certificate(answers: Answers) -> bool:
    """Whether the school brings a certificate in files."""
    return answers["certificate"] not in (LETSENCRYPT, INTERNAL)


def has_mail(answers: Answers) -> bool:
    """Whether there is a server that takes our mail."""
    return answers["mail"] != NONE


def signs_in(answers: Answers) -> bool:
    """Whether that server wants a name and a password."""
    return has_mail(answers) and answers["mail_user"] != NONE


QUESTIONS = (
    Question("address", "1. Address of the site, such as https://quiz.school.nl"),
    Question("database", "2. Database: sqlite (a file here) or postgresql://...", SQLITE),
    Question("web", "3. Web server: caddy or nginx", CADDY),
    Question("certificate", "   Its certificate: letsencrypt, internal, or a file", LETSENCRYPT),
    Question("key", "   The file with the key of that certificate", needed=has_own_certificate),
    Question("mail", "4. Mail server, as name or name:port, or none", NONE),
    Question("mail_from", "   Address that our mail comes from", needed=has_mail),
    Question("mail_user", "   Name to sign in to it with, or none", NONE, has_mail),
    Question("mail_password_file", "   File that holds its password, or none", NONE, signs_in),
    Question("operator_mail", "   Who gets mail when a night fails, or none", NONE, has_mail),
)


def answered(given: Answers, known: Answers) -> dict[str, str]:
    """Every answer: as given now, else as known from before, else asked."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        if question.needed(answers):
            name = question.name
            answers[name] = given.get(name) or known.get(name) or _ask(question)
    return answers


def _ask(question: Question) -> str:
    try:
        said: str = click.prompt(question.text, default=question.default, type=str)
    except click.Abort:
        option = question.name.replace("_", "-")
        raise click.ClickException(f"nobody answers: give --{option}, see --help") from None
    return said.strip()
