"""One-time links for the tests of linking, and what is linked afterwards."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.staff import Staff, StaffAction, StaffIdentity
from quiz.usecases.staff.links import invite, new_password_link
from quiz.usecases.staff.people import NewAccount, school_named
from tests.conftest import services_of
from tests.sign_on.somebody import Somebody

INVITED = "nieuw@een.example"


def invitation(app: Flask, email: str = INVITED, school: str = "School Een") -> str:
    """A one-time link for a new account."""
    services = services_of(app)
    with services.database.writing() as session:
        new = NewAccount(email, school_named(session, school).id, ("teacher",))
        return invite(session, services.code_key, new, datetime.now(UTC))


def password_link(app: Flask, staff_id: int) -> str:
    """A one-time link for an account that is there."""
    services = services_of(app)
    with services.database.writing() as session:
        person = session.get_one(Staff, staff_id)
        return new_password_link(session, services.code_key, person, datetime.now(UTC))


def identities(app: Flask) -> list[StaffIdentity]:
    with services_of(app).database.reading() as session:
        return list(session.scalars(select(StaffIdentity)))


def actions(app: Flask) -> list[str]:
    with services_of(app).database.reading() as session:
        return list(session.scalars(select(StaffAction.action).order_by(StaffAction.id)))


def accept(somebody: Somebody, token: str) -> str:
    """Link by a one-time link; the page where it ends."""
    page = somebody.get(f"/wachtwoord/{token}")
    (button,) = [link for link in page.links() if "link=" in link]
    asked = somebody.sign_in(button)
    assert asked.path == f"/wachtwoord/{token}/koppelen", asked.text
    return somebody.submit(asked).path
