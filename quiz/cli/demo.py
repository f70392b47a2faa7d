"""`quiz demo`: everything in one go, on this machine, with an invented school."""

import json
import os
import secrets
import socket
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.demo_links import welcome
from quiz.cli.serve import WORKERS, require_free_port, run_server
from quiz.config import DEFAULT_DATA_FOLDER, Settings
from quiz.config.private_files import DEMO_SECRETS, private_folder
from quiz.config.whole_file import whole_file

if TYPE_CHECKING:
    from quiz.usecases.demonstration.filling import Examples

SECRETS = ("SECRET_KEY", "CODE_KEY")
ANY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 to let phones in.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@WORKERS
@click.option("--prepare", is_flag=True, help="Only make ready; do not serve.")
@click.option("--empty", is_flag=True, help="One empty class only: no example classes and talks.")
def demo(host: str, port: int, workers: int, *, prepare: bool, empty: bool) -> None:
    """Try it out: make a database and an invented class, and serve it here."""
    host = host.strip("[]")  # as an address of IPv6 stands in a link
    if not prepare:
        require_free_port(host, port)
    folder = Path(os.environ.get("DATA_DIR") or DEFAULT_DATA_FOLDER)
    private_folder(folder, {DEMO_SECRETS})
    os.environ["QUIZ_DEMO"] = "1"
    for name, value in demo_secrets(folder).items():
        os.environ.setdefault(name, value)
    settings = Settings.from_environment(os.environ)
    code = _make_ready(settings)
    passwords = _staff(settings)
    examples = None if empty else _examples(settings)
    click.echo(welcome(f"http://{_address(host)}:{port}", code, passwords, examples))
    if not prepare:
        run_server(host, port, workers)


def _make_ready(settings: Settings) -> str:
    """Migrate, load the catalogue and make the class; its code."""
    from quiz.cli.catalogue import load_into
    from quiz.config.school_time import now
    from quiz.domain.bank.load import load_bank
    from quiz.domain.catalogue.files.load import load_catalogue
    from quiz.domain.scoring import Scorer
    from quiz.storage.database import Database
    from quiz.storage.migrations.run import upgrade
    from quiz.usecases.demonstration.agenda import demonstration_agenda
    from quiz.usecases.demonstration.region import demonstration_monitor
    from quiz.usecases.demonstration.school import demonstration_class
    from quiz.usecases.services import Services

    with closing(Database(settings.database_url)) as database:
        upgrade(database)
        load_into(database, load_catalogue())
        demonstration_agenda(database)
        code = demonstration_class(database)
        bank, key = load_bank(), settings.code_key.encode()
        parts = Services(database, bank, Scorer.plain(bank), key, now, settings.time_zone)
        demonstration_monitor(parts)
        return code


def _staff(settings: Settings) -> dict[str, str]:
    """The invented staff with their passwords, which are new each time and kept nowhere."""
    from quiz.storage.database import Database
    from quiz.usecases.demonstration.school import STAFF, demonstration_staff
    from quiz.usecases.staff.hashing import hash_password

    passwords = {email: secrets.token_urlsafe(12) for email in STAFF}
    hashed = partial(hash_password, settings.code_key.encode())
    with closing(Database(settings.database_url)) as database:
        demonstration_staff(database, passwords, hashed)
    return passwords


def _examples(settings: Settings) -> "Examples":
    """Fill the school with classes in and after their lesson, and with talks."""
    from quiz.app import create_app
    from quiz.usecases.demonstration.filling import fill
    from quiz.web.runtime import services

    click.echo("De voorbeelden worden gemaakt: een ogenblik.", err=True)
    app = create_app(settings)
    with app.app_context():
        made = fill(services())
        services().database.close()
    return made


def demo_secrets(folder: Path) -> dict[str, str]:
    """Random secrets for this demonstration, made once, readable by this user only."""
    path = folder / DEMO_SECRETS
    if not path.exists():
        made = {name: secrets.token_urlsafe(48) for name in SECRETS}
        with whole_file(path) as place:
            place.touch(mode=0o600)
            place.write_text(json.dumps(made), encoding="utf-8")
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {name: _text(stored[name]) for name in SECRETS}
    except (ValueError, TypeError, KeyError) as problem:
        raise click.ClickException(f"{path} cannot be read: remove it and try again") from problem


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _address(host: str) -> str:
    """The address that a phone on the same network can use, when we listen on all of them."""
    if host not in ANY_ADDRESS:
        return f"[{host}]" if ":" in host else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
