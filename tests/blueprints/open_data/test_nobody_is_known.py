"""Programs are nobody: no session is read, no cookie sent, and any page may read the answer."""

import pytest
from flask import Flask, Request
from werkzeug.test import EnvironBuilder

from quiz.web.access.audience_kinds import OUTSIDE
from quiz.web.access.outside import is_outside
from tests.blueprints.open_data.asking import ROOT, ask
from tests.own_app import MakeApp
from tests.visitor import Visitor

ADDRESSES = ["werelden", "bedrijven?formaat=csv", "openapi.json", "nergens", "werelden?taal=en"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_pupil_who_looks_gets_no_cookie_and_the_answer_of_everybody(
    app: Flask, visitor: Visitor, address: str
) -> None:
    visitor.begin()
    theirs = visitor.client.get(f"{ROOT}/{address}")
    assert "Set-Cookie" not in theirs.headers
    assert "Cookie" not in theirs.headers.get("Vary", "")
    assert theirs.data == ask(app, address).data
    assert visitor.get("/vragen").status == 200, "the pupil goes on"


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_page_may_read_it(app: Flask, address: str) -> None:
    headers = ask(app, address, Origin="https://school.example").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["API-Version"] == "1.0.0"
    assert "Access-Control-Allow-Credentials" not in headers
    assert headers["X-Frame-Options"] == "DENY"


def test_a_page_may_ask_whether_it_may_send_a_tag_along(app: Flask) -> None:
    answer = app.test_client().options(
        f"{ROOT}/werelden", headers={"Access-Control-Request-Headers": "if-none-match"}
    )
    assert answer.status_code == 200
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]


def test_what_is_for_programs_lies_outside_and_nothing_else_does(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        request = Request(EnvironBuilder(path=rule.rule).get_environ())
        audience = getattr(app.view_functions[rule.endpoint], "audience", None)
        assert is_outside(request) == (audience in OUTSIDE), rule


def test_addresses_lead_to_where_visitors_reach_us(make_app: MakeApp) -> None:
    client = make_app(BASE_URL="https://quiz.school.nl").test_client()
    answer = client.get(f"{ROOT}/evenementen?paginagrootte=5", base_url="https://quiz.school.nl")
    page = answer.json or {}
    assert page["bronvermelding"] == "https://quiz.school.nl/api/v1/bronnen"
    assert page["volgende"].startswith("https://quiz.school.nl/api/v1/evenementen?")
