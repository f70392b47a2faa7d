"""The headers of every answer: nothing from elsewhere, nothing inline, no framing, no traces."""

from flask import Flask
from werkzeug.test import TestResponse

from quiz.web.responses.headers import CONTENT_SECURITY_POLICY
from tests.conftest import SECRETS
from tests.own_app import MakeApp
from tests.visitor import Visitor

PATHS = [
    "/",
    "/start",
    "/meedoen",
    "/vragen",
    "/resultaat",
    "/gone",
    "/healthz",
    "/static/favicon.svg",
    "/static/gone",
]


def test_every_answer_is_protected(visitor: Visitor) -> None:
    for path in PATHS:
        for method in ("GET", "POST", "PUT", "OPTIONS"):
            headers = visitor.client.open(path, method=method, buffered=True).headers
            assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, (path, method)
            assert headers["X-Content-Type-Options"] == "nosniff", (path, method)
            assert headers["X-Frame-Options"] == "DENY", (path, method)
            assert headers["Referrer-Policy"] == "same-origin", (path, method)
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin", (path, method)
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin", (path, method)
            assert "camera=()" in headers["Permissions-Policy"], (path, method)
            assert "Strict-Transport-Security" not in headers, "that is for https"


def test_the_back_button_of_a_shared_device_shows_nothing(visitor: Visitor) -> None:
    visitor.begin()
    for path in PATHS[:-2]:
        assert visitor.client.get(path).headers["Cache-Control"] == "no-store", path


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'")
    for word in ("unsafe", "http:", "https:", "data:", "*"):
        assert word not in CONTENT_SECURITY_POLICY


def cookie_of(answer: TestResponse) -> str:
    return answer.headers["Set-Cookie"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor: Visitor) -> None:
    cookie = cookie_of(visitor.client.get("/start"))
    assert cookie.startswith("zeven_werelden=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_cookie_and_browser_insist_on_it(make_app: MakeApp) -> None:
    app = make_app(BASE_URL="https://quiz.school.nl", TRUSTED_PROXIES="1")
    answer = app.test_client().get("/start", base_url="https://quiz.school.nl")
    assert "Secure" in cookie_of(answer)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_request_for_another_host_is_refused(make_app: MakeApp) -> None:
    client = make_app(BASE_URL="https://quiz.school.nl").test_client()
    assert client.get("/", base_url="https://quiz.school.nl").status_code == 200
    answer = client.get("/", base_url="https://elsewhere.example")
    assert answer.status_code == 400
    assert b"elsewhere" not in answer.data
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_no_answer_tells_what_we_are_made_of(visitor: Visitor, clean_app: Flask) -> None:
    text = str(visitor.client.get("/").headers) + str(visitor.client.get("/gone").headers)
    assert not any(secret in text for secret in SECRETS.values())
    assert "Server" not in visitor.client.get("/").headers
    assert not clean_app.debug
