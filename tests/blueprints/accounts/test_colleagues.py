"""An admin looks after the accounts of the own school, and of no other."""

import re

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from tests.blueprints.accounts.people import (
    ADMIN,
    COORDINATOR,
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    person,
    press,
    sign_in,
)
from tests.conftest import services_of
from tests.visitor import Page, Visitor

LIST = "/collegas"
NEW = "nieuw@een.example"


def do(visitor: Visitor, staff_id: int, action: str, **fields: str) -> Page:
    """Press a button on a colleague's page."""
    return press(visitor, LIST, f"{LIST}/{staff_id}", action=action, **fields)


def link_on(page: Page) -> str:
    """The one-time link that a page shows, without its host."""
    found = re.search(r"https?://[^/]+(/wachtwoord/[\w-]{20,})", page.text)
    assert found is not None, page.text
    return found[1]


def test_the_list_shows_the_own_school_only(
    admin_visitor: Visitor, teacher: int, other_admin: int
) -> None:
    text = admin_visitor.get(LIST).text
    assert ADMIN in text
    assert TEACHER in text
    assert "twee.example" not in text


def test_an_invited_colleague_comes_in(
    admin_visitor: Visitor, visitor: Visitor, admin: int
) -> None:
    page = admin_visitor.submit(admin_visitor.get(LIST), email=f" {NEW.upper()} ", roles="teacher")
    assert NEW in admin_visitor.get(LIST).text
    assert visitor.submit(visitor.get(link_on(page)), password=PASSWORD).path == "/klassen"
    assert "School Een" in visitor.get("/account").text
    assert "Open links" not in admin_visitor.get(LIST).text


def test_a_link_is_shown_once(admin_visitor: Visitor) -> None:
    page = admin_visitor.submit(admin_visitor.get(LIST), email=NEW, roles="teacher")
    assert link_on(page).rsplit("/", 1)[1] not in admin_visitor.get(LIST).html


def test_a_colleague_may_do_two_things(admin_visitor: Visitor, visitor: Visitor) -> None:
    form = admin_visitor.get(LIST).form
    page = admin_visitor.post(LIST, {**form.values, "email": NEW, "roles": ["teacher", "admin"]})
    visitor.submit(visitor.get(link_on(page)), password=PASSWORD)
    assert visitor.get(LIST).status == 200


@pytest.mark.parametrize(
    ("email", "roles"),
    [("", "teacher"), ("geen adres", "teacher"), (NEW, ""), (NEW, "coordinator"), (NEW, "god")],
)
def test_an_invitation_that_makes_no_sense_is_explained(
    admin_visitor: Visitor, email: str, roles: str
) -> None:
    form = admin_visitor.get(LIST).form
    page = admin_visitor.post(
        LIST, {"csrf_token": form.values["csrf_token"], "email": email, "roles": roles}
    )
    assert page.status == 422
    assert "Open links" not in page.text


def test_another_school_cannot_withdraw_it(
    clean_app: Flask, admin_visitor: Visitor, visitor: Visitor, other_admin: int
) -> None:
    page = admin_visitor.submit(admin_visitor.get(LIST), email=NEW, roles="teacher")
    sign_in(visitor, "beheer@twee.example")
    for number in range(1, 60):
        press(visitor, LIST, f"{LIST}/uitnodiging/{number}")
    assert Visitor(clean_app).get(link_on(page)).status == 200


def test_a_new_password_by_link(
    clean_app: Flask, admin_visitor: Visitor, visitor: Visitor, teacher: int
) -> None:
    page = do(admin_visitor, teacher, "link")
    visitor.submit(visitor.get(link_on(page)), password="weer iets anders")
    assert is_signed_in(visitor)
    assert sign_in(Visitor(clean_app), TEACHER, "weer iets anders").path == "/klassen"


def test_a_closed_account_is_out_at_once_and_comes_back_when_opened(
    admin_visitor: Visitor, signed_in: Visitor, teacher: int
) -> None:
    do(admin_visitor, teacher, "close")
    assert not is_signed_in(signed_in)
    assert sign_in(signed_in, TEACHER).status == 422
    do(admin_visitor, teacher, "open")
    sign_in(signed_in, TEACHER)
    assert is_signed_in(signed_in)


def test_a_lost_phone(clean_app: Flask, admin_visitor: Visitor, teacher: int) -> None:
    with services_of(clean_app).database.writing() as session:
        session.get_one(Staff, teacher).tf_totp_secret = "a phone in the canal"
    assert "Telefoon kwijt" in admin_visitor.get(f"{LIST}/{teacher}").text
    do(admin_visitor, teacher, "without-code")
    assert person(clean_app, teacher).tf_totp_secret is None


def test_roles_change_at_once_and_only_the_offered_ones(
    clean_app: Flask, admin_visitor: Visitor, visitor: Visitor
) -> None:
    regional = make_person(clean_app, COORDINATOR, "coordinator")
    sign_in(visitor, COORDINATOR)
    assert visitor.get(LIST).status == 404
    do(admin_visitor, regional, "roles", roles="admin")
    assert visitor.get(LIST).status == 200
    assert {role.name for role in person(clean_app, regional).roles} == {"admin", "coordinator"}


def test_roles_cannot_all_be_taken_away(
    clean_app: Flask, admin_visitor: Visitor, teacher: int
) -> None:
    do(admin_visitor, teacher, "roles")
    assert [role.name for role in person(clean_app, teacher).roles] == ["teacher"]


def test_an_admin_stays_admin_and_open(
    clean_app: Flask, admin_visitor: Visitor, admin: int
) -> None:
    assert do(admin_visitor, admin, "roles", roles="teacher").status == 404
    assert do(admin_visitor, admin, "close").status == 404
    assert person(clean_app, admin).active
    assert admin_visitor.get(LIST).status == 200


@pytest.mark.parametrize(
    "action", ["link", "roles", "without-code", "close", "open", "", "nonsense"]
)
def test_a_colleague_of_another_school_does_not_exist(
    clean_app: Flask, admin_visitor: Visitor, other_admin: int, action: str
) -> None:
    before = person(clean_app, other_admin)
    page = do(admin_visitor, other_admin, action, roles="teacher")
    nobody = do(admin_visitor, other_admin + 1000, action, roles="teacher")
    after = person(clean_app, other_admin)
    assert (page.status, page.text) == (nobody.status, nobody.text), "not even that it exists"
    assert page.status == 404
    assert (before.fs_uniquifier, before.active, before.password) == (
        after.fs_uniquifier,
        after.active,
        after.password,
    )
    assert [role.name for role in after.roles] == ["admin"]


@pytest.mark.parametrize("path", [LIST, f"{LIST}/1", f"{LIST}/99999999999999999999"])
def test_for_a_teacher_these_pages_do_not_exist(signed_in: Visitor, path: str) -> None:
    page = signed_in.get(path)
    assert page.status == 404
    assert page.text == signed_in.get("/bestaat-niet").text


@pytest.mark.parametrize("number", [0, 2**31 - 1, 2**31, 2**63, 10**30])
def test_a_number_that_nobody_has_is_a_page_that_does_not_exist(
    admin_visitor: Visitor, number: int
) -> None:
    assert admin_visitor.get(f"{LIST}/{number}").status == 404
    assert press(admin_visitor, LIST, f"{LIST}/{number}", action="close").status in (404, 405)
    assert press(admin_visitor, LIST, f"{LIST}/uitnodiging/{number}").status in (404, 405)
