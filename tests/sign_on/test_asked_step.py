"""A school asks the second step: one at its own provider counts where the settings say it has one.

Anything that a claim says of it does not count: only what the operator wrote down.
"""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff
from tests.blueprints.accounts import people
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.sign_on.links import accept, invitation
from tests.sign_on.provider import Provider
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import Somebody

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


def test_an_account_without_a_password_is_told_the_way(sso_app: Flask, provider: Provider) -> None:
    accept(Somebody(sso_app, provider), invitation(sso_app))
    ask(sso_app, "teacher")
    somebody = Somebody(sso_app, provider)
    page = somebody.sign_in()
    assert page.path == SET_UP
    assert "geen wachtwoord" in page.text
    assert "Zes cijfers" not in page.text


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
