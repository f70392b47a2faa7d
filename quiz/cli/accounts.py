"""What the commands about accounts share: the database, the account that is meant, a link."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import click

from quiz.cli.stored import require_migrated
from quiz.config import Settings
from quiz.domain.text.names import plain_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quiz.storage.tables.staff import Staff

ROLES = ("teacher", "counsellor", "coordinator", "admin")  # as in quiz.storage: kept by a test
HERE = "http://127.0.0.1:8000"
SCHOOL = click.option("--school", help="Which school, for somebody who has an account at two.")


def school_name(typed: str) -> str:
    """The name of a school as it is stored; one of a wrong length is refused."""
    from quiz.storage.tables.school import LONGEST_SCHOOL

    name = plain_name(typed)
    if not 0 < len(name) <= LONGEST_SCHOOL:
        raise click.ClickException(f"the name of a school has 1 to {LONGEST_SCHOOL} characters")
    return name


def account_named(session: "Session", email: str, school: str | None) -> "Staff":
    """The account that is meant; where there are two, the school says which."""
    from quiz.storage.tables.school import School
    from quiz.usecases.staff.emails import plain_email
    from quiz.usecases.staff.holding import hold_school
    from quiz.usecases.staff.people import accounts_of

    address = plain_email(email)
    found = {
        session.get_one(School, one.school_id).name: one for one in accounts_of(session, address)
    }
    if not found:
        raise click.ClickException(f"{address} has no account: see `quiz user add --help`")
    name = " ".join(school.split()) if school is not None else None
    if name is None and len(found) > 1:
        raise click.ClickException(
            f"{address} has an account at {len(found)} schools: say which with --school"
        )
    if name is not None and name not in found:
        raise click.ClickException(f"{address} has no account at {name}: see `quiz user list`")
    person = found[name] if name is not None else next(iter(found.values()))
    hold_school(session, person.school_id)
    session.refresh(person)
    return person


@contextmanager
def writing_accounts() -> "Iterator[Session]":
    """A transaction in a database of this version; what is removed is gone from its files too."""
    from quiz.storage.database import Database

    with closing(Database(Settings.from_environment(os.environ).database_url)) as database:
        require_migrated(database)
        with database.erasing() as session:
            yield session


def show_link(settings: Settings, token: str, lasts: str) -> None:
    """Print a one-time link, once."""
    click.echo(f"this link sets the password; it works once, within {lasts}, and is not kept here:")
    click.echo(link_address(settings, token))


def link_address(settings: Settings, token: str) -> str:
    """Where a one-time link leads."""
    return f"{settings.base_url or HERE}/wachtwoord/{token}"
