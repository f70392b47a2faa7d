"""A provider that is slow, away, too much or plainly odd: a page, in time, and pupils go on."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from flask import Flask

from quiz.usecases.sign_on import patience, wire
from tests.sign_on.provider import MARKER, Provider
from tests.sign_on.somebody import START, Somebody
from tests.visitor import Page

STEPS = ("/.well-known/openid-configuration", "/token", "/keys")


def forget_everything(app: Flask) -> None:
    """As if the process had just begun."""
    way = app.extensions["sign_on"]["school"]
    vars(way.directory).update(_metadata=None, _keys=None)
    vars(way)["_patience"] = patience.Patience()


def try_to_sign_in(somebody: Somebody) -> Page:
    """The page that somebody ends at, whichever step fails."""
    answer = somebody.client.get(START)
    if answer.status_code != 302:
        return Page(answer)
    return somebody.sign_in()


def raw(text: bytes, wait: float = 0.0, times: int = 1) -> Callable[[Any], None]:
    """Sends these bytes, so many times, with a pause between."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        for _time in range(times):
            try:
                handler.wfile.write(text)
            except OSError:
                return
            time.sleep(wait)

    return send


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ODD: dict[str, Any] = {
    "hangs up": raw(b""),
    "is out of order": 500,
    "is too busy": 503,
    "has had enough of us": 429,
    "leads elsewhere": raw(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/x\r\n\r\n"),
    "leads to a file": raw(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n"),
    "says no JSON": raw(OK + b"Content-Length: 6\r\n\r\n<html>"),
    "says a list": raw(OK + b"Content-Length: 2\r\n\r\n[]"),
    "says nothing": raw(OK + b"Content-Length: 0\r\n\r\n"),
    "says half": raw(OK + b"Content-Length: 999\r\n\r\n{"),
    "says a megabyte": raw(OK + b"Content-Length: 1048578\r\n\r\n" + b"[" * 1_048_578),
    "is deep": raw(OK + b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000),
    "speaks no HTTP": raw(b"\x16\x03\x01\x00 geen HTTP\r\n\r\n"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("odd", list(ODD))
def test_whatever_it_does_there_is_a_page_with_a_way_on(
    linked: Somebody, provider: Provider, sso_app: Flask, step: str, odd: str
) -> None:
    forget_everything(sso_app)
    provider.trouble = {step: ODD[odd]}
    page = try_to_sign_in(linked)
    assert page.status in (502, 503), page.text
    assert "/inloggen" in page.links()
    assert MARKER not in page.html
    assert not linked.is_in()
    provider.trouble = {}
    assert try_to_sign_in(linked).path == "/klassen"


@pytest.fixture
def impatient(linked: Somebody, sso_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider gets less than a second, of somebody who linked before."""
    assert linked
    forget_everything(sso_app)
    monkeypatch.setattr(wire, "EACH_PIECE", (0.3, 0.4))
    monkeypatch.setattr(wire, "ALL_TOGETHER", 0.8)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("how", ["never answers", "a letter at a time", "a header at a time"])
def test_a_slow_one_is_left_in_time(
    linked: Somebody, provider: Provider, step: str, how: str
) -> None:
    ways = {
        "never answers": raw(b"", wait=2.0),
        "a letter at a time": raw(OK + b"Content-Length: 99999\r\n\r\n ", wait=0.05, times=60),
        "a header at a time": raw(b"X-Nog: een\r\n", wait=0.05, times=60),
    }
    provider.trouble = {step: ways[how]}
    began = time.monotonic()
    page = try_to_sign_in(linked)
    assert time.monotonic() - began < 2.0
    assert page.status == 503
    assert "antwoordt nu niet" in page.text


def test_after_three_failures_it_is_left_alone_for_a_minute(
    linked: Somebody, provider: Provider, sso_app: Flask
) -> None:
    forget_everything(sso_app)
    clock = [1000.0]
    vars(sso_app.extensions["sign_on"]["school"])["_patience"] = patience.Patience(lambda: clock[0])
    provider.trouble = {STEPS[0]: 500}
    for _time in range(3):
        assert "antwoordt nu niet" in try_to_sign_in(linked).text
    asked = len(provider.asked)
    assert "even druk" in try_to_sign_in(linked).text
    assert len(provider.asked) == asked
    provider.trouble = {}
    clock[0] += 61
    assert try_to_sign_in(linked).path == "/klassen"


def test_two_wait_at_once_and_a_third_hears_so(
    sso_app: Flask, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_everything(sso_app)
    monkeypatch.setattr(patience, "WAITS", 0.2)
    provider.trouble = {STEPS[0]: raw(b"", wait=1.0)}
    with ThreadPoolExecutor(4) as many:
        pages = list(many.map(lambda _n: Somebody(sso_app, provider).get(START), range(4)))
    told = sorted("even druk" in page.text for page in pages)
    assert told == [False, False, True, True]


def test_pupils_save_while_a_provider_hangs(sso_app: Flask, provider: Provider) -> None:
    forget_everything(sso_app)
    provider.trouble = {STEPS[0]: raw(b"", wait=1.5)}
    with ThreadPoolExecutor(2) as waiting:
        teachers = [waiting.submit(Somebody(sso_app, provider).get, START) for _n in range(2)]
        pupil = Somebody(sso_app, provider)
        page = pupil.begin()
        for _block in range(3):
            page = pupil.submit_randomly(page)
            assert page.status == 200
        assert not any(teacher.done() for teacher in teachers)
    assert {teacher.result().status for teacher in teachers} == {503}


WORDS = {
    "access_denied": (403, "niet ingelogd"),
    "interaction_required": (403, "niet ingelogd"),
    "server_error": (503, "antwoordt nu niet"),
    "temporarily_unavailable": (503, "antwoordt nu niet"),
    "unauthorized_client": (503, "kent deze website niet meer"),
    f"<b>{MARKER}</b>": (503, "kent deze website niet meer"),
}


@pytest.mark.parametrize("error", list(WORDS))
def test_what_it_answers_instead_has_a_page(
    linked: Somebody, provider: Provider, error: str
) -> None:
    provider.answer = {"error": error, "code": "", "error_description": f"{MARKER} zegt nee"}
    page = linked.sign_in()
    status, words = WORDS[error]
    assert (page.status, words in page.text) == (status, True), page.text
    assert MARKER not in page.html


def test_a_secret_that_ended_has_its_own_page(linked: Somebody, provider: Provider) -> None:
    def refused(handler: Any) -> None:
        handler.json(401, {"error": "invalid_client", "error_description": MARKER})

    provider.trouble = {"/token": refused}
    page = linked.sign_in()
    assert page.status == 503
    assert "kent deze website niet meer" in page.text
    assert MARKER not in page.html
