"""Links that we write down lead to us, whatever name a request used."""

import re

import pytest
from flask import Flask

from tests.blueprints.accounts.people import ADMIN, PASSWORD, make_person
from tests.own_app import MakeApp

HERE = "https://quiz.school.nl"


def token_in(html: str) -> str:
    return html.partition('name="csrf_token" value="')[2].partition('"')[0]


@pytest.fixture
def school(make_app: MakeApp) -> Flask:
    app = make_app(BASE_URL=HERE, TRUSTED_PROXIES="1")
    make_person(app, ADMIN, "admin")
    return app


def test_a_password_link_leads_to_our_own_address_whatever_the_host_says(school: Flask) -> None:
    client = school.test_client()
    page = client.get("/inloggen", base_url=HERE)
    data = {"csrf_token": token_in(page.text), "email": ADMIN, "password": PASSWORD}
    ours = {"Referer": f"{HERE}/inloggen"}
    assert client.post("/inloggen", data=data, headers=ours, base_url=HERE).status_code == 303
    token = token_in(client.get("/collegas", base_url=HERE).text)
    lies = {
        "Referer": f"{HERE}/collegas",
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "host=evil.example",
        "X-Original-Host": "evil.example",
    }
    wanted = {"csrf_token": token, "email": "nieuw@school.nl", "roles": "teacher"}
    answer = client.post("/collegas", data=wanted, headers=lies, base_url=HERE)
    (link,) = set(re.findall(r"https?://[^\s<\"]+/wachtwoord/[\w-]+", answer.text))
    assert link.startswith(f"{HERE}/wachtwoord/")
    assert "evil" not in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "http://quiz.school.nl"])
def test_over_https_a_form_from_another_place_is_refused(school: Flask, origin: str) -> None:
    client = school.test_client()
    token = token_in(client.get("/inloggen", base_url=HERE).text)
    data = {"csrf_token": token, "email": ADMIN, "password": PASSWORD}
    answer = client.post("/inloggen", data=data, headers={"Origin": origin}, base_url=HERE)
    assert answer.status_code == 400
