"""A school asks the second step: one at its own provider counts where the settings say it has one.

Anything that a claim says of it does not count: only what the operator wrote down.
"""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.blueprints.accounts import own_account
from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff
from tests.blueprints.accounts import people
from tests.blueprints.accounts.test_second_step import digits_of
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.sign_on.links import INVITED, accept, invitation
from tests.sign_on.provider import Provider
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import Somebody
from tests.visitor import Page

SET_UP = "/account/code"


def ask(app: Flask, *roles: str) -> None:
    with services_of(app).database.writing() as session:
        for school in session.scalars(select(School)):
            school.second_step_roles = list(roles)


@pytest.fixture
def with_step(make_app: MakeApp, provider: Provider, tmp_path: Path) -> Flask:
    """The provider is written down as one that asks a second step."""
    file = written(tmp_path, provider, has_second_step="true")
    app = make_app(SSO_FILE=str(file), BASE_URL=OURS)
    people.make_person(app, people.TEACHER, "teacher")
    people.make_person(app, people.ADMIN, "admin")
    return app


def test_a_provider_that_asks_one_is_enough(with_step: Flask, provider: Provider) -> None:
    Somebody(with_step, provider).link_own()
    ask(with_step, "teacher")
    somebody = Somebody(with_step, provider)
    assert somebody.sign_in().path == "/klassen"
    assert people.sign_in(Somebody(with_step, provider), people.TEACHER).path == SET_UP


def test_it_stays_enough_after_a_new_password(with_step: Flask, provider: Provider) -> None:
    Somebody(with_step, provider).link_own()
    ask(with_step, "teacher")
    somebody = Somebody(with_step, provider)
    somebody.sign_in()
    fields = {"present": people.PASSWORD, "password": "weer een heel andere zin"}
    people.press(somebody, "/account", "/account", **fields)
    assert somebody.get("/klassen").path == "/klassen"


def test_a_provider_that_asks_none_is_not(
    linked: Somebody, sso_app: Flask, provider: Provider
) -> None:
    ask(sso_app, "teacher")
    provider.claims = {"amr": ["mfa", "otp"], "acr": "urn:mfa"}
    assert linked.sign_in().path == SET_UP
    assert linked.get("/klassen").path == SET_UP


@pytest.fixture
def without_password(sso_app: Flask, provider: Provider) -> Somebody:
    """Came by an invitation and the school account; the school asks a second step since."""
    accept(Somebody(sso_app, provider), invitation(sso_app))
    ask(sso_app, "teacher")
    return Somebody(sso_app, provider)


def grow_old(somebody: Somebody) -> None:
    """As if the sign-on was a quarter of an hour ago."""
    with somebody.client.session_transaction() as session:
        session["staff_since"] -= own_account.JUST_NOW


def switch_on(app: Flask, somebody: Somebody) -> Page:
    page = somebody.get(SET_UP)
    assert "wachtwoord van nu" not in page.text
    with somebody.client.session_transaction() as session:
        digits = digits_of(app, str(session["new_second_step"]))
    return somebody.submit(page, code=digits)


def test_an_account_without_a_password_sets_it_up_at_once_and_is_then_asked_for_it(
    sso_app: Flask, without_password: Somebody
) -> None:
    assert without_password.sign_in().path == SET_UP
    assert "Bewaar je herstelcodes" in switch_on(sso_app, without_password).text
    assert without_password.get("/klassen").path == "/klassen"
    again = Somebody(sso_app, without_password.provider)
    assert again.sign_in().path == "/inloggen/code"
    assert not again.is_in()


def test_later_it_proves_itself_by_signing_in_again(
    sso_app: Flask, without_password: Somebody
) -> None:
    without_password.sign_in()
    waiting = without_password.get(SET_UP)
    grow_old(without_password)
    late = without_password.submit(waiting, code="123456")
    assert (late.status, late.path) == (422, SET_UP)
    assert "kan het een kwartier lang" in late.text
    (way,) = [link for link in late.links() if "voor=opnieuw" in link]
    assert without_password.sign_in(way).path == SET_UP
    assert "Bewaar je herstelcodes" in switch_on(sso_app, without_password).text


def test_what_touches_the_step_of_an_old_session_is_refused(
    sso_app: Flask, without_password: Somebody
) -> None:
    without_password.sign_in()
    switch_on(sso_app, without_password)
    ask(sso_app)
    grow_old(without_password)
    for path in ("/account/herstelcodes", "/account/code/uit"):
        page = people.press(without_password, "/uitloggen", path)
        assert page.status == 422
        assert "Log eerst nog een keer in" in page.text
        assert "voor=opnieuw" in page.html
    with services_of(sso_app).database.reading() as session:
        assert session.scalars(select(Staff.tf_totp_secret)).one()


def test_at_two_schools_the_step_over_there_counts_too(
    with_step: Flask, provider: Provider
) -> None:
    for school in ("School Een", "School Twee"):
        accept(Somebody(with_step, provider), invitation(with_step, school=school))
    ask(with_step, "teacher")
    somebody = Somebody(with_step, provider)
    page = somebody.sign_in()
    assert page.path == "/inloggen/kies"
    with services_of(with_step).database.reading() as session:
        mine = str(session.scalars(select(Staff.id).where(Staff.email == INVITED)).first())
    assert somebody.submit(page, account=mine).path == "/klassen"


def test_an_admin_who_came_in_that_way_may_ask_it_of_admins(
    with_step: Flask, provider: Provider
) -> None:
    Somebody(with_step, provider).link_own(people.ADMIN)
    somebody = Somebody(with_step, provider)
    assert somebody.sign_in().path == "/collegas"
    done = people.press(somebody, "/collegas", "/collegas/extra-stap", asked="admin")
    assert done.path == "/collegas"
    assert "via schoolaccount" in done.text
    again = Somebody(with_step, provider)
    assert again.sign_in().path == "/collegas"
    with services_of(with_step).database.reading() as session:
        assert all(person.tf_totp_secret is None for person in session.scalars(select(Staff)))
