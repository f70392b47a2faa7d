"""Whether a set-up could work here, said before anything is written."""

from contextlib import closing

import click

from quiz.cli.setup.asking import CADDY, INTERNAL, Answers, has_own_certificate
from quiz.cli.setup.machine import CURRENT, Machine
from quiz.cli.setup.placing import Record
from quiz.cli.setup.sites import PLACES
from quiz.config.base_url import InvalidBaseUrl, base_url_of


def require_fit(machine: Machine, answers: Answers, record: Record) -> None:
    """Refuse what would only fail half-way. Raises a clear line."""
    _require_web(machine, answers["web"], record.web.get("web", answers["web"]))
    _require_certificate(machine, answers)
    _require_database(machine, answers["database"])
    if machine.is_real and not machine.path(f"{CURRENT}/bin/quiz").exists():
        raise click.ClickException(f"{CURRENT} is not there: run `sh install.sh` of a release")


def plain_address(typed: str) -> str:
    """The address of the site as it stands in a link: people leave out https://, or shout it.

    Raises a clear line.
    """
    try:
        address = base_url_of(typed if "://" in typed else f"https://{typed}") or ""
    except InvalidBaseUrl as problem:
        raise click.ClickException(str(problem).replace("BASE_URL", "--address")) from None
    name = address.removeprefix("https://")
    if not address.startswith("https://") or ":" in name or "." not in name:
        raise click.ClickException(
            "--address must be https:// and a full name without a port, such as "
            "https://quiz.school.nl; for another port see docs/operations.md, Behind a proxy"
        )
    return address


def _require_web(machine: Machine, web: str, before: str) -> None:
    if web not in PLACES:
        raise click.ClickException(f"--web must be caddy or nginx, not {web}")
    if before != web:
        raise click.ClickException(f"this was set up for {before}: first `quiz setup --undo`")
    if not machine.has(web):
        raise click.ClickException(f"{web} is not installed: `apt install {web}` first")


def _require_certificate(machine: Machine, answers: Answers) -> None:
    if answers["web"] != CADDY and answers["certificate"] == INTERNAL:
        raise click.ClickException("--certificate internal is for caddy; give nginx a file")
    if not has_own_certificate(answers):
        return
    for name in ("certificate", "key"):
        place = answers[name]
        if not place.startswith("/") or (machine.is_real and not machine.path(place).is_file()):
            raise click.ClickException(f"--{name}: {place} is no file (give its whole path)")


def _require_database(machine: Machine, address: str) -> None:
    """A PostgreSQL lets us in now, and backups of it can be made here."""
    if not address.startswith("postgres"):
        return
    if not machine.has("pg_dump"):
        raise click.ClickException(
            "pg_dump is not installed, and backups need it: `apt install postgresql-client` first"
        )
    if machine.is_real:
        require_way_in(address)


def require_way_in(address: str) -> None:
    """Refuse a PostgreSQL that does not let us in, in its own words, which hold no password."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import SQLAlchemyError

    from quiz.storage.database import Database

    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        with closing(Database(url)) as database, database.engine.connect():
            pass
    except (ValueError, SQLAlchemyError) as problem:
        told = str(getattr(problem, "orig", None) or "no address of a PostgreSQL").splitlines()
        raise click.ClickException(f"--database: {told[0]}") from problem
