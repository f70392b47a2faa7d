"""The file with settings: made once with new secrets, and changed only where somebody said so."""

import re
import secrets
from collections.abc import Mapping
from pathlib import Path

import click

from quiz.cli.setup.asking import NONE, SQLITE, Answers, has_mail
from quiz.cli.setup.machine import BACKUPS, DATA
from quiz.config import InvalidSettings, Settings

_HEAD = """\
# Settings of Zeven Werelden, for root alone; docs/operations.md explains each.
# Keep a copy of CODE_KEY apart from the backups: without it no return code works.
"""
_NAME, _QUOTES = re.compile("[A-Z][A-Z0-9_]*"), "\"'"
_FORBIDDEN = "\\\"'\n"
# Which option changes which line of a file that is there; more of a mail server go with `mail`.
_OPTIONS = {
    "BASE_URL": "address",
    "DATABASE_URL": "database",
    "MAIL_SERVER": "mail",
    "MAIL_PORT": "mail",
    "MAIL_SECURITY": "mail",
    "MAIL_FROM": "mail_from",
    "MAIL_USER": "mail_user",
    "MAIL_PASSWORD": "mail_password_file",
    "OPERATOR_MAIL": "operator_mail",
}
_SETTING = re.compile(rf"\b(?:{'|'.join(_OPTIONS)})\b")
_MAIL = [name for name, option in _OPTIONS.items() if "mail" in option]


def read(text: str) -> dict[str, str]:
    """The settings in a file, as systemd and the wrapper read them."""
    found = {}
    for line in text.splitlines():
        name, equals, value = (part.strip() for part in line.partition("="))
        if equals and _NAME.fullmatch(name):
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES
            found[name] = value[1:-1] if quoted else value
    return found


def known_from(text: str | None) -> dict[str, str]:
    """The answers that a file of before holds."""
    if text is None:
        return {}
    now = read(text)
    server = now.get("MAIL_SERVER", "")
    port = f":{now['MAIL_PORT']}" if server and "MAIL_PORT" in now else ""
    return {
        "address": now.get("BASE_URL", ""),
        "database": now.get("DATABASE_URL") or SQLITE,
        "mail": f"{server}{port}" or NONE,
        "mail_from": now.get("MAIL_FROM", ""),
        "mail_user": now.get("MAIL_USER") or NONE,
        "mail_password_file": NONE,
        "operator_mail": now.get("OPERATOR_MAIL") or NONE,
    }


def written(before: str | None, answers: Answers, given: Answers) -> str:
    """The text of the file. Of one that was there only the lines change that were asked for."""
    if before is None:
        lines = [*_secrets(), *_lines({**_of_answers(answers), "BACKUP_DIR": BACKUPS})]
        return _HEAD + "\n".join(lines) + "\n"
    wanted = {
        name: value for name, value in _of_answers(answers).items() if _asked_for(name, given)
    }
    now = read(before)
    changed = {name: value for name, value in wanted.items() if now.get(name, "") != value}
    if not changed:
        return before
    kept = [line for line in before.splitlines() if line.partition("=")[0].strip() not in changed]
    return "\n".join([*kept, *_lines(changed)]) + "\n"


def require_good(text: str) -> None:
    """Refuse settings with which the quiz would not start, by the options that ask for them."""
    try:
        Settings.from_environment({"DATA_DIR": DATA, **read(text)})
    except InvalidSettings as problem:
        raise click.ClickException(_SETTING.sub(_with_option, str(problem))) from None


def _with_option(found: re.Match[str]) -> str:
    return f"--{_OPTIONS[found[0]].replace('_', '-')} ({found[0]})"


def _secrets() -> list[str]:
    return [f"{name}={secrets.token_urlsafe(48)}" for name in ("SECRET_KEY", "CODE_KEY")]


def _lines(values: Mapping[str, str]) -> list[str]:
    for name, value in values.items():
        if set(value) & set(_FORBIDDEN):
            raise click.ClickException(f"{name} must hold no quote, backslash or end of line")
    return [f"{name}={value}" for name, value in values.items() if value]


def _of_answers(answers: Answers) -> dict[str, str]:
    database = answers["database"]
    values = {
        "BASE_URL": answers["address"],
        "TRUSTED_PROXIES": "1",
        "DATABASE_URL": "" if database == SQLITE else database,
    }
    return values | (_of_mail(answers) if has_mail(answers) else dict.fromkeys(_MAIL, ""))


def _of_mail(answers: Answers) -> dict[str, str]:
    server, _, port = answers["mail"].partition(":")
    here = server in ("localhost", "127.0.0.1")
    return {
        "MAIL_SERVER": server,
        "MAIL_PORT": port,
        "MAIL_SECURITY": "tls" if port == "465" else "none" if here else "starttls",
        "MAIL_FROM": answers["mail_from"],
        "MAIL_USER": _or_nothing(answers["mail_user"]),
        "MAIL_PASSWORD": _password(answers.get("mail_password_file", NONE)),
        "OPERATOR_MAIL": _or_nothing(answers["operator_mail"]),
    }


def _password(file: str) -> str:
    return "" if file == NONE else Path(file).read_text(encoding="utf-8").strip()


def _or_nothing(answer: str) -> str:
    return "" if answer == NONE else answer


def _asked_for(name: str, given: Answers) -> bool:
    option = _OPTIONS.get(name)
    return option in given or (given.get("mail") == NONE and name in _MAIL)
