"""Attacks on the session of somebody of the staff: planted, copied, led away."""

import pytest
from flask import Flask

from tests.blueprints.accounts import people
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, sign_in
from tests.conftest import SECRETS
from tests.own_app import MakeApp
from tests.visitor import Visitor


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(
    clean_app: Flask, owner: Visitor, another_visitor: Visitor
) -> None:
    copied = owner.client.get_cookie("zeven_werelden")
    assert copied is not None
    sign_in(another_visitor, TEACHER)
    owner.submit(owner.get("/uitloggen"))
    thief = Visitor(clean_app)
    thief.client.set_cookie("zeven_werelden", copied.value)
    assert not is_signed_in(thief)
    assert is_signed_in(another_visitor), "signing out here is not signing out everywhere"
    sign_in(owner, TEACHER)
    assert is_signed_in(owner)


def test_a_session_that_somebody_planted_is_worth_nothing_after_signing_in(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    planter = Visitor(clean_app)
    token = planter.get("/inloggen").form.values["csrf_token"]
    planted = planter.client.get_cookie("zeven_werelden")
    assert planted is not None
    visitor.client.set_cookie("zeven_werelden", planted.value)
    sign_in(visitor, TEACHER)
    assert is_signed_in(visitor)
    fresh = visitor.client.get_cookie("zeven_werelden")
    assert fresh is not None
    assert fresh.value != planted.value
    assert not is_signed_in(planter)
    fields = {"csrf_token": token, "present": PASSWORD, "password": "een zin van de dief"}
    assert visitor.post("/account", fields).status == 400, "a token from before is good no more"


def test_over_https_no_other_site_can_plant_a_cookie(make_app: MakeApp) -> None:
    app = make_app(BASE_URL="https://quiz.school.nl", TRUSTED_PROXIES="1")
    people.make_person(app, TEACHER, "teacher")
    client, here = app.test_client(), {"base_url": "https://quiz.school.nl"}
    page = client.get("/inloggen", **here)
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = {"csrf_token": token, "email": TEACHER, "password": PASSWORD}
    headers = {"Referer": "https://quiz.school.nl/inloggen"}
    answer = client.post("/inloggen", data=data, headers=headers, **here)
    cookies = sorted(answer.headers.getlist("Set-Cookie"))
    assert [cookie.partition("=")[0] for cookie in cookies] == [
        "__Host-zeven_werelden",
        "__Secure-zeven_werelden_bekend",
    ]
    assert all("Secure" in cookie and "HttpOnly" in cookie for cookie in cookies)
    assert "Path=/;" in cookies[0]
    assert "Domain" not in cookies[0]
    assert client.get("/account", **here).status_code == 200


@pytest.mark.parametrize(
    "onward", ["//[", "/\\[", "//evil.example", "/%0d%0aSet-Cookie:x=1", "/\r\nx: y", "http:evil"]
)
def test_an_address_to_go_on_to_never_breaks_or_leads_away(
    visitor: Visitor, teacher: int, onward: str
) -> None:
    form = visitor.get("/inloggen").form.values
    data = {**form, "email": TEACHER, "password": PASSWORD, "verder": onward}
    answer = visitor.client.post("/inloggen", data=data)
    assert answer.status_code == 303
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))
    again = visitor.client.get("/inloggen", query_string={"verder": onward})
    assert again.status_code == 303


def test_a_session_names_nothing_that_could_be_used_elsewhere(owner: Visitor) -> None:
    with owner.client.session_transaction() as session:
        stored = str(dict(session))
    assert TEACHER not in stored
    assert PASSWORD not in stored
    assert not any(secret in stored for secret in SECRETS.values())
