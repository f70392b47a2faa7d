"""`quiz user`: accounts of staff, for who looks after the installation."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from quiz.config import Settings
from quiz.signs import plain_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROLES = ("teacher", "counsellor", "coordinator", "admin")  # as in quiz.records: kept by a test
HERE = "http://127.0.0.1:8000"
LONGEST_SCHOOL = 120


@click.group()
def user() -> None:
    """Look after the accounts of staff."""


@user.command("add")
@click.argument("email")
@click.option("--school", required=True, help="Name of the school; made when it is new.")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES), help="Required.")
def add_user(email: str, school: str, roles: tuple[str, ...]) -> None:
    """Invite EMAIL and print the one-time link that sets the password.

    Somebody with two roles: --role teacher --role admin. An admin invites colleagues.
    """
    from quiz.staffing import (
        Action,
        NewAccount,
        find_by_email,
        invite,
        plain_email,
        record_action,
        school_named,
    )

    if not roles:
        raise click.ClickException(f"--role is missing: one or more of {', '.join(ROLES)}")
    address, name = plain_email(email), plain_name(school)
    if not 0 < len(name) <= LONGEST_SCHOOL:
        raise click.ClickException(f"the name of a school has 1 to {LONGEST_SCHOOL} characters")
    settings = Settings.from_environment(os.environ)
    with _writing(settings) as session:
        if find_by_email(session, address) is not None:
            raise click.ClickException(f"{address} has an account: see `quiz user link --help`")
        school_id = school_named(session, name).id
        new = NewAccount(address, school_id, roles)
        token = invite(session, settings.code_key.encode(), new, datetime.now(UTC))
        record_action(session, None, Action.COLLEAGUE_INVITED, "school", school_id)
    click.echo(f"invited {address} of {name} as {', '.join(sorted(set(roles)))}")
    _show(settings, token, "7 days")


@user.command("link")
@click.argument("email")
@click.option("--without-code", is_flag=True, help="Also switch the second step off.")
def link_user(email: str, *, without_code: bool) -> None:
    """Print a one-time link with which EMAIL sets a new password."""
    from quiz.staffing import Action, find_by_email, new_password_link, plain_email, record_action

    address = plain_email(email)
    settings = Settings.from_environment(os.environ)
    with _writing(settings) as session:
        person = find_by_email(session, address)
        if person is None:
            raise click.ClickException(f"{address} has no account: see `quiz user add --help`")
        token = new_password_link(session, settings.code_key.encode(), person, datetime.now(UTC))
        record_action(session, None, Action.PASSWORD_LINK_MADE, "staff", person.id)
        if without_code:
            person.tf_totp_secret = person.tf_last_counter = None
            record_action(session, None, Action.SECOND_STEP_OFF, "staff", person.id)
    _show(settings, token, "24 hours")


@user.command("list")
def list_users() -> None:
    """Print every account: address, school, roles, open or closed."""
    from sqlalchemy import select

    from quiz.records import School, Staff

    with _writing(Settings.from_environment(os.environ)) as session:
        wanted = select(Staff, School.name).join(School, School.id == Staff.school_id)
        for person, school in session.execute(wanted.order_by(School.name, Staff.email)):
            roles = ", ".join(sorted(role.name for role in person.roles))
            click.echo(
                f"{person.email}  {school}  {roles}  {'open' if person.active else 'closed'}"
            )


@contextmanager
def _writing(settings: Settings) -> "Iterator[Session]":
    """A transaction in a database of this version."""
    from quiz.migrations.run import current_revision, newest_revision
    from quiz.records import Database

    with closing(Database(settings.database_url)) as database:
        if current_revision(database) != newest_revision():
            raise click.ClickException(
                "the database is not up to date: run `quiz db upgrade` first"
            )
        with database.writing() as session:
            yield session


def _show(settings: Settings, token: str, lasts: str) -> None:
    click.echo(f"this link sets the password; it works once, within {lasts}, and is not kept here:")
    click.echo(f"{settings.base_url or HERE}/wachtwoord/{token}")
