"""A one-time link works once, for a while, for the one it was made for, and only for that."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.staff.links import (
    INVITATION_LASTS,
    PASSWORD_LINK_LASTS,
    invite,
    new_password_link,
)
from quiz.usecases.staff.people import NewAccount, school_named
from tests.blueprints.accounts import people
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, sign_in
from tests.conftest import services_of
from tests.usecases.attempts.pupils import at_the_same_instant, everything_stored
from tests.visitor import Page, Visitor

NEW = "nieuw@een.example"
CHOSEN = "een zin van de nieuwe"


def invitation(app: Flask, email: str = NEW, *roles: str) -> str:
    """An invitation of School Een; where its link leads."""
    parts = services_of(app)
    with parts.database.writing() as session:
        school_id = school_named(session, "School Een").id
        new = NewAccount(email, school_id, roles or ("teacher",))
        return "/wachtwoord/" + invite(session, parts.code_key, new, parts.clock())


def password_link(app: Flask, staff_id: int) -> str:
    """A link to a new password; where it leads."""
    parts = services_of(app)
    with parts.database.writing() as session:
        row = session.get_one(Staff, staff_id)
        return "/wachtwoord/" + new_password_link(session, parts.code_key, row, parts.clock())


def choose(visitor: Visitor, path: str, password: str = CHOSEN) -> Page:
    """Open a link and choose a password there."""
    return visitor.submit(visitor.get(path), password=password)


def test_an_invitation_makes_an_account_with_its_school_and_roles(
    clean_app: Flask, visitor: Visitor
) -> None:
    path = invitation(clean_app, NEW, "teacher", "admin")
    assert NEW in visitor.get(path).text
    page = choose(visitor, path)
    assert page.path == "/klassen"
    assert "Gelukt: je wachtwoord is bewaard." in page.text
    assert "Gelukt" not in visitor.get("/klassen").text, "said once"
    text = visitor.get("/account").text
    assert all(word in text for word in (NEW, "School Een", "docent", "beheerder"))


def test_looking_at_a_link_does_not_use_it(clean_app: Flask, visitor: Visitor) -> None:
    path = invitation(clean_app)
    for _look in range(3):
        assert visitor.get(path).status == 200
        assert not is_signed_in(visitor), "the link itself signs nobody in"
    assert choose(visitor, path).path == "/klassen"


def test_a_link_works_once(clean_app: Flask, visitor: Visitor, another_visitor: Visitor) -> None:
    path = invitation(clean_app)
    waiting = another_visitor.get(path)
    choose(visitor, path)
    late = another_visitor.submit(waiting, password="een zin van de dief")
    assert late.status == 410
    assert "al gebruikt" in late.text
    assert "al gebruikt" in visitor.get(path).text
    sign_in(another_visitor, NEW, "een zin van de dief")
    assert not is_signed_in(another_visitor)


def test_a_link_that_two_use_at_the_same_instant_works_for_one(clean_app: Flask) -> None:
    path = invitation(clean_app)
    visitors = [Visitor(clean_app) for _one in range(4)]
    pages = [one.get(path) for one in visitors]
    answers = at_the_same_instant(
        [
            partial(one.submit, page, password=CHOSEN)
            for one, page in zip(visitors, pages, strict=True)
        ]
    )
    assert sorted(page.status for page in answers) == [200, 410, 410, 410]


@pytest.mark.parametrize("path", ["/wachtwoord/x", f"/wachtwoord/{'a' * 5000}", "/wachtwoord/%00"])
def test_a_link_that_nobody_made_says_so(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    assert page.status in (404, 410)
    assert "bestaat niet" in page.text


def test_an_old_invitation_does_not_work(
    clean_app: Flask, pass_time: Callable[[timedelta], None], visitor: Visitor
) -> None:
    path = invitation(clean_app)
    open_page = visitor.get(path)
    pass_time(INVITATION_LASTS)
    assert "te oud" in visitor.submit(open_page, password=CHOSEN).text
    assert visitor.get(path).status == 410


def test_a_password_link_is_old_after_a_day(
    clean_app: Flask, pass_time: Callable[[timedelta], None], visitor: Visitor, teacher: int
) -> None:
    path = password_link(clean_app, teacher)
    pass_time(PASSWORD_LINK_LASTS)
    assert "te oud" in visitor.get(path).text


def test_a_link_of_another_installation_does_not_work(clean_app: Flask, visitor: Visitor) -> None:
    parts = services_of(clean_app)
    with parts.database.writing() as session:
        new = NewAccount(NEW, school_named(session, "School Een").id, ("admin",))
        token = invite(session, b"the key of somebody else entirely", new, parts.clock())
    assert visitor.get(f"/wachtwoord/{token}").status == 410


def test_the_newest_invitation_is_the_one_that_works(clean_app: Flask, visitor: Visitor) -> None:
    old, new = invitation(clean_app), invitation(clean_app)
    assert visitor.get(old).status == 410
    assert visitor.get(new).status == 200


def test_two_schools_may_invite_one_person_and_the_first_link_wins(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    taken = choose(visitor, invitation(clean_app, TEACHER))
    assert taken.status == 410
    assert "al een account" in taken.text
    sign_in(visitor, TEACHER)
    assert is_signed_in(visitor), "the account is as it was"


def test_a_password_link_sets_the_password_and_ends_every_session(
    clean_app: Flask, visitor: Visitor, another_visitor: Visitor, teacher: int, admin: int
) -> None:
    sign_in(another_visitor, TEACHER)
    sign_in(visitor, people.ADMIN)
    first, second = password_link(clean_app, teacher), password_link(clean_app, teacher)
    assert visitor.get(first).status == 410
    choose(visitor, second)
    assert not is_signed_in(another_visitor)
    assert sign_in(another_visitor, TEACHER, PASSWORD).status == 422
    assert TEACHER in visitor.get("/account").text, "who was busy here is forgotten"
    assert sign_in(another_visitor, TEACHER, CHOSEN).path == "/klassen"
    with services_of(clean_app).database.reading() as session:
        roles = [role.name for role in session.get_one(Staff, teacher).roles]
    assert roles == ["teacher"]


def test_a_password_changed_by_hand_ends_the_open_links(
    clean_app: Flask, signed_in: Visitor, visitor: Visitor, teacher: int
) -> None:
    path = password_link(clean_app, teacher)
    people.press(signed_in, "/account", "/account", present=PASSWORD, password=CHOSEN)
    assert visitor.get(path).status == 410


@pytest.mark.parametrize("password", ["", "elf tekens.", "x" * 129])
def test_a_password_that_is_too_short_or_endless_is_refused_and_the_link_stays(
    clean_app: Flask, visitor: Visitor, password: str
) -> None:
    path = invitation(clean_app)
    page = choose(visitor, path, password)
    assert page.status == 422
    assert "minstens 12" in page.text
    assert visitor.submit(page, password=CHOSEN).path == "/klassen"


def test_neither_the_link_nor_the_password_is_stored_or_logged(
    clean_app: Flask, visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    path = invitation(clean_app)
    choose(visitor, path)
    stored = everything_stored(services_of(clean_app).database)
    logged = capsys.readouterr()
    for secret in (path.rsplit("/", 1)[1], CHOSEN):
        assert secret not in stored + logged.out + logged.err
    with services_of(clean_app).database.reading() as session:
        assert (session.scalars(select(Staff.password)).one() or "").startswith("$argon2id$")
        assert session.scalars(select(StaffInvitation.used_at)).one() is not None
