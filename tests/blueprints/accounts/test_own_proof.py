"""What touches the own password or second step asks the own password, on every page."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from tests.blueprints.accounts.people import (
    ADMIN,
    PASSWORD,
    TEACHER,
    is_signed_in,
    person,
    press,
    sign_in,
)
from tests.blueprints.accounts.test_second_step import digits_of, switch_on
from tests.conftest import services_of
from tests.visitor import Visitor


def guarded(staff_id: int) -> list[tuple[str, dict[str, str]]]:
    """Every way to another password or second step that an open session has."""
    colleague = f"/collegas/{staff_id}"
    return [
        ("/account", {"password": "van een vreemde 12"}),
        ("/account", {"password": "van een vreemde 12", "present": "geraden"}),
        ("/account/code", {"code": "123456"}),
        ("/account/code/uit", {}),
        ("/account/code/uit", {"present": "geraden"}),
        (colleague, {"action": "link"}),
        (colleague, {"action": "link", "present": "geraden"}),
        (colleague, {"action": "without-code"}),
    ]


@pytest.mark.parametrize("second_step", [False, True])
def test_an_open_laptop_gives_no_account_away(
    clean_app: Flask, admin_visitor: Visitor, admin: int, *, second_step: bool
) -> None:
    if second_step:
        switch_on(clean_app, admin_visitor, admin)
    before = person(clean_app, admin)
    for path, fields in guarded(admin):
        page = press(admin_visitor, "/account", path, **fields)
        assert "/wachtwoord/" not in page.text, (path, fields)
    after = person(clean_app, admin)
    assert (after.password, after.tf_totp_secret) == (before.password, before.tf_totp_secret)
    assert after.fs_uniquifier == before.fs_uniquifier


def test_the_page_of_oneself_leads_to_the_own_account(admin_visitor: Visitor, admin: int) -> None:
    page = admin_visitor.get(f"/collegas/{admin}")
    assert "Naar mijn account" in page.text
    assert "Maak een link" not in page.text
    assert press(admin_visitor, "/account", f"/collegas/{admin}", action="link").path == "/account"


def test_the_second_step_goes_on_only_with_the_password_and_ends_other_sessions(
    clean_app: Flask, signed_in: Visitor, another_visitor: Visitor, teacher: int
) -> None:
    sign_in(another_visitor, TEACHER)
    page = signed_in.get("/account/code")
    with signed_in.client.session_transaction() as session:
        secret = str(session["new_second_step"])
    for present in ("", "geraden wachtwoord", PASSWORD.upper()):
        refused = signed_in.submit(page, present=present, code=digits_of(clean_app, secret))
        assert refused.status == 422
        assert person(clean_app, teacher).tf_totp_secret is None
    switch_on(clean_app, signed_in, teacher)
    assert is_signed_in(signed_in)
    assert not is_signed_in(another_visitor)


def test_the_second_step_off_ends_other_sessions(
    clean_app: Flask, signed_in: Visitor, another_visitor: Visitor, teacher: int
) -> None:
    secret = switch_on(clean_app, signed_in, teacher)
    sign_in(another_visitor, TEACHER)
    another_visitor.submit(another_visitor.get("/inloggen/code"), code=digits_of(clean_app, secret))
    assert is_signed_in(another_visitor)
    press(signed_in, "/account", "/account/code/uit", present=PASSWORD)
    assert is_signed_in(signed_in)
    assert not is_signed_in(another_visitor)


@pytest.mark.parametrize("known", [True, False])
def test_wrong_passwords_of_a_stranger_keep_nobody_from_the_own_account(
    clean_app: Flask, signed_in: Visitor, teacher: int, *, known: bool
) -> None:
    for _turn in range(12):
        sign_in(Visitor(clean_app), TEACHER, "van een vreemde")
    if not known:
        signed_in.client.delete_cookie("zeven_werelden_bekend", path="/inloggen")
    other = "een heel ander wachtwoord"
    done = press(signed_in, "/account", "/account", present=PASSWORD, password=other)
    assert (done.status, done.path) == (200, "/account")
    assert sign_in(Visitor(clean_app), TEACHER, PASSWORD).status in (422, 429)


def test_guessing_inside_a_session_is_counted_and_holds_nobody_elsewhere(
    clean_app: Flask, signed_in: Visitor, another_visitor: Visitor, teacher: int
) -> None:
    sign_in(another_visitor, TEACHER)
    tries = [
        press(signed_in, "/account", path, present="geraden", password=PASSWORD).status
        for path in ("/account", "/account/code/uit") * 6
    ]
    assert tries == [422] * 10 + [429] * 2
    right = press(another_visitor, "/account", "/account", present=PASSWORD, password=PASSWORD)
    assert right.status == 200
    assert sign_in(Visitor(clean_app), TEACHER).status == 200


def test_an_admin_who_lost_the_phone_is_helped_by_another(
    clean_app: Flask, admin_visitor: Visitor, admin: int, teacher: int
) -> None:
    with services_of(clean_app).database.writing() as session:
        session.get_one(Staff, teacher).tf_totp_secret = "a phone in the canal"
    press(admin_visitor, "/collegas", f"/collegas/{teacher}", action="without-code")
    assert person(clean_app, teacher).tf_totp_secret is None
    assert sign_in(Visitor(clean_app), ADMIN).status == 200
