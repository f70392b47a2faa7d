"""People with accounts for the tests, and the ways in which they come in."""

from datetime import UTC, datetime

from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.hashing import hash_password
from quiz.usecases.staff.people import NewAccount, make_staff, school_named
from tests.conftest import services_of
from tests.visitor import Page, Visitor

PASSWORD = "een zin van de docent"
TEACHER, COLLEAGUE, ADMIN = "docent@een.example", "collega@een.example", "beheer@een.example"
OTHER_TEACHER, OTHER_ADMIN = "docent@twee.example", "beheer@twee.example"
COUNSELLOR, COORDINATOR = "decaan@een.example", "regio@een.example"
_hashes: dict[str, str] = {}


def make_person(app: Flask, email: str, *roles: str, school: str = "School Een") -> int:
    """An account with the password of the tests; its number."""
    services = services_of(app)
    with services.database.writing() as session:
        if PASSWORD not in _hashes:
            _hashes[PASSWORD] = hash_password(services.code_key, PASSWORD)
        new = NewAccount(email, school_named(session, school).id, roles)
        return make_staff(session, new, _hashes[PASSWORD], datetime.now(UTC)).id


def person(app: Flask, staff_id: int) -> Staff:
    """The account as it is stored now."""
    with services_of(app).database.reading() as session:
        return session.get_one(Staff, staff_id)


def sign_in(
    visitor: Visitor, email: str, password: str = PASSWORD, path: str = "/inloggen"
) -> Page:
    """Fill in the form to sign in, and see where it leads."""
    return visitor.submit(visitor.get(path), email=email, password=password)


def is_signed_in(visitor: Visitor) -> bool:
    """Whether the page of the own account opens."""
    return visitor.get("/account").path == "/account"


def press(visitor: Visitor, path: str, to: str, **fields: str) -> Page:
    """Send a form with the token of the page at `path`, wherever on the page the form stands."""
    token = visitor.get(path).form.values["csrf_token"]
    return visitor.post(to, {"csrf_token": token, **fields})
