"""Undoing a link: by its owner, by an admin; and what stays of our own doors."""

import pytest
from flask import Flask

from quiz.blueprints.accounts import second_step
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.schools import SchoolProblem, merge_schools
from tests.blueprints.accounts import people
from tests.conftest import services_of
from tests.sign_on.links import accept, identities, invitation, password_link
from tests.sign_on.provider import Provider
from tests.sign_on.somebody import START, Somebody


def test_unlinking_takes_the_password_and_ends_the_way_in(linked: Somebody, sso_app: Flask) -> None:
    linked.sign_in()
    wrong = people.press(linked, "/uitloggen", "/account/ontkoppelen", provider="school")
    assert wrong.status == 422
    fields = {"provider": "school", "present": people.PASSWORD}
    done = people.press(linked, "/uitloggen", "/account/ontkoppelen", **fields)
    assert done.path == "/account"
    assert linked.is_in()
    assert people.press(linked, "/uitloggen", "/account/ontkoppelen", **fields).status == 409
    again = Somebody(sso_app, linked.provider)
    assert "kennen dit schoolaccount nog niet" in again.sign_in().text
    assert people.sign_in(again, people.TEACHER).path == "/klassen"


def test_an_admin_unlinks_and_a_new_link_links_another(
    linked: Somebody, sso_app: Flask, provider: Provider, teacher: int
) -> None:
    people.make_person(sso_app, people.ADMIN, "admin")
    linked.sign_in()
    admin = Somebody(sso_app, provider)
    people.sign_in(admin, people.ADMIN)
    path = f"/collegas/{teacher}"
    assert "School 1" in admin.get(path).text
    assert people.press(admin, path, f"{path}/ontkoppelen").path == path
    assert not linked.is_in()
    assert identities(sso_app) == []
    provider.subject = "een ander schoolaccount"
    assert accept(Somebody(sso_app, provider), password_link(sso_app, teacher)) == "/klassen"
    assert people.person(sso_app, teacher).password is not None


def test_schools_that_become_one_keep_the_links(
    linked: Somebody, sso_app: Flask, provider: Provider
) -> None:
    people.make_person(sso_app, "beheer@een-spelling.example", "admin", school="School Een!")
    with services_of(sso_app).database.writing() as session:
        merge_schools(session, "School Een", "School Een!")
    assert linked.sign_in().path == "/klassen"
    assert len(identities(sso_app)) == 1
    accept(
        Somebody(sso_app, provider), invitation(sso_app, "ook@twee.example", school="School Twee")
    )
    with (
        services_of(sso_app).database.writing() as session,
        pytest.raises(SchoolProblem, match="accounts at both"),
    ):
        merge_schools(session, "School Twee", "School Een!")


def test_a_closed_account_does_not_open(linked: Somebody, sso_app: Flask, teacher: int) -> None:
    with services_of(sso_app).database.writing() as session:
        session.get_one(Staff, teacher).active = False
    page = linked.sign_in()
    assert page.status == 403
    assert "dicht" in page.text


def test_our_second_step_stays(linked: Somebody, sso_app: Flask, teacher: int) -> None:
    with sso_app.app_context():
        secret = second_step.new_secret()
    with services_of(sso_app).database.writing() as session:
        session.get_one(Staff, teacher).tf_totp_secret = secret
    page = linked.sign_in(f"{START}?verder=/klassen/nieuw")
    assert page.path == "/inloggen/code"
    assert not linked.is_in()
    with sso_app.app_context():
        digits = second_step.on_phone(secret).generate().token
    assert linked.submit(linked.sign_in(), code=digits).path == "/klassen"
